package org.backshadow.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SeedTest {
  /**
   * Consecutive seeds, since users count 1, 2, 3. The number of heads of 1,000 fair coins has mean
   * 500 and variance 250. Over 4,000 seeds the sample variance has standard deviation {@code 250
   * sqrt(2/3999) = 5.6}, the lag-1 correlation {@code 1/sqrt(4000) = 0.016} and the mean {@code
   * sqrt(250/4000) = 0.25}; each passes 4 of them with probability 6e-5.
   */
  @Test
  void consecutive_seeds_are_independent() {
    int seeds = 4_000;
    double[] heads = new double[seeds];
    for (int s = 0; s < seeds; s++) {
      var random = new Seed(s).random();
      for (int coin = 0; coin < 1_000; coin++) {
        heads[s] += random.nextBoolean() ? 1 : 0;
      }
    }

    checkCoins(heads);
  }

  /** As above for the children of one seed, which the shots of a sweep use. */
  @Test
  void consecutive_children_are_independent() {
    int seeds = 4_000;
    double[] heads = new double[seeds];
    for (int s = 0; s < seeds; s++) {
      var random = new Seed(7).child(s).random();
      for (int coin = 0; coin < 1_000; coin++) {
        heads[s] += random.nextDouble() < 0.5 ? 1 : 0;
      }
    }

    checkCoins(heads);
  }

  private static void checkCoins(double[] heads) {
    int n = heads.length;
    double mean = 0;
    for (double h : heads) {
      mean += h / n;
    }
    double variance = 0;
    double lagged = 0;
    for (int s = 0; s < n; s++) {
      variance += (heads[s] - mean) * (heads[s] - mean) / (n - 1);
      lagged += s == 0 ? 0 : (heads[s] - mean) * (heads[s - 1] - mean) / (n - 1);
    }

    assertThat(mean).isBetween(500 - 4 * 0.25, 500 + 4 * 0.25);
    assertThat(variance).isBetween(250 - 4 * 5.6, 250 + 4 * 5.6);
    assertThat(lagged / variance).isBetween(-4 * 0.016, 4 * 0.016);
  }

  @Test
  void children_differ_from_each_other_and_from_their_parent() {
    var values = new HashSet<Long>();
    int expected = 0;
    for (long parent : new long[] {0, 1, 2, -1, Long.MIN_VALUE}) {
      var seed = new Seed(parent);
      values.add(parent);
      expected++;
      for (int i = -500; i < 500; i++) {
        values.add(seed.child(i).value());
        values.add(seed.child("shadow").child(i).value());
        values.add(seed.child(i).child("shadow").value());
        values.add(seed.child("row" + i).value());
        expected += 4;
      }
    }

    assertThat(values).hasSize(expected);
  }

  @Test
  void a_child_depends_on_its_name_and_not_on_what_was_drawn_before() {
    var seed = new Seed(5);
    long first = seed.child("shadow").child(3).value();

    seed.random().nextLong();
    seed.child(99).random().nextLong();

    assertThat(seed.child("shadow").child(3).value()).isEqualTo(first);
    assertThat(seed.random().nextLong()).isEqualTo(seed.random().nextLong());
    assertThat(new Seed(5)).isEqualTo(seed).hasToString("5");
  }

  /** Stored on JDK 17; JDK 25 has to agree to the bit. A change needs a line in the changelog. */
  @Test
  void the_first_numbers_are_the_same_on_every_jdk() {
    var random = new Seed(42).random();
    var drawn = new ArrayList<String>();
    drawn.add(Long.toHexString(random.nextLong()));
    drawn.add(Long.toHexString(random.nextLong()));
    drawn.add(Double.toHexString(random.nextDouble()));
    drawn.add(Double.toHexString(random.nextGaussian()));
    drawn.add(Double.toHexString(random.nextGaussian()));
    drawn.add(String.valueOf(random.nextInt(1_000_000)));
    drawn.add(String.valueOf(random.nextInt(3)));
    drawn.add(String.valueOf(random.nextBoolean()));
    drawn.add(Long.toHexString(new Seed(42).child(7).value()));
    drawn.add(Long.toHexString(new Seed(42).child("shadow").value()));

    assertThat(drawn)
        .containsExactly(
            "57e1faba65107204",
            "f4abd143feb24055",
            "0x1.f2059ce304a4p-2",
            "-0x1.ec166bc800928p-2",
            "0x1.48ef29c615acep-2",
            "482257",
            "0",
            "false",
            "8707fcbc82369a90",
            "15d2a59342f8b45");
  }

  /**
   * 600,000 draws of 6 faces: chi-square with 5 degrees of freedom has probability 1e-5 beyond
   * 30.9. The bound 2^31 - 1 is where a plain modulo would be biased most.
   */
  @Test
  void integers_below_a_bound_are_even() {
    var random = new Seed(3).random();
    int[] faces = new int[6];
    for (int i = 0; i < 600_000; i++) {
      faces[random.nextInt(6)]++;
    }
    double chiSquare = 0;
    for (int count : faces) {
      chiSquare += (count - 100_000.0) * (count - 100_000.0) / 100_000;
    }

    assertThat(chiSquare).isLessThan(30.9);
    for (int i = 0; i < 1_000; i++) {
      assertThat(random.nextInt(1)).isZero();
      assertThat(random.nextInt(Integer.MAX_VALUE)).isNotNegative();
      assertThat(random.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
    }
    for (int bound : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> random.nextInt(bound))
          .withMessage("bound must be positive, not " + bound);
    }
  }

  /**
   * 200,000 normals: the mean has standard deviation 0.0022, the variance {@code sqrt(2/n) =
   * 0.0032}, the fourth moment {@code sqrt(96/n) = 0.022}; 4.5 of them have probability 7e-6.
   */
  @Test
  void gaussians_have_the_moments_of_the_normal_distribution() {
    var random = new Seed(4).random();
    int n = 200_000;
    double mean = 0;
    double variance = 0;
    double fourth = 0;
    for (int i = 0; i < n; i++) {
      double g = random.nextGaussian();
      mean += g / n;
      variance += g * g / n;
      fourth += g * g * g * g / n;
    }

    assertThat(mean).isBetween(-4.5 * 0.0023, 4.5 * 0.0023);
    assertThat(variance).isBetween(1 - 4.5 * 0.0032, 1 + 4.5 * 0.0032);
    assertThat(fourth).isBetween(3 - 4.5 * 0.022, 3 + 4.5 * 0.022);
  }
}
