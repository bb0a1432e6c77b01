package org.backshadow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VegaLiteTest {
  private static final double[] X = {16, 32, 64};

  private final Map<String, Object> spec =
      Figure.of("Cost")
          .x("M")
          .y("copies")
          .logX()
          .logY()
          .points("parameterShift", X, X, new double[] {1, 1, 99})
          .theory("parameterShift theory", X, X)
          .horizontal("exact", 20)
          .vegaLite();

  @Test
  void a_specification_names_its_version_and_size_and_stays_white() {
    assertThat(spec)
        .containsEntry("$schema", "https://vega.github.io/schema/vega-lite/v5.json")
        .containsEntry("width", 640)
        .containsEntry("height", 380)
        .containsEntry("background", "white");
  }

  @Test
  void there_is_a_layer_for_each_kind_and_one_for_error_bars() {
    assertThat(at(spec, "layer", 0, "mark", "type")).isEqualTo("rule");
    assertThat(at(spec, "layer", 1, "mark", "type")).isEqualTo("line");
    assertThat(at(spec, "layer", 2, "encoding", "y2", "field")).isEqualTo("high");
    assertThat(at(spec, "layer", 3, "mark", "type")).isEqualTo("tick");
    assertThat(at(spec, "layer", 3, "encoding", "y", "field")).isEqualTo("low");
    assertThat(at(spec, "layer", 4, "encoding", "y", "field")).isEqualTo("high");
    assertThat(at(spec, "layer", 5, "mark", "type")).isEqualTo("point");
    assertThat((List<?>) at(spec, "layer")).hasSize(6);
  }

  @Test
  void an_error_bar_on_a_bar_is_dark_on_white_with_caps() {
    double[] one = {1};
    var bars = Figure.of("t").bars("adjoint", List.of("a"), one, new double[] {0.5}).vegaLite();

    assertThat((List<?>) at(bars, "layer")).hasSize(7);
    for (int layer = 1; layer < 4; layer++) {
      assertThat(at(bars, "layer", layer, "encoding", "color", "value")).isEqualTo("#ffffff");
      assertThat(at(bars, "layer", layer + 3, "encoding", "color", "value")).isEqualTo("#222222");
    }
    assertThat((double) at(bars, "layer", 1, "mark", "strokeWidth"))
        .isGreaterThan((double) at(bars, "layer", 4, "mark", "strokeWidth"));
  }

  @Test
  void the_colours_are_those_of_the_palette_and_theory_is_dashed() {
    var blue = Palette.of(List.of()).hex("parameterShift");
    assertThat(at(spec, "layer", 1, "encoding", "color", "scale", "range"))
        .isEqualTo(List.of(blue, blue, Palette.hex(Palette.GREY)));
    assertThat(at(spec, "layer", 1, "encoding", "strokeDash", "scale", "range", 1))
        .isEqualTo(List.of(7, 4));
  }

  @Test
  void both_axes_are_logarithmic_with_tooltips_and_doublings() {
    assertThat(at(spec, "layer", 5, "encoding", "x", "scale", "type")).isEqualTo("log");
    assertThat(at(spec, "layer", 5, "encoding", "y", "scale", "type")).isEqualTo("log");
    assertThat(at(spec, "layer", 5, "encoding", "x", "axis", "values"))
        .isEqualTo(List.of(16.0, 32.0, 64.0));
    assertThat((List<?>) at(spec, "layer", 5, "encoding", "tooltip")).hasSize(5);
  }

  @Test
  void a_long_title_of_the_y_axis_is_broken_where_it_would_be_cut() {
    String label = "largest error of any component of the gradient, over all repeats";
    var spec = Figure.of("").y(label).line("a", X, X).vegaLite();

    var lines = (List<?>) at(spec, "layer", 0, "encoding", "y", "title");

    assertThat(lines).hasSize(3);
    assertThat(String.join(" ", lines.stream().map(String.class::cast).toList())).isEqualTo(label);
  }

  @Test
  void the_end_of_an_error_bar_below_a_logarithmic_axis_is_at_its_edge() {
    assertThat((double) at(spec, "data", "values", 2, "low")).isPositive();
    assertThat(at(spec, "data", "values", 2, "high")).isEqualTo(163.0);
  }

  @Test
  void the_specification_is_made_of_plain_values() {
    plain(spec);
    plain(Figure.of("t").bars("a", List.of("p", "q"), new double[] {1, Double.NaN}).vegaLite());
    plain(Figure.of("empty").vegaLite());
  }

  private static void plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            assertThat(key).isInstanceOf(String.class);
            if (inner != null) {
              plain(inner);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(VegaLiteTest::plain);
    } else if (value instanceof Double number) {
      assertThat(number).isFinite();
    } else {
      assertThat(value).isInstanceOfAny(Number.class, String.class, Boolean.class);
    }
  }

  private static Object at(Object value, Object... path) {
    for (Object step : path) {
      value =
          step instanceof Integer index
              ? ((List<?>) value).get(index)
              : ((Map<?, ?>) value).get(step);
      assertThat(value).as("%s", step).isNotNull();
    }
    return value;
  }
}
