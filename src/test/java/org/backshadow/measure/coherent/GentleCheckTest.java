package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class GentleCheckTest {
  @Test
  void moments_equal_the_sum_over_all_counts() {
    var check = new GentleCheck(60, 36, 4);
    var counts = new BinomialDistribution(null, 60, 0.47);

    double mean = 0;
    double square = 0;
    for (int n = 0; n <= 60; n++) {
      double pass = n >= 36 ? 0 : 1 - Math.exp(-(36.0 - n) / 4);
      mean += counts.probability(n) * Math.sqrt(pass);
      square += counts.probability(n) * pass;
    }

    assertThat(check.alarmProbability(0.47)).isCloseTo(1 - square, within(1e-12));
    assertThat(check.disturbance(0.47)).isCloseTo(Math.sqrt(square - mean * mean), within(1e-12));
  }

  @Test
  void logistic_moments_equal_the_sum_over_all_counts() {
    var check = new GentleCheck(60, 36, 4, CheckNoise.LOGISTIC);
    var counts = new BinomialDistribution(null, 60, 0.47);

    double mean = 0;
    double square = 0;
    for (int n = 0; n <= 60; n++) {
      double pass = 1 / (1 + Math.exp((n - 36.0) / 4));
      mean += counts.probability(n) * Math.sqrt(pass);
      square += counts.probability(n) * pass;
    }

    assertThat(check.alarmProbability(0.47)).isCloseTo(1 - square, within(1e-12));
    assertThat(check.disturbance(0.47)).isCloseTo(Math.sqrt(square - mean * mean), within(1e-12));
    assertThat(check.alarmAt(36)).isEqualTo(0.5);
  }

  @Test
  void a_hard_threshold_disturbs_by_the_spread_of_its_alarm() {
    var check = new GentleCheck(400, 220, 1e-6);

    double alarm = check.alarmProbability(0.5);

    assertThat(check.disturbance(0.5)).isCloseTo(Math.sqrt(alarm * (1 - alarm)), within(1e-9));
  }

  @Test
  void at_equal_alarm_probability_noise_makes_a_check_gentler() {
    var hard = new GentleCheck(400, 214, 1e-6);
    var noisy = new GentleCheck(400, 229, 10);

    assertThat(noisy.alarmProbability(0.5)).isCloseTo(hard.alarmProbability(0.5), within(0.03));
    assertThat(noisy.disturbance(0.5)).isLessThan(hard.disturbance(0.5) / 2);
  }

  @Test
  void certain_outcomes_are_not_disturbed() {
    var check = new GentleCheck(50, 40, 2);

    assertThat(check.disturbance(0)).isZero();
    assertThat(check.alarmProbability(1)).isEqualTo(1);
  }

  @Test
  void bad_arguments_are_named() {
    assertThatThrownBy(() -> new GentleCheck(0, 1, 1)).hasMessageContaining("copies (0)");
    assertThatThrownBy(() -> new GentleCheck(5, 3, 1).disturbance(Double.NaN))
        .hasMessage("p is NaN; it must be a probability");
  }
}
