package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.resources.Cost;
import org.junit.jupiter.api.Test;

/** What a reader of a gradient is told. */
class GradientTest {
  private static final Cost COST = Cost.quantum(12_000, 4, 60, 5, 2);

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(k -> "t" + k).toList();
  }

  private static double[] same(int count, double value) {
    double[] all = new double[count];
    Arrays.fill(all, value);
    return all;
  }

  private static Gradient sampled(int count, String note) {
    var components =
        new Components(same(count, 0.46), same(count, 0.02), Double.POSITIVE_INFINITY, note);
    return new Gradient("method", names(count), 7, () -> new Gradient.Run(components, COST));
  }

  private static Gradient exact(int count) {
    var components =
        new Components(same(count, 0.123456), same(count, 0), Double.POSITIVE_INFINITY, "");
    return Gradient.exact("adjoint", names(count), () -> new Gradient.Run(components, Cost.NONE));
  }

  private static Gradient promised(boolean proven) {
    var components =
        Components.guaranteed(same(2, 0.46), new Guarantee(0.2, 0.9, proven), "2 sweeps");
    return new Gradient("method", names(2), 7, () -> new Gradient.Run(components, COST));
  }

  @Test
  void sampled_components_are_shown_with_intervals_copies_and_seed() {
    assertThat(sampled(2, ""))
        .hasToString("method (95 %, 12,000 copies, seed 7): t0: 0.460 ± 0.039, t1: 0.460 ± 0.039");
    assertThat(sampled(1, "biased"))
        .hasToString("method (95 %, 12,000 copies, seed 7; biased): t0: 0.460 ± 0.039");
  }

  @Test
  void exact_components_say_that_they_are() {
    assertThat(exact(2)).hasToString("adjoint (exact): t0: 0.1235, t1: 0.1235");
    assertThat(exact(2).isExact()).isTrue();
    assertThat(sampled(2, "").isExact()).isFalse();
  }

  @Test
  void a_promise_stands_in_place_of_95_percent() {
    assertThat(promised(true))
        .hasToString("method (12,000 copies, seed 7; 2 sweeps): t0: 0.46 ± 0.20, t1: 0.46 ± 0.20");
  }

  @Test
  void twelve_components_are_shown_and_more_are_counted() {
    assertThat(exact(12).toString()).endsWith(", t11: 0.1235").doesNotContain("...");
    assertThat(exact(13).toString()).endsWith(", t11: 0.1235, ... (13 components)");
  }

  @Test
  void a_table_has_the_columns_that_its_kind_has() {
    assertThat(exact(2).table().columnNames()).containsExactly("parameter", "gradient");
    assertThat(sampled(2, "").table().columnNames())
        .containsExactly("parameter", "gradient", "standard error", "low", "high");
    assertThat(promised(true).table().columnNames())
        .containsExactly("parameter", "gradient", "low", "high");
    assertThat(sampled(2, "").table().name()).isEqualTo("method (12,000 copies, seed 7)");
    assertThat(exact(2).table().name()).isEqualTo("adjoint (exact)");
  }

  @Test
  void a_figure_says_what_its_bars_mean() {
    assertThat(exact(2).plot().alt()).contains("gradient by adjoint", "exact");
    assertThat(sampled(2, "").plot().alt())
        .contains("gradient by method", "bars: 95 % intervals; 12,000 copies, seed 7");
    assertThat(promised(false).plot().alt())
        .contains("bars: largest error at most 0.2 at 90 %, unproven; 12,000 copies, seed 7");
  }
}
