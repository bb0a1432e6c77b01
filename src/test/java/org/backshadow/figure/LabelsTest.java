package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** Names of bars and titles of axes are shown whole. */
class LabelsTest {
  private static final Font FONT = House.font(Font.PLAIN, 11);
  private static final double[] X = {1, 2, 3};
  private static final List<String> METHODS =
      List.of(
          "parameterShift",
          "generalShift",
          "finiteDifference",
          "hadamardTest",
          "commutingGenerators",
          "commutingBlocks",
          "classicalShadow",
          "quantumBackprop",
          "trivial");

  @TempDir private Path folder;

  @Test
  void the_names_of_all_methods_stand_whole_under_their_bars() throws Exception {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Figure figure = Figure.of("errors").y("error").barEach(METHODS, values, values);
    for (Figure sized : List.of(figure, figure.size(520, 320), figure.size(320, 260))) {
      assertThat(texts(sized)).containsAll(METHODS);
    }
  }

  @Test
  void long_names_of_few_bars_stand_level_in_lines() throws Exception {
    String name = "commutingGenerators with 1,000 shots each";
    var labels = new CategoryLabels(List.of(name, "b", "c"), FONT, 520);

    assertThat(labels.slanted()).isFalse();
    assertThat(labels.lines(0)).hasSize(2);
    assertThat(String.join(" ", labels.lines(0))).isEqualTo(name);
    assertThat(labels.height()).isGreaterThan(new CategoryLabels(List.of("b"), FONT, 520).height());
    var x =
        channel(Figure.of("").bars("s", List.of(name, "it's", "c"), new double[] {1, 2, 3}), "x");
    assertThat((String) ((Map<?, ?>) x.get("axis")).get("labelExpr"))
        .startsWith("({'commutingGenerators with 1,000 shots each':['commutingGenerators")
        .contains("'it\\'s':['it\\'s']")
        .endsWith("})[datum.label]");
  }

  @Test
  void names_that_fit_stay_as_they_are() {
    var labels = new CategoryLabels(List.of("w0", "w1", "w2"), FONT, 520);

    assertThat(labels.isBroken()).isFalse();
    assertThat(labels.slanted()).isFalse();
    assertThat(labels.every()).isEqualTo(1);
    assertThat(new CategoryLabels(List.of("one word", "b c d e f g h"), FONT, 20).slanted())
        .isTrue();
  }

  @Test
  void a_long_title_of_the_y_axis_stands_whole_in_lines() throws Exception {
    String label =
        "gate applications that guarantee error 0.1 of every component with confidence 0.9";
    Figure figure = Figure.of("t").x("M").y(label).points("a", X, X);
    for (Figure sized : List.of(figure, figure.size(520, 320))) {
      assertThat(String.join(" ", texts(sized))).contains(label);
      assertThat(String.join(" ", title(sized))).isEqualTo(label);
    }
    assertThat(texts(figure.y("copies for error 0.1"))).contains("copies for error 0.1");
    Figure panel = Panels.of("p", List.of(figure, figure)).figures().get(0);
    assertThat(String.join(" ", title(panel))).isEqualTo(label);
  }

  @SuppressWarnings("unchecked")
  private static List<String> title(Figure figure) {
    return (List<String>) channel(figure, "y").get("title");
  }

  private static Map<?, ?> channel(Figure figure, String name) {
    var layer = (Map<?, ?>) ((List<?>) figure.vegaLite().get("layer")).get(0);
    return (Map<?, ?>) ((Map<?, ?>) layer.get("encoding")).get(name);
  }

  private List<String> texts(Figure figure) throws Exception {
    Path file = folder.resolve("figure.svg");
    figure.save(file);
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Files.newInputStream(file))
            .getElementsByTagName("text");
    var texts = new java.util.ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
