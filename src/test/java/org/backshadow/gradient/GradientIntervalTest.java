package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers of a gradient and what may be said about how far they are off. */
class GradientIntervalTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** Quantiles 0.975 and, by Bonferroni for two components, 0.9875 of the normal law. */
  private static final double EACH = 1.959963984540054;

  private static final double TOGETHER = 2.241402727604945;

  private static GradientInterval of(Components components, double confidence) {
    return new GradientInterval(List.of("a", "b"), components, confidence, false);
  }

  private static Components sampled() {
    return new Components(new double[] {0.46, -0.19}, new double[] {0.02, 0.03}, INFINITE, "");
  }

  private static Components promised(boolean proven) {
    return Components.guaranteed(
        new double[] {0.46, -0.19}, new Guarantee(0.2, 0.9, proven), "note");
  }

  @Test
  void each_component_has_the_quantile_times_its_own_error_to_both_sides() {
    GradientInterval each = of(sampled(), 0.95);

    assertThat(each.halfWidths())
        .containsExactly(new double[] {0.02 * EACH, 0.03 * EACH}, within(1e-12));
    assertThat(each.low())
        .containsExactly(new double[] {0.46 - 0.02 * EACH, -0.19 - 0.03 * EACH}, within(1e-12));
    assertThat(each.high())
        .containsExactly(new double[] {0.46 + 0.02 * EACH, -0.19 + 0.03 * EACH}, within(1e-12));
    assertThat(each.of(1).low()).isEqualTo(each.low()[1]);
    assertThat(each.of(1).high()).isEqualTo(each.high()[1]);
  }

  @Test
  void all_together_share_the_probability_of_failure() {
    GradientInterval together = of(sampled(), 0.95).simultaneous();

    assertThat(together.halfWidths())
        .containsExactly(new double[] {0.02 * TOGETHER, 0.03 * TOGETHER}, within(1e-9));
  }

  @Test
  void few_outcomes_widen_by_the_law_of_student() {
    var components = new Components(new double[] {1}, new double[] {0.1}, 1, "");

    // The quantile 0.975 with one degree of freedom: tan(0.475 pi).
    assertThat(components.halfWidths(0.95)[0])
        .isCloseTo(0.1 * Math.tan(0.475 * Math.PI), within(1e-9));
  }

  @Test
  void a_change_to_what_was_handed_out_changes_nothing() {
    Components components = sampled();
    GradientInterval interval = of(components, 0.95);

    interval.halfWidths()[0] = 7;
    components.values()[0] = 7;
    components.standardErrors()[0] = 7;

    assertThat(interval.halfWidths()[0]).isLessThan(1);
    assertThat(components.values()).containsExactly(0.46, -0.19);
    assertThat(components.standardErrors()).containsExactly(0.02, 0.03);
  }

  @Test
  void the_table_says_for_what_its_confidence_holds() {
    assertThat(of(sampled(), 0.95).table().name()).isEqualTo("95 % intervals (each)");
    assertThat(of(sampled(), 0.9).simultaneous().table().name())
        .isEqualTo("90 % intervals (all together)");
    assertThat(of(promised(true), 0.9).table().name()).isEqualTo("90 % intervals (all together)");
    assertThat(of(promised(false), 0.9).table().name())
        .isEqualTo("90 % intervals (all together), unproven");
    assertThat(of(sampled(), 0.95).toString())
        .contains("95 % intervals (each)", "parameter", "low", "high", "a", "b");
  }

  @Test
  void a_promise_holds_for_all_at_its_own_confidence_and_below() {
    Components components = promised(true);

    assertThat(components.confidence()).isEqualTo(0.9);
    assertThat(components.halfWidths(0.9)).containsExactly(0.2, 0.2);
    assertThat(components.simultaneousHalfWidths(0.5)).containsExactly(0.2, 0.2);
    assertThatThrownBy(() -> components.halfWidths(0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the run promises its largest error at confidence 0.9, not at 0.95; run it again with"
                + " delta(0.05)");
    assertThatThrownBy(components::standardErrors)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there are no standard errors: the method promises its largest error at most 0.2 at"
                + " 90 % for all components together; interval(0.9) is that");
  }

  @Test
  void without_a_promise_intervals_are_shown_at_95_percent() {
    assertThat(sampled().confidence()).isEqualTo(0.95);
    assertThat(new Guarantee(0.25, 0.95, true)).hasToString("largest error at most 0.25 at 95 %");
    assertThat(new Guarantee(0.25, 0.95, false))
        .hasToString("largest error at most 0.25 at 95 %, unproven");
  }

  @Test
  void confidences_outside_of_0_to_1_are_refused() {
    for (double confidence : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> of(sampled(), confidence))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> sampled().simultaneousHalfWidths(confidence))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> promised(true).halfWidths(confidence))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void numbers_that_are_none_are_refused_by_index() {
    assertThatThrownBy(() -> new Components(new double[2], new double[1], 9, ""))
        .hasMessage("2 values but 1 standard errors");
    assertThatThrownBy(
            () -> new Components(new double[] {0, Double.NaN}, new double[2], INFINITE, ""))
        .hasMessage("component 1 of the gradient is NaN; it must be finite");
  }
}
