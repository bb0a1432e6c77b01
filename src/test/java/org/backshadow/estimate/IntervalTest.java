package org.backshadow.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
  /** Abramowitz and Stegun, table 26.10, and the NIST/SEMATECH handbook, 1.3.6.7.2. */
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706", "0.975, 2, 4.303", "0.975, 3, 3.182", "0.975, 10, 2.228",
    "0.95, 30, 1.697", "0.995, 5, 4.032", "0.9995, 20, 3.850", "0.975, 100, 1.984",
    "0.975, 1000, 1.962", "0.975, 2000, 1.961",
  })
  void students_quantiles_are_those_of_the_tables(double p, double degrees, double quantile) {
    assertThat(Quantiles.student(p, degrees)).isCloseTo(quantile, within(0.0011));
    assertThat(Quantiles.student(1 - p, degrees)).isCloseTo(-quantile, within(0.0011));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.841344746, 1",
    "0.975, 1.959963985",
    "0.995, 2.575829304",
    "0.9999, 3.719016485",
  })
  void normal_quantiles_are_those_of_the_tables(double p, double quantile) {
    assertThat(Quantiles.normal(p)).isCloseTo(quantile, within(1e-8));
    assertThat(Quantiles.student(p, Double.POSITIVE_INFINITY)).isCloseTo(quantile, within(1e-8));
  }

  @Test
  void the_interval_reaches_a_quantile_of_standard_errors_to_both_sides() {
    Interval interval = Interval.around(2, 0.5, 10, 0.95);

    assertThat(interval.low()).isCloseTo(2 - 0.5 * 2.228139, within(1e-6));
    assertThat(interval.high()).isCloseTo(2 + 0.5 * 2.228139, within(1e-6));
    assertThat(interval.width()).isCloseTo(2.228139, within(1e-6));
    assertThat(interval.contains(2)).isTrue();
    assertThat(interval.contains(interval.high())).isTrue();
    assertThat(interval.contains(3.2)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
  void a_confidence_outside_0_to_1_is_refused(double confidence) {
    assertThatThrownBy(() -> Interval.around(0, 1, 9, confidence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "confidence is %s; it must lie between 0 and 1, such as 0.95".formatted(confidence));
  }
}
