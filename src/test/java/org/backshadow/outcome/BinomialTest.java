package org.backshadow.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.backshadow.estimate.Moments;
import org.backshadow.resources.Seed;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
  private static final int DRAWS = 200_000;

  /**
   * Inversion below a mean of 10, rejection from there on; both sides of the border, both tails.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.3",
    "2, 0.5",
    "5, 0.5",
    "19, 0.5",
    "20, 0.5",
    "21, 0.48",
    "30, 0.2",
    "30, 0.8",
    "100, 0.0999",
    "100, 0.1",
    "100, 0.1001",
    "100, 0.9",
    "1000, 0.001",
    "1000, 0.999",
    "10000, 0.5",
    "10000, 0.01",
    "1000000, 0.000005",
    "1000000, 0.00002",
    "40, 0.25",
    "40, 0.75",
  })
  void draws_follow_the_binomial_law(int trials, double p) {
    var law = new BinomialDistribution(null, trials, p);
    double[] expected = new double[trials + 1];
    for (int k = 0; k <= trials; k++) {
      expected[k] = DRAWS * law.probability(k);
    }

    // 20 rows and 4 below at 1e-6 each: a sound sampler fails for one seed in 40,000.
    assertThat(Statistics.chiSquareTail(expected, draws(trials, p, trials + 1)))
        .isGreaterThan(1e-6);
  }

  /** For tiny p the law is Poisson's but for p: 1e-11 of probability in all. */
  @ParameterizedTest
  @CsvSource({
    "1000000000000, 3e-12",
    "1000000000000, 9.9e-12",
    "1000000000000, 1.1e-11",
    "1000000000, 2e-9",
  })
  void tiny_probabilities_of_huge_numbers_follow_the_poisson_law(long trials, double p) {
    var law = new PoissonDistribution(trials * p);
    double[] expected = new double[60];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = DRAWS * law.probability(k);
    }

    assertThat(Statistics.chiSquareTail(expected, draws(trials, p, expected.length)))
        .isGreaterThan(1e-6);
  }

  private static long[] draws(long trials, double p, int cells) {
    RandomGenerator random = new Seed(11).random();
    long[] observed = new long[cells];
    for (int i = 0; i < DRAWS; i++) {
      long k = Binomial.draw(trials, p, random);
      assertThat(k).isBetween(0L, Math.min(trials, cells - 1));
      observed[(int) k]++;
    }
    return observed;
  }

  /**
   * Mean within six standard deviations (2e-9), variance within six of its own, sqrt(2/N) of it for
   * a nearly normal law; and the standardized draws in 20 cells of the normal law, from which a
   * lattice with deviation s differs by 1/s at most, here below 1e-4 of the draws' resolution.
   */
  @ParameterizedTest
  @CsvSource({
    "1000000000, 0.3",
    "1000000000000, 0.3",
    "1000000000000, 0.5",
    "1000000000000, 0.999",
    "1000000000000, 0.0001",
    "123456789012, 0.77",
  })
  void huge_numbers_of_trials_have_the_right_moments_and_shape(long trials, double p) {
    RandomGenerator random = new Seed(5).random();
    double mean = trials * p;
    double deviation = Math.sqrt(trials * p * (1 - p));
    var normal = new NormalDistribution(null, 0, 1);
    long[] observed = new long[20];
    double[] expected = new double[20];
    var moments = new Moments();
    for (int i = 0; i < DRAWS; i++) {
      double z = (Binomial.draw(trials, p, random) - mean) / deviation;
      moments.add(z, 1);
      observed[Math.min(19, (int) (20 * normal.cumulativeProbability(z)))]++;
    }
    java.util.Arrays.fill(expected, DRAWS / 20.0);

    assertThat(moments.mean()).isCloseTo(0, within(6 / Math.sqrt(DRAWS)));
    assertThat(moments.variance()).isCloseTo(1, within(6 * Math.sqrt(2.0 / DRAWS)));
    assertThat(Statistics.chiSquareTail(expected, observed)).isGreaterThan(1e-6);
  }

  @Test
  void certain_outcomes_need_no_luck() {
    RandomGenerator random = new Seed(1).random();

    assertThat(Binomial.draw(1_000_000_000_000L, 0, random)).isZero();
    assertThat(Binomial.draw(1_000_000_000_000L, 1, random)).isEqualTo(1_000_000_000_000L);
    assertThat(Binomial.draw(0, 0.4, random)).isZero();
    assertThat(Binomial.draw(10, 1 + 1e-15, random)).isEqualTo(10);
    assertThat(Binomial.draw(10, -1e-17, random)).isZero();
  }

  @Test
  void probabilities_below_the_smallest_normal_number_give_no_success() {
    RandomGenerator random = new Seed(1).random();

    for (int i = 0; i < 1000; i++) {
      assertThat(Binomial.draw(1_000_000_000_000L, Double.MIN_VALUE, random)).isZero();
      assertThat(Binomial.draw(1_000_000_000_000L, 1e-300, random)).isZero();
    }
  }

  /** Stored on JDK 17; other JDKs must repeat them. A change here belongs in the changelog. */
  @Test
  void draws_are_the_stored_ones_on_every_jdk() {
    RandomGenerator random = new Seed(2024).random();
    var drawn = new ArrayList<Long>();
    for (long trials : new long[] {1, 10, 50, 1000, 1_000_000, 1_000_000_000_000L}) {
      for (double p : new double[] {1e-9, 0.1, 0.5, 0.77}) {
        drawn.add(Binomial.draw(trials, p, random));
      }
    }

    assertThat(drawn)
        .containsExactly(
            0L,
            0L,
            1L,
            1L,
            0L,
            5L,
            4L,
            10L,
            0L,
            7L,
            30L,
            38L,
            0L,
            98L,
            495L,
            760L,
            0L,
            100018L,
            499750L,
            769567L,
            992L,
            99999932866L,
            500000104404L,
            769999505692L);
  }
}
