package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.RandomCircuits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class CircuitPictureTest {
  private static final Angle THETA = Angle.parameter("theta");

  @Test
  void the_picture_holds_every_name_and_angle() throws Exception {
    Circuit circuit = Circuit.of(3).h(0).cx(0, 1).ry(1, THETA).rz(2, THETA.times(2).plus(0.3));

    assertThat(texts(CircuitPicture.svg(circuit, 760)))
        .containsExactlyInAnyOrder("q0", "q1", "q2", "H", "Ry", "theta", "Rz", "2*theta + 0.3");
    assertThat(CircuitPicture.svg(circuit, 760))
        .contains("2*<tspan font-style=\"italic\">theta</tspan> + 0.3");
  }

  @Test
  void a_name_in_any_script_is_shown() throws Exception {
    assertThat(texts(CircuitPicture.svg(Circuit.of(1).rx(0, Angle.parameter("角度")), 760)))
        .contains("角度");
  }

  @Test
  void targets_side_by_side_share_a_box_and_others_do_not() throws Exception {
    assertThat(texts(CircuitPicture.svg(Circuit.of(3).iswap(1, 2), 760))).containsOnlyOnce("iSWAP");
    assertThat(texts(CircuitPicture.svg(Circuit.of(3).iswap(0, 2), 760)))
        .filteredOn("iSWAP"::equals)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><script x='",
        "]]></svg><script>",
        "&lt;script&gt;",
        "a\u0000b\u0008\u001b[0m\ud800",
        "${jndi:x} %s %n",
        "\u202e\uffff"
      })
  void a_hostile_name_stays_text(String name) throws Exception {
    Circuit circuit =
        Circuit.of(2).rx(0, Angle.parameter(name)).ry(1, Angle.parameter(name.repeat(40)).sin());

    String svg = CircuitPicture.svg(circuit, 760);

    assertThat(svg).doesNotContainIgnoringCase("<script");
    assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void gates_stay_on_the_card_and_clear_of_each_other(long seed) throws Exception {
    Circuit circuit = RandomCircuits.of((int) seed, 80, seed);

    Document svg = parse(CircuitPicture.svg(circuit, 600));

    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    assertThat(width).isLessThanOrEqualTo(600);
    List<double[]> boxes = boxes(svg);
    for (int i = 1; i < boxes.size(); i++) {
      double[] box = boxes.get(i);
      assertThat(box[0]).as("seed " + seed).isPositive();
      assertThat(box[2]).as("seed " + seed).isLessThan(width);
      assertThat(box[3]).as("seed " + seed).isLessThan(height);
      for (double[] other : boxes.subList(1, i)) {
        boolean apart =
            box[0] > other[2] || other[0] > box[2] || box[1] > other[3] || other[1] > box[3];
        assertThat(apart).as("seed " + seed).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 29, 30, 31, 46, 61})
  void rows_are_about_equally_long(int gates) throws Exception {
    List<double[]> boxes = boxes(parse(CircuitPicture.svg(Circuit.of(1).h(0).repeat(gates), 760)));

    var rows =
        boxes.stream()
            .skip(1) // the card
            .collect(Collectors.groupingBy(box -> box[1], TreeMap::new, Collectors.counting()));

    assertThat(rows.values().stream().mapToLong(n -> n).sum()).isEqualTo(gates);
    long most = Collections.max(rows.values());
    assertThat(Collections.min(rows.values())).as(rows.toString()).isGreaterThan(most / 2);
  }

  @Test
  void a_long_circuit_shows_its_beginning_and_counts_the_rest() throws Exception {
    String svg = CircuitPicture.svg(Circuit.of(1).h(0).repeat(3_000), 760);

    long shown = texts(svg).stream().filter("H"::equals).count();

    assertThat(shown).isBetween(400L, 420L);
    assertThat(texts(svg)).contains("… 2,%d more gates".formatted(1_000 - shown));
  }

  @Test
  void a_wide_and_long_circuit_stays_bounded() throws Exception {
    String svg = CircuitPicture.svg(RandomCircuits.of(62, 2_000, 1), 760);

    Element root = parse(svg).getDocumentElement();
    assertThat(svg).hasSizeLessThan(300_000);
    assertThat(Double.parseDouble(root.getAttribute("height"))).isLessThan(9_000);
  }

  @Test
  void the_words_for_the_picture_are_capped() {
    assertThat(CircuitPicture.alt(Circuit.of(3).h(0).cx(0, 1).pauliRotation("XIZ", THETA)))
        .isEqualTo("circuit on 3 qubits: h 0, cx 0 1, pauliRotation XZ(theta) 0 2");
    assertThat(CircuitPicture.alt(Circuit.of(1))).isEqualTo("circuit on 1 qubit, no gates");
    assertThat(CircuitPicture.alt(Circuit.of(1).h(0).repeat(2_000)))
        .hasSizeLessThan(300)
        .endsWith(" more gates");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(String svg) throws Exception {
    var nodes = parse(svg).getElementsByTagName("text");
    var texts = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** Left, top, right and bottom of each rectangle; the first is the card. */
  private static List<double[]> boxes(Document svg) {
    var nodes = svg.getElementsByTagName("rect");
    var boxes = new ArrayList<double[]>();
    for (int i = 0; i < nodes.getLength(); i++) {
      var box = (Element) nodes.item(i);
      double x = Double.parseDouble(box.getAttribute("x"));
      double y = Double.parseDouble(box.getAttribute("y"));
      boxes.add(
          new double[] {
            x,
            y,
            x + Double.parseDouble(box.getAttribute("width")),
            y + Double.parseDouble(box.getAttribute("height"))
          });
    }
    return boxes;
  }
}
