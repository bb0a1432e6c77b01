package org.backshadow.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.testing.RealEmbedding;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HermitianEigenTest {
  private static final double ACCURACY = 1e-12;

  /** Solves, and checks all that a solution has to be; returns the eigenvalues. */
  private static double[] solved(SplitMatrix a) {
    HermitianEigen eigen = HermitianEigen.of(a.dimension(), a.re(), a.im());
    double[] values = eigen.values();
    double norm = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));

    assertThat(values).isSorted();
    assertThat(a.disorder(eigen)).as("orthogonality").isLessThan(ACCURACY);
    assertThat(a.residual(eigen)).as("residual").isLessThanOrEqualTo(ACCURACY * norm);
    close(HermitianEigen.values(a.dimension(), a.re(), a.im()), values, norm);
    return values;
  }

  private static void close(double[] actual, double[] expected, double norm) {
    assertThat(actual).hasSameSizeAs(expected);
    double worst = 0;
    for (int k = 0; k < actual.length; k++) {
      worst = Math.max(worst, Math.abs(actual[k] - expected[k]));
    }
    assertThat(worst).as("eigenvalues").isLessThanOrEqualTo(ACCURACY * norm);
  }

  private static void agreesWithEjml(SplitMatrix a) {
    double[] values = solved(a);
    double norm = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    close(values, RealEmbedding.eigenvalues(a.dimension(), a.re(), a.im()), norm);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 16, 23, 24, 25, 26, 32, 33, 48, 50, 64, 97, 128})
  void random_matrices_agree_with_ejml(int dimension) {
    agreesWithEjml(SplitMatrix.random(dimension, dimension));
  }

  @Test
  void eight_qubits_are_solved() {
    solved(SplitMatrix.random(256, 8));
  }

  @Test
  @Tag("full")
  void eight_and_nine_qubits_agree_with_ejml() {
    agreesWithEjml(SplitMatrix.random(256, 88));
    agreesWithEjml(SplitMatrix.random(512, 99));
  }

  @Test
  void pauli_sums_with_their_degenerate_levels_agree_with_ejml() {
    Samples.each(
        40,
        1,
        samples -> {
          int n = samples.between(1, 6);
          var a = SplitMatrix.zero(1 << n);
          PauliEntries.add(samples.pauliSum(n, 4), a.re(), a.im());
          agreesWithEjml(a);
        });
  }

  /** Spin quantum numbers: the matrix of {@code 2 S_x} has the whole numbers N-1, N-3, ... 1-N. */
  @ParameterizedTest
  @ValueSource(ints = {2, 9, 40, 100, 256})
  void a_spin_has_its_whole_numbers(int dimension) {
    double[] beside =
        IntStream.range(1, dimension).mapToDouble(k -> Math.sqrt(k * (dimension - k))).toArray();
    var spin = SplitMatrix.tridiagonal(new double[dimension], beside);
    double[] expected =
        IntStream.range(0, dimension).mapToDouble(k -> 2 * k - dimension + 1).toArray();

    close(solved(spin), expected, dimension);
    close(solved(spin.turned(5)), expected, dimension);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 64, 150})
  void levels_that_are_equal_or_nearly_so_come_out(int dimension) {
    double[] degenerate = IntStream.range(0, dimension).mapToDouble(k -> k / 9).toArray();
    double[] clustered =
        IntStream.range(0, dimension).mapToDouble(k -> 1 + k % 5 + 1e-14 * k).sorted().toArray();
    double[] projector =
        IntStream.range(0, dimension).mapToDouble(k -> k < dimension - 3 ? 0 : 1).toArray();
    double[] graded =
        IntStream.range(0, dimension)
            .mapToDouble(k -> Math.pow(10, k / 4.0 - dimension / 4.0))
            .toArray();
    for (double[] levels : new double[][] {degenerate, clustered, projector, graded}) {
      double norm = levels[dimension - 1];

      close(solved(SplitMatrix.diagonal(levels).turned(dimension)), levels, norm);
    }
  }

  /**
   * Wilkinson's matrix, whose largest eigenvalues are pairs 1e-14 apart and less, and glued ones.
   */
  @Test
  void wilkinson_s_pairs_keep_orthogonal_vectors() {
    double[] diagonal = IntStream.rangeClosed(-60, 60).mapToDouble(Math::abs).toArray();
    double[] ones = DoubleStream.generate(() -> 1).limit(120).toArray();
    double[] glued = IntStream.range(0, 84).mapToDouble(k -> Math.abs(k % 21 - 10)).toArray();
    double[] glue = IntStream.range(1, 84).mapToDouble(k -> k % 21 == 0 ? 1e-9 : 1).toArray();

    agreesWithEjml(SplitMatrix.tridiagonal(diagonal, ones));
    agreesWithEjml(SplitMatrix.tridiagonal(glued, glue));
    agreesWithEjml(SplitMatrix.tridiagonal(glued, glue).turned(3));
  }

  @Test
  void a_diagonal_is_exact() {
    double[] levels = IntStream.range(0, 70).mapToDouble(k -> Math.sin(k)).toArray();
    double[] sorted = levels.clone();
    Arrays.sort(sorted);

    assertThat(solved(SplitMatrix.diagonal(levels))).containsExactly(sorted);
    assertThat(solved(SplitMatrix.zero(60))).containsOnly(0);
    assertThat(solved(SplitMatrix.diagonal(-3))).containsExactly(-3);
  }

  @Test
  void two_by_two_is_the_textbook_s() {
    var a = new SplitMatrix(2, new double[] {1, 2, 2, -1}, new double[] {0, -2, 2, 0});

    close(solved(a), new double[] {-3, 3}, 3);
  }

  @Test
  void the_size_of_the_entries_does_not_matter() {
    var a = SplitMatrix.random(40, 2);
    double[] values = solved(a);
    for (int power : new int[] {-1000, -500, 500, 1000}) {
      double factor = Math.scalb(1.0, power);
      HermitianEigen scaled = HermitianEigen.of(40, a.times(factor).re(), a.times(factor).im());

      assertThat(scaled.values())
          .containsExactly(Arrays.stream(values).map(x -> factor * x).toArray());
    }
  }

  @Test
  void functions_of_a_matrix_follow_its_eigenvalues() {
    for (int dimension : new int[] {1, 2, 17, 64}) {
      var a = SplitMatrix.random(dimension, 4);
      HermitianEigen eigen = HermitianEigen.of(dimension, a.re(), a.im());
      var same = SplitMatrix.zero(dimension);
      eigen.function(x -> x, same.re(), same.im());
      var square = SplitMatrix.zero(dimension);
      eigen.function(x -> x * x, square.re(), square.im());

      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          double re = 0;
          double im = 0;
          for (int k = 0; k < dimension; k++) {
            int left = i * dimension + k;
            int right = k * dimension + j;
            re += a.re()[left] * a.re()[right] - a.im()[left] * a.im()[right];
            im += a.re()[left] * a.im()[right] + a.im()[left] * a.re()[right];
          }
          int entry = i * dimension + j;
          assertThat(square.re()[entry] - re).isBetween(-1e-11, 1e-11);
          assertThat(square.im()[entry] - im).isBetween(-1e-11, 1e-11);
          assertThat(same.re()[entry] - a.re()[entry]).isBetween(-ACCURACY * 10, ACCURACY * 10);
          assertThat(same.im()[entry] - a.im()[entry]).isBetween(-ACCURACY * 10, ACCURACY * 10);
        }
      }
    }
  }

  /** Interpreted, compiled, with vector instructions of any width, on any Java: one result. */
  @Test
  void the_bits_are_the_same_everywhere() {
    var a = SplitMatrix.random(100, 1);
    for (int repeat = 0; repeat < 60; repeat++) {
      HermitianEigen eigen = HermitianEigen.of(100, a.re(), a.im());
      double[] numbers = new double[100 * 200];
      for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 100; k++) {
          numbers[i * 200 + 2 * k] = eigen.re(i, k);
          numbers[i * 200 + 2 * k + 1] = eigen.im(i, k);
        }
      }
      assertThat(Arrays.hashCode(eigen.values()) + "/" + Arrays.hashCode(numbers))
          .as("repeat %d", repeat)
          .isEqualTo("-1295700054/1016925526");
    }
  }

  @Test
  void an_interrupt_ends_the_work() {
    var a = SplitMatrix.random(64, 1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> HermitianEigen.of(64, a.re(), a.im()))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void what_is_not_finite_is_refused() {
    var a = SplitMatrix.zero(2);
    a.re()[0] = Double.NaN;

    assertThatThrownBy(() -> HermitianEigen.of(2, a.re(), a.im()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an entry of the matrix is not finite");
    a.re()[0] = Double.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> HermitianEigen.values(2, a.re(), a.im()))
        .hasMessage("an entry of the matrix is not finite");
  }
}
