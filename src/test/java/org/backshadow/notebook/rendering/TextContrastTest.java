package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.figure.Figure;
import org.backshadow.state.DensityMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Text stands out from what is behind it by 4.5 to 1 at least: level AA of the Web Content
 * Accessibility Guidelines 2.1, success criterion 1.4.3, by the formula given there.
 */
class TextContrastTest {
  private static final double LEVEL_AA = 4.5;
  private static final double[] X = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void the_formula_gives_its_known_values() {
    assertThat(contrast("#ffffff", "#000000")).isCloseTo(21, within(1e-9));
    // The lightest grey that passes on white, and the next.
    assertThat(contrast("#ffffff", "#767676")).isGreaterThan(LEVEL_AA);
    assertThat(contrast("#777777", "#ffffff")).isLessThan(LEVEL_AA);
    assertThat(contrast("#222", "#222222")).isCloseTo(1, within(1e-9));
  }

  @Test
  void text_on_the_wrong_ground_is_found() throws Exception {
    String svg =
        "<svg><rect x='0' y='0' width='9' height='9' fill='#fff'/>"
            + "<rect x='0' y='0' width='4' height='4' fill='#888888'/>"
            + "<g fill='#777777'><text x='2' y='2'>a</text><text x='7' y='7'>b</text></g></svg>";

    assertThat(tooFaint(svg)).hasSize(2);
    assertThat(tooFaint(svg).get(0)).startsWith("a: #777777 on #888888");
  }

  @Test
  void circuits_can_be_read() throws Exception {
    Angle theta = Angle.parameter("theta");
    Circuit all =
        Circuit.of(4)
            .h(0)
            .cx(0, 1)
            .ry(1, 0.3)
            .rx(2, theta)
            .pauliRotation("XIYZ", theta)
            .iswap(0, 2)
            .depolarize(1, 0.1);

    String svg = CircuitPicture.svg(all, 760);

    assertThat(svg).contains("#e9eef6", "#e2f2ea", "#fdecd2", "#f0e6f8", "#fbe4e2");
    assertThat(tooFaint(svg)).isEmpty();
    assertThat(tooFaint(CircuitPicture.svg(Ansatz.hardwareEfficient(30, 40), 400))).isEmpty();
  }

  @Test
  void pictures_of_states_and_generators_can_be_read() throws Exception {
    DensityMatrix two = DensityMatrix.of(Circuit.of(2).h(0).cx(0, 1).rz(1, 0.4).depolarize(0, 0.1));
    DensityMatrix one = DensityMatrix.of(Circuit.of(1).ry(0, 0.4).depolarize(0, 0.1));

    assertThat(tooFaint(DensityPicture.svg(two))).isEmpty();
    assertThat(tooFaint(BlochPicture.svg(one.bloch(0)))).isEmpty();
    assertThat(tooFaint(CommutationPicture.svg(Commutation.of(Ansatz.hardwareEfficient(3, 2)))))
        .isEmpty();
  }

  @Test
  void charts_can_be_read() throws Exception {
    Figure points =
        Figure.of("Cost")
            .x("M")
            .y("copies")
            .caption("bars: 95 % intervals")
            .points("parameterShift", X, X, X)
            .theory("theory", X, X)
            .horizontal("exact", 2);
    Figure bars = Figure.of("Errors").y("error").barEach(List.of("trivial", "spsa", "b"), X, X);
    for (Figure figure : List.of(points, bars)) {
      Path file = folder.resolve("figure.svg");
      figure.save(file);
      assertThat(tooFaint(Files.readString(file))).isEmpty();
      assertThat(colors(figure.vegaLite().get("config")))
          .isNotEmpty()
          .allSatisfy(
              color -> assertThat(contrast(color, "#ffffff")).isGreaterThanOrEqualTo(LEVEL_AA));
    }
  }

  /** The colours of all text in a part of a Vega-Lite specification. */
  private static List<String> colors(Object part) {
    var found = new ArrayList<String>();
    if (part instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (List.of("labelColor", "titleColor", "subtitleColor", "color").contains(key)) {
              found.add((String) value);
            }
            found.addAll(colors(value));
          });
    }
    return found;
  }

  /** The texts of a picture whose contrast is too low, each with its colours. */
  private static List<String> tooFaint(String svg) throws Exception {
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    NodeList all = root.getElementsByTagName("*");
    var grounds = new ArrayList<Element>();
    var faint = new ArrayList<String>();
    int texts = 0;
    for (int i = 0; i < all.getLength(); i++) {
      var element = (Element) all.item(i);
      if (element.getTagName().equals("rect")) {
        grounds.add(element);
      } else if (element.getTagName().equals("text")) {
        texts++;
        String color = fill(element);
        String ground = ground(grounds, number(element, "x"), number(element, "y"));
        if (contrast(color, ground) < LEVEL_AA) {
          faint.add(
              "%s: %s on %s, %.2f"
                  .formatted(element.getTextContent(), color, ground, contrast(color, ground)));
        }
      }
    }
    assertThat(texts).as("texts in the picture").isPositive();
    return faint;
  }

  /** The fill of the last rectangle drawn around a point; the page is white. */
  private static String ground(List<Element> rectangles, double x, double y) {
    String ground = "#ffffff";
    for (Element one : rectangles) {
      double dx = x - number(one, "x");
      double dy = y - number(one, "y");
      boolean around =
          dx >= 0 && dy >= 0 && dx <= number(one, "width") && dy <= number(one, "height");
      String fill = fill(one);
      if (around && !fill.equals("none") && !one.hasAttribute("transform")) {
        ground = fill;
      }
    }
    return ground;
  }

  private static double number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.isEmpty() || value.endsWith("%") ? 0 : Double.parseDouble(value);
  }

  private static String fill(Element element) {
    for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
      if (e.hasAttribute("fill")) {
        return e.getAttribute("fill");
      }
    }
    return "#000000";
  }

  private static double contrast(String a, String b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  private static double luminance(String hex) {
    String six = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
    assertThat(six).as("a colour").matches("#[0-9a-f]{6}");
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      double c = Integer.parseInt(six.substring(1 + 2 * k, 3 + 2 * k), 16) / 255.0;
      sum += weights[k] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
