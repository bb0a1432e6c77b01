package org.backshadow.state.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rotations of rows in one pass, beside their matrices one after the other. */
class TogetherTest {
  private static final int BITS = 6;
  private static final double EXACT = 1e-13;
  private static final double[] TANGENTS = {0.3, -1.7, 0.9};

  private final Kernels kernels = KernelChoice.best();
  private final int width = kernels.width();

  @Test
  void two_and_three_rotations_in_one_pass_are_those_one_after_the_other() {
    for (int trial = 0; trial < 60; trial++) {
      Orbits orbits = orbits(trial, 2 + trial % 2);
      double[] u = numbers(trial);
      double[] expected = u.clone();
      for (int k = 0; k < orbits.strings().size(); k++) {
        expected = rotated(expected, orbits.strings().get(k), TANGENTS[k]);
      }

      int rows = 1 << (BITS - 1);
      if (orbits.strings().size() == 2) {
        kernels.rotateTwice(u, rows, orbits, TANGENTS[0], TANGENTS[1]);
      } else {
        kernels.rotateThrice(u, rows, orbits, TANGENTS[0], TANGENTS[1], TANGENTS[2]);
      }

      assertThat(u).as("%s", orbits.strings()).containsExactly(expected, within(EXACT));
    }
  }

  @Test
  void both_vectors_turn_and_each_sum_is_taken_before_its_rotation() {
    for (int trial = 0; trial < 60; trial++) {
      Orbits orbits = orbits(trial, 2);
      double[] u = numbers(trial);
      double[] l = numbers(-trial - 1);
      double[] expectedU = u.clone();
      double[] expectedL = l.clone();
      double[] expectedSums = new double[2];
      for (int k = 0; k < 2; k++) {
        double[] turned = applied(orbits.strings().get(k), expectedU);
        for (int i = 0; i < turned.length; i++) {
          expectedSums[k] += expectedL[i] * turned[i];
        }
        expectedU = rotated(expectedU, orbits.strings().get(k), TANGENTS[k]);
        expectedL = rotated(expectedL, orbits.strings().get(k), TANGENTS[k]);
      }
      double[] sums = new double[2];

      kernels.rotateBothTwice(u, l, 1 << (BITS - 1), orbits, TANGENTS[0], TANGENTS[1], sums);

      assertThat(u).containsExactly(expectedU, within(EXACT));
      assertThat(l).containsExactly(expectedL, within(EXACT));
      // The sum of as many products of numbers below 10.
      assertThat(sums).containsExactly(expectedSums, within(1e-10));
    }
  }

  /** Strings that flip rows, and signs of rows and lanes. */
  private Orbits orbits(int trial, int count) {
    var random = new SplittableRandom(trial);
    while (true) {
      var strings = new ArrayList<LocalString>();
      for (int k = 0; k < count; k++) {
        int x = random.nextInt(1 << BITS);
        int z = random.nextInt(1 << BITS);
        boolean antisymmetric = (Integer.bitCount(x & z) & 1) == 1;
        if (antisymmetric) {
          strings.add(new LocalString(x, 0, z, random.nextInt(width), 0));
        }
      }
      if (strings.size() == count) {
        var orbits = Orbits.of(strings);
        if (orbits.isPresent()) {
          return orbits.get();
        }
      }
    }
  }

  private double[] numbers(int seed) {
    return new SplittableRandom(seed).doubles(((long) width) << BITS, -1, 1).toArray();
  }

  private double[] rotated(double[] u, LocalString string, double tangent) {
    double[] turned = applied(string, u);
    for (int i = 0; i < turned.length; i++) {
      turned[i] = u[i] + tangent * turned[i];
    }
    return turned;
  }

  /** J u by its entries. */
  private double[] applied(LocalString string, double[] u) {
    double[] applied = new double[u.length];
    for (int row = 0; row < 1 << BITS; row++) {
      for (int lane = 0; lane < width; lane++) {
        int odd =
            Integer.bitCount(row & string.rowSigns()) ^ Integer.bitCount(lane & string.laneSigns());
        double entry = (odd & 1) == 0 ? 1 : -1;
        applied[row * width + lane] = entry * u[(row ^ string.rowFlips()) * width + lane];
      }
    }
    return applied;
  }
}
