package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.backshadow.circuit.Circuit;
import org.backshadow.shadow.bell.BellSampling;
import org.junit.jupiter.api.Test;

class HeatMapPictureTest {
  @Test
  void each_entry_is_a_cell_whose_color_says_its_size() {
    var map = new HeatMapPicture("counts", "a", "b", new double[][] {{0, 4}, {2, -1}});

    String svg = map.svg();

    // The card, four cells and the scale of twenty.
    assertThat(Pattern.compile("<rect").matcher(svg).results().count()).isEqualTo(25);
    assertThat(svg).contains("width=\"160\" height=\"160\" fill=\"#332288\"");
    assertThat(svg).contains("width=\"160\" height=\"160\" fill=\"#9991c4\"");
    assertThat(
            Pattern.compile("width=\"160\" height=\"160\" fill=\"#ffffff\"").matcher(svg).results())
        .hasSize(2);
    assertThat(map.alt())
        .isEqualTo("Map of counts, 2 x 2; rows a; columns b; largest 4 at row 0, column 1");
  }

  @Test
  void a_map_of_zeros_is_white_and_every_map_is_well_formed() throws Exception {
    for (int size : new int[] {1, 2, 16, 64}) {
      String svg = new HeatMapPicture("<&>", "r\"", "c'", new double[size][size]).svg();

      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(svg).doesNotContain("#332288").contains("&lt;&amp;&gt;");
    }
  }

  @Test
  void squares_say_that_they_have_no_signs_and_large_registers_have_no_map() {
    var renderings = Renderings.builtIn();
    var small = BellSampling.of(Circuit.of(2).h(0)).pairs(10);
    var large = BellSampling.of(Circuit.of(7).h(0)).pairs(10);

    assertThat((String) renderings.bundle(small.magnitudes()).get("text/plain"))
        .startsWith("magnitudes only: two equal copies say nothing about signs")
        .contains("Map of tr(P rho)^2 of all Pauli strings, 4 x 4");
    assertThat((String) renderings.bundle(large.magnitudes()).get("text/plain"))
        .doesNotContain("Map of");
    assertThat((String) renderings.bundle(large).get("text/plain")).doesNotContain("Map of");
  }
}
