package org.backshadow.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.resources.Seed;
import org.backshadow.state.engine.VectorModule;
import org.junit.jupiter.api.Test;

/**
 * The loops over halves against loops as they are written on paper, and those on vectors against
 * those in plain Java: bit for bit, so that sampled outcomes are the same on every machine.
 */
class HalvesKernelTest {
  private static final HalvesKernel PLAIN = new PlainHalves();
  private static final HalvesKernel BEST =
      VectorModule.orPlain(
          HalvesKernel.class, "org.backshadow.state.snapshot.VectorHalves", new PlainHalves());

  private final double[] re = new Seed(1).random().gaussians(2100, 1);
  private final double[] im = new Seed(2).random().gaussians(2100, 1);

  @Test
  void products_are_those_of_a_plain_loop_and_the_same_on_vectors() {
    for (int length = 1; length <= 1024; length *= 2) {
      double[] sums = {0, 0};
      double size = 0;
      for (int i = 0; i < length; i++) {
        sums[0] += re[3 + i] * re[40 + i] + im[3 + i] * im[40 + i];
        sums[1] += re[3 + i] * im[40 + i] - im[3 + i] * re[40 + i];
        size += Math.abs(re[3 + i] * re[40 + i]) + Math.abs(im[3 + i] * im[40 + i]) + 1;
      }
      double same = PLAIN.product(re, im, 3, re, im, 40, 1, length);
      double crossed = PLAIN.product(re, im, 3, im, re, 40, -1, length);

      assertThat(same).isCloseTo(sums[0], within(1e-14 * size));
      assertThat(crossed).isCloseTo(sums[1], within(1e-14 * size));
      assertThat(BEST.product(re, im, 3, re, im, 40, 1, length)).isEqualTo(same);
      assertThat(BEST.product(re, im, 3, im, re, 40, -1, length)).isEqualTo(crossed);
    }
  }

  @Test
  void the_three_overlaps_at_once_have_the_bits_of_one_by_one() {
    for (int half = 1; half <= 1024; half *= 2) {
      double[] one = {
        PLAIN.product(re, im, 5, re, im, 5 + half, 1, half),
        PLAIN.product(re, im, 5, im, re, 5 + half, -1, half),
        PLAIN.product(re, im, 5, re, im, 5, 1, half)
      };
      double[] plain = new double[3];
      double[] best = new double[3];

      PLAIN.overlaps(re, im, 5, half, plain);
      BEST.overlaps(re, im, 5, half, best);

      assertThat(plain).isEqualTo(one);
      assertThat(best).isEqualTo(one);
    }
  }

  @Test
  void added_halves_are_those_of_a_plain_loop_and_the_same_on_vectors() {
    for (int length = 1; length <= 1024; length *= 2) {
      double[][] plain = new double[2][length + 1];
      double[][] best = new double[2][length + 1];

      PLAIN.add(re, im, 7, im, -1, re, 1, 7 + length, length, plain[0], plain[1]);
      BEST.add(re, im, 7, im, -1, re, 1, 7 + length, length, best[0], best[1]);

      for (int i = 0; i < length; i++) {
        assertThat(plain[0][i]).isEqualTo(re[7 + i] - im[7 + length + i]);
        assertThat(plain[1][i]).isEqualTo(im[7 + i] + re[7 + length + i]);
      }
      assertThat(plain[0][length]).as("nothing is written behind the target").isZero();
      assertThat(best).isDeepEqualTo(plain);
    }
  }
}
