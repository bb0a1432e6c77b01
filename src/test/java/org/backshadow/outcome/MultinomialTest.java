package org.backshadow.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.backshadow.resources.Seed;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

class MultinomialTest {
  private static double[] distribution(Samples samples, int bits) {
    double[] p = new double[1 << bits];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = samples.chance(0.2) ? 0 : Math.exp(3 * samples.gaussian());
      sum += p[i];
    }
    if (sum == 0) {
      p[0] = sum = 1;
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  @Test
  void many_shots_of_one_draw_follow_the_distribution() {
    // 60 samples at 1e-6 each: a sound sampler fails for 6 seeds in 100,000.
    Samples.each(
        60,
        1,
        samples -> {
          int bits = samples.between(1, 7);
          double[] p = distribution(samples, bits);
          long shots = 1_000_000;

          Counts counts = new Multinomial(p).draw(shots, new Seed(samples.below(1000)).random());

          assertThat(counts.shots()).isEqualTo(shots);
          assertThat(tail(p, shots, counts)).isGreaterThan(1e-6);
        });
  }

  @Test
  void single_shots_drawn_one_after_the_other_follow_it_too() {
    double[] p = distribution(Samples.of(3), 4);
    var multinomial = new Multinomial(p);
    var random = new Seed(4).random();
    long[] observed = new long[16];
    for (int i = 0; i < 100_000; i++) {
      observed[(int) multinomial.draw(1, random).outcome(0)]++;
    }

    double[] expected = java.util.Arrays.stream(p).map(x -> 100_000 * x).toArray();
    assertThat(Statistics.chiSquareTail(expected, observed)).isGreaterThan(1e-6);
  }

  /** The pair of two counts of a draw has the covariance -n p q: here by their sum's variance. */
  @Test
  void counts_of_one_draw_are_anticorrelated_as_they_must_be() {
    var multinomial = new Multinomial(new double[] {0.3, 0.2, 0.4, 0.1});
    var random = new Seed(8).random();
    long[] observed = new long[101];
    for (int i = 0; i < 100_000; i++) {
      Counts counts = multinomial.draw(100, random);
      observed[(int) (counts.count("00") + counts.count("11"))]++;
    }

    var law = new org.apache.commons.math3.distribution.BinomialDistribution(null, 100, 0.4);
    double[] expected = new double[101];
    for (int k = 0; k <= 100; k++) {
      expected[k] = 100_000 * law.probability(k);
    }
    assertThat(Statistics.chiSquareTail(expected, observed)).isGreaterThan(1e-6);
  }

  @Test
  void impossible_outcomes_never_come_and_sums_need_not_be_exactly_one() {
    var multinomial = new Multinomial(new double[] {0, 0.5 + 1e-13, 0, 0.5 + 1e-13, 0, 0, 0, 0});
    var random = new Seed(6).random();

    for (int i = 0; i < 100; i++) {
      Counts counts = multinomial.draw(1_000_000_000_000L, random);
      assertThat(counts.shots()).isEqualTo(1_000_000_000_000L);
      assertThat(counts.count("001") + counts.count("011")).isEqualTo(1_000_000_000_000L);
    }
  }

  @Test
  void probabilities_near_underflow_keep_their_ratio() {
    Counts counts =
        new Multinomial(new double[] {1e-300, 3e-300}).draw(1_000_000, new Seed(1).random());

    // Deviation 433; six of them.
    assertThat(counts.count("1")).isBetween(750_000L - 2600, 750_000L + 2600);
  }

  /** Stored on JDK 17; other JDKs must repeat them. A change here belongs in the changelog. */
  @Test
  void draws_are_the_stored_ones_on_every_jdk() {
    double[] p = {0.1, 0.05, 0.3, 0.15, 0, 0.2, 1e-9, 0.2 - 1e-9};

    Counts counts = new Multinomial(p).draw(1_000_000, new Seed(77).random());

    assertThat(counts)
        .hasToString("000: 99581, 001: 49964, 010: 299949, 011: 149914, 101: 200513, 111: 200079");
  }

  private static double tail(double[] p, long shots, Counts counts) {
    double[] expected = new double[p.length];
    long[] observed = new long[p.length];
    for (int i = 0; i < p.length; i++) {
      expected[i] = shots * p[i];
    }
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
      assertThat(p[(int) counts.outcome(k)]).isPositive();
    }
    return Statistics.chiSquareTail(expected, observed);
  }

  /** Beyond 2^14 outcomes the last levels are searched; a gap of zeros must stay empty. */
  @Test
  void many_outcomes_have_their_probabilities() {
    double[] p = new double[1 << 15];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = i % 7 == 3 || i >= 32_000 ? 0 : 1 + (i * 37 % 101) / 20.0;
      sum += p[i];
    }
    long shots = 1_000_000;

    Counts counts = new Multinomial(p).draw(shots, new Seed(5).random());

    double[] expected = new double[p.length];
    long[] observed = new long[p.length];
    for (int i = 0; i < p.length; i++) {
      expected[i] = p[i] / sum * shots;
    }
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
      assertThat(p[(int) counts.outcome(k)]).isPositive();
    }
    assertThat(counts.shots()).isEqualTo(shots);
    // Chance alone falls below 1e-6 in one of a million runs.
    assertThat(org.backshadow.testing.Statistics.chiSquareTail(expected, observed))
        .isGreaterThan(1e-6);
  }
}
