package org.backshadow.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void weighted_values_give_the_two_pass_mean_and_variance() {
    Samples.each(
        200,
        1,
        samples -> {
          int size = samples.between(2, 30);
          double[] value = new double[size];
          long[] times = new long[size];
          var moments = new Moments();
          long count = 0;
          double sum = 0;
          for (int i = 0; i < size; i++) {
            value[i] = samples.gaussian();
            times[i] = samples.between(1, 50);
            moments.add(value[i], times[i]);
            count += times[i];
            sum += times[i] * value[i];
          }
          double squares = 0;
          for (int i = 0; i < size; i++) {
            squares += times[i] * Math.pow(value[i] - sum / count, 2);
          }

          assertThat(moments.count()).isEqualTo(count);
          assertThat(moments.mean()).isCloseTo(sum / count, within(1e-13));
          assertThat(moments.variance()).isCloseTo(squares / (count - 1), within(1e-12));
          assertThat(moments.standardError(1))
              .isCloseTo(Math.sqrt(squares / (count - 1) / count), within(1e-12));
        });
  }

  @Test
  void a_large_mean_does_not_eat_the_variance() {
    var moments = new Moments();
    moments.add(1e9 - 1, 500);
    moments.add(1e9 + 1, 500);

    assertThat(moments.mean()).isEqualTo(1e9);
    assertThat(moments.variance()).isCloseTo(1000.0 / 999, within(1e-9));
  }

  @Test
  void values_that_never_came_change_nothing() {
    var moments = new Moments();
    moments.add(7, 0);
    moments.add(1, 3);
    moments.add(-9, 0);

    assertThat(moments.mean()).isEqualTo(1);
    assertThat(moments.count()).isEqualTo(3);
    assertThat(moments.standardError(1)).isEqualTo(2.0 / 3);
  }

  @Test
  void without_spread_the_error_is_that_of_one_value_at_the_other_end() {
    var moments = new Moments();
    moments.add(1, 100);

    assertThat(moments.variance()).isZero();
    assertThat(moments.standardError(1)).isEqualTo(0.02);
  }

  @Test
  void a_single_value_has_the_whole_range_as_its_error() {
    var moments = new Moments();
    moments.add(1, 1);

    assertThat(moments.standardError(0.5)).isEqualTo(1);
  }
}
