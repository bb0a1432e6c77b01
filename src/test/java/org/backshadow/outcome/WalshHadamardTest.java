package org.backshadow.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class WalshHadamardTest {
  @Test
  void it_is_the_sum_with_signs_term_by_term() {
    for (int bits = 0; bits <= 6; bits++) {
      double[] values = Samples.of(bits + 1).angles(1 << bits);
      double[] transformed = values.clone();

      WalshHadamard.transform(transformed);

      for (int k = 0; k < values.length; k++) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
          sum += Integer.bitCount(k & i) % 2 == 0 ? values[i] : -values[i];
        }
        assertThat(transformed[k]).isCloseTo(sum, within(1e-12));
      }
    }
  }

  @Test
  void twice_is_the_input_times_its_length() {
    double[] values = Samples.of(9).angles(32);
    double[] twice = values.clone();

    WalshHadamard.transform(twice);
    WalshHadamard.transform(twice);

    for (int i = 0; i < 32; i++) {
      assertThat(twice[i]).isCloseTo(32 * values[i], within(1e-12));
    }
  }

  @Test
  void other_lengths_are_refused() {
    assertThatThrownBy(() -> WalshHadamard.transform(new double[6]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("6 values; a Walsh-Hadamard transform needs a power of 2");
  }
}
