package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.circuit.propagation.Commutation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class CommutationPictureTest {
  private static Element parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static String svg(Circuit circuit) {
    return CommutationPicture.svg(Commutation.of(circuit));
  }

  private static long squares(Element svg) {
    var path = (Element) svg.getElementsByTagName("path").item(0);
    return path.getAttribute("d").chars().filter(c -> c == 'M').count();
  }

  @Test
  void a_dark_square_stands_for_each_pair_that_anticommutes() throws Exception {
    Circuit circuit =
        Circuit.of(2)
            .rx(0, Angle.parameter("a"))
            .rx(1, Angle.parameter("b"))
            .rzz(0, 1, Angle.parameter("c"))
            .rz(1, Angle.parameter("d"));
    Element picture = parse(svg(circuit));

    // X0 and ZZ, X1 and ZZ, X1 and Z1, each twice.
    assertThat(squares(picture)).isEqualTo(6);
    assertThat(picture.getTextContent())
        .contains("XI a", "IX b", "ZZ c", "IZ d", "commute", "4 rotations in 3 blocks");
    // The card, the square of all, three frames, three of the legend.
    assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(8);
  }

  @Test
  void rotations_without_end_make_a_picture_of_bounded_size() throws Exception {
    Element picture = parse(svg(Ansatz.commutingGenerators(4, 1000)));

    assertThat(Double.parseDouble(picture.getAttribute("width"))).isLessThan(500);
    assertThat(Double.parseDouble(picture.getAttribute("height"))).isLessThan(560);
    assertThat(picture.getTextContent()).contains("the first 160 of 1000 rotations in 1 block");
    assertThat(svg(Ansatz.hardwareEfficient(8, 20))).hasSizeLessThan(1_000_000);
  }

  @Test
  void circuits_without_rotations_have_a_picture_too() throws Exception {
    assertThat(parse(svg(Circuit.of(1).h(0))).getTextContent()).contains("0 rotations in 0 blocks");
  }

  @Test
  void hostile_names_stay_text() throws Exception {
    for (String name : Hostile.STRINGS) {
      if (!name.isBlank()) {
        String svg = svg(Circuit.of(1).rx(0, Angle.parameter(name)));

        assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).hasSizeLessThan(60_000);
      }
    }
  }
}
