package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossoverTest {
  private static List<ScalingPoint> curve(IntToDoubleFunction value, int... sizes) {
    return IntStream.of(sizes)
        .mapToObj(
            size -> {
              double v = value.applyAsDouble(size);
              return new ScalingPoint("curve", size, v, v, v, v, v, v, 1);
            })
        .toList();
  }

  @Test
  void powers_cross_where_they_are_equal() {
    var linear = curve(m -> 300.0 * m, 16, 64, 256, 1024, 4096);
    var square = curve(m -> (double) m * m, 16, 64, 256, 1024);

    assertThat(Crossover.of(linear, square).orElseThrow()).isCloseTo(300, within(1e-9));
    assertThat(Crossover.of(square, linear)).isEmpty();
    assertThat(Crossover.of(linear, linear)).isEmpty();
  }

  @Test
  void a_curve_that_is_above_again_at_the_last_size_has_none() {
    var flat = curve(m -> 1, 1, 2, 3, 4);
    var hump = curve(m -> m == 2 ? 2 : 0.5, 1, 2, 3, 4);

    assertThat(Crossover.of(flat, hump)).isEmpty();
  }
}
