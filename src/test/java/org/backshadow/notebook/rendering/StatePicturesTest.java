package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.backshadow.circuit.Circuit;
import org.backshadow.state.BlochVector;
import org.backshadow.state.DensityMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Heat maps of density matrices and Bloch vectors in their ball. */
class StatePicturesTest {
  @Test
  void a_cell_has_the_hue_of_its_phase_and_the_strength_of_its_magnitude() throws Exception {
    String plus = DensityPicture.svg(DensityMatrix.of(Circuit.of(1).h(0)));
    String minus = DensityPicture.svg(DensityMatrix.of(Circuit.of(1).x(0).h(0)));
    String turned = DensityPicture.svg(DensityMatrix.of(Circuit.of(1).h(0).s(0)));

    assertThat(cells(plus, 1, 0)).isEqualTo(4);
    assertThat(cells(minus, 1, 0)).isEqualTo(2);
    assertThat(cells(minus, 1, Math.PI)).isEqualTo(2);
    assertThat(cells(turned, 1, Math.PI / 2)).isEqualTo(1);
    assertThat(cells(turned, 1, -Math.PI / 2)).isEqualTo(1);
    assertThat(turned).contains(">0.50i</text>", ">\u22120.50i</text>");
    String uneven = DensityPicture.svg(DensityMatrix.of(Circuit.of(1).bitFlip(0, 0.2)));
    assertThat(cells(uneven, 0.25, 0)).isEqualTo(1);
    parsed(plus);
  }

  /** The cells are the squares; the legend's sectors and scale have other shapes. */
  private static int cells(String svg, double magnitude, double phase) {
    String end = "v74h-74z\" fill=\"" + PhaseColor.of(magnitude, phase) + "\"";
    return svg.split(Pattern.quote(end), -1).length - 1;
  }

  @Test
  void colors_are_white_for_nothing_and_equally_light_for_every_phase() {
    assertThat(PhaseColor.of(0, 1.3)).isEqualTo("#fafafa");
    double[] light = new double[24];
    for (int k = 0; k < 24; k++) {
      light[k] = lightness(PhaseColor.of(1, 2 * Math.PI * k / 24));
      assertThat(light[k]).isBetween(55.0, 65.0);
    }
  }

  /** L of CIE Lab, which the colors were not made in. */
  private static double lightness(String color) {
    double y = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int k = 0; k < 3; k++) {
      double c = Integer.parseInt(color.substring(1 + 2 * k, 3 + 2 * k), 16) / 255.0;
      y += weights[k] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return 116 * Math.cbrt(y) - 16;
  }

  @Test
  void every_size_is_well_formed_labelled_and_small() throws Exception {
    for (int n = 1; n <= DensityPicture.MOST_QUBITS; n++) {
      var rho = DensityMatrix.of(Samples.of(n).noisyCircuit(Samples.Shape.of(n, 20).bound(), 0.1));

      String svg = DensityPicture.svg(rho);

      parsed(svg);
      assertThat(svg).hasSizeLessThan(80_000).contains(">" + "1".repeat(n) + "</text>");
      assertThat(svg).contains("<title>heat map of the density matrix of " + n + " qubit");
    }
  }

  @Test
  void more_qubits_than_the_map_has_room_for_say_so() {
    var bundle = Renderings.builtIn().bundle(DensityMatrix.of(Circuit.of(6).depolarize(0, 0.1)));

    assertThat((String) bundle.get("text/plain"))
        .startsWith("density matrix of 6 qubits (exact): purity 0.8")
        .endsWith("heat maps show up to 5 qubits; subsystem(0, 1) shows some of them");
  }

  @Test
  void the_text_of_a_density_matrix_is_its_entries() {
    var bundle = Renderings.builtIn().bundle(DensityMatrix.of(Circuit.of(1).bitFlip(0, 0.25)));

    assertThat((String) bundle.get("text/plain"))
        .isEqualTo(
            """
            density matrix of 1 qubit (exact): purity 0.6250, entropy 0.8113 bits

            [ 0.75     0 ]
            [    0  0.25 ]""");
  }

  @Test
  void the_ball_prints_the_coordinates() throws Exception {
    var vector = new BlochVector(-0.6, 0, 0.5);

    String svg = BlochPicture.svg(vector);

    parsed(svg);
    assertThat(svg)
        .contains("x \u22120.6000\u2003y 0.0000\u2003z 0.5000", "length 0.7810 (exact)")
        .contains("<title>Bloch vector (-0.6000, 0.0000, 0.5000)", "|0\u27e9", "|1\u27e9");
  }

  private static void parsed(String svg) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
