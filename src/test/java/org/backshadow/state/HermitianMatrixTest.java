package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class HermitianMatrixTest {
  private static void same(HermitianMatrix actual, NaiveMatrix expected) {
    SimpleMatrix matrix = actual.matrix();
    var read =
        NaiveMatrix.generate(
            matrix.getNumRows(), matrix.getNumCols(), matrix::getReal, matrix::getImag);
    assertThat(read.distance(expected)).isLessThan(1e-12);
  }

  @Test
  void a_gate_conjugates_like_the_product_of_matrices() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(1, 4);
          PauliSum sum = samples.pauliSum(n, 5);
          Operation gate = samples.circuit(Samples.Shape.of(n, 1).bound()).operations().get(0);
          NaiveMatrix u = NaiveMatrix.of(gate, n);

          same(HermitianMatrix.of(sum), NaiveMatrix.of(sum));
          same(
              HermitianMatrix.of(sum).after(gate), u.times(NaiveMatrix.of(sum)).times(u.adjoint()));
        });
  }

  @Test
  void the_commutator_with_a_string_is_the_difference_of_products() {
    Samples.each(
        40,
        1,
        samples -> {
          int n = samples.between(1, 3);
          PauliSum sum = samples.pauliSum(n, 4);
          PauliString p = samples.pauliString(n);
          NaiveMatrix a = NaiveMatrix.of(sum);
          NaiveMatrix string = NaiveMatrix.of(p);

          same(
              HermitianMatrix.of(sum).commutator(p),
              string.times(a).minus(a.times(string)).times(0, 1));
        });
  }

  @Test
  void functions_act_on_eigenvalues() {
    Samples.each(
        20,
        1,
        samples -> {
          int n = samples.between(1, 4);
          HermitianMatrix a = HermitianMatrix.of(samples.pauliSum(n, 6));
          NaiveMatrix series = NaiveMatrix.identity(1 << n);
          NaiveMatrix power = NaiveMatrix.identity(1 << n);
          SimpleMatrix m = a.matrix();
          var naive = NaiveMatrix.generate(1 << n, 1 << n, m::getReal, m::getImag).times(1.0 / 64);
          for (int k = 1; k < 20; k++) {
            power = power.times(naive).times(1.0 / k);
            series = series.plus(power);
          }

          same(a.map(x -> Math.exp(x / 64)), series);
          same(a.map(x -> x), NaiveMatrix.generate(1 << n, 1 << n, m::getReal, m::getImag));
          assertThat(Arrays.stream(a.eigenvalues()).sum())
              .isCloseTo(a.traceOfProduct(HermitianMatrix.identity(n, 1)), within(1e-11));
          assertThat(a.eigenvalues()).isSorted().hasSize(1 << n);
        });
  }

  @Test
  void a_projector_gives_expectation_values() {
    StateVector psi = Simulator.run(Samples.of(3).circuit(Samples.Shape.of(3, 12).bound()));
    var observable = PauliSum.parse("0.3*XYZ - ZIY + 0.2*III");

    assertThat(HermitianMatrix.of(observable).expectation(psi))
        .isCloseTo(psi.expectation(observable), within(1e-13));
  }

  @Test
  void different_sizes_are_refused() {
    assertThatThrownBy(() -> HermitianMatrix.identity(1, 1).plus(1, HermitianMatrix.identity(2, 1)))
        .hasMessage("the matrix has 1 qubits, the other has 2");
  }

  private static HermitianMatrix density(Samples samples, int n) {
    return HermitianMatrix.of(samples.pauliSum(n, 6)).gibbs();
  }

  @Test
  void eigenvectors_are_columns_that_the_matrix_scales() {
    HermitianMatrix a = HermitianMatrix.of(PauliSum.parse("0.3*XYZ - ZIY + 0.2*YXI"));
    SimpleMatrix v = a.eigenvectors();
    SimpleMatrix image = a.matrix().mult(v);
    double[] values = a.eigenvalues();

    for (int k = 0; k < 8; k++) {
      for (int i = 0; i < 8; i++) {
        assertThat(image.getReal(i, k)).isCloseTo(values[k] * v.getReal(i, k), within(1e-13));
        assertThat(image.getImag(i, k)).isCloseTo(values[k] * v.getImag(i, k), within(1e-13));
      }
    }
  }

  @Test
  void a_gibbs_state_is_the_normalised_exponential() {
    Samples.each(
        20,
        2,
        samples -> {
          int n = samples.between(1, 4);
          HermitianMatrix a = HermitianMatrix.of(samples.pauliSum(n, 6));
          HermitianMatrix exp = a.map(Math::exp);
          double trace = exp.trace();

          assertThat(a.logTraceExp()).isCloseTo(Math.log(trace), within(1e-12));
          assertThat(a.gibbs().trace()).isCloseTo(1, within(1e-13));
          assertThat(a.gibbs().traceDistance(HermitianMatrix.identity(n, 0).plus(1 / trace, exp)))
              .isLessThan(1e-12);
        });
    var large = HermitianMatrix.identity(1, 2000);
    assertThat(large.gibbs().diagonal()).containsExactly(0.5, 0.5);
    assertThat(large.logTraceExp()).isCloseTo(2000 + Math.log(2), within(1e-12));
  }

  /** For qubits of diagonal states all quantities are those of coins. */
  @Test
  void diagonal_states_are_coins() {
    double p = 0.8;
    double q = 0.3;
    var a = HermitianMatrix.of(new double[][] {{p, 0}, {0, 1 - p}}, new double[2][2]);
    var b = HermitianMatrix.of(new double[][] {{q, 0}, {0, 1 - q}}, new double[2][2]);
    double entropy = -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
    double relative = p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));

    assertThat(a.entropy()).isCloseTo(entropy, within(1e-14));
    assertThat(a.traceDistance(b)).isCloseTo(0.5, within(1e-14));
    assertThat(a.relativeEntropy(b)).isCloseTo(relative, within(1e-14));
    assertThat(a.relativeEntropy(a)).isZero();
  }

  @Test
  void relative_entropy_bounds_the_trace_distance_and_sees_the_support() {
    Samples.each(
        20,
        3,
        samples -> {
          HermitianMatrix a = density(samples, 3);
          HermitianMatrix b = density(samples, 3);

          // Pinsker
          assertThat(a.relativeEntropy(b))
              .isGreaterThanOrEqualTo(2 * Math.pow(a.traceDistance(b), 2) - 1e-12);
          assertThat(a.traceDistance(b)).isCloseTo(b.traceDistance(a), within(1e-12));
        });
    var zero = HermitianMatrix.of(new double[][] {{1, 0}, {0, 0}}, new double[2][2]);
    var mixed = HermitianMatrix.identity(1, 0.5);
    assertThat(mixed.relativeEntropy(zero)).isInfinite();
    assertThat(zero.relativeEntropy(mixed)).isCloseTo(Math.log(2), within(1e-14));
    assertThat(zero.entropy()).isZero();
  }

  @Test
  void a_matrix_of_the_user_s_library_is_taken() {
    HermitianMatrix a = HermitianMatrix.of(PauliSum.parse("0.3*XY - ZI + 0.2*YZ"));

    assertThat(HermitianMatrix.of(a.matrix()).plus(-1, a).eigenvalues()).containsOnly(0);
    assertThat(HermitianMatrix.of(new SimpleMatrix(new double[][] {{0, 2}, {2, 0}})).eigenvalues())
        .satisfies(values -> assertThat(values[0]).isCloseTo(-2, within(1e-15)))
        .satisfies(values -> assertThat(values[1]).isCloseTo(2, within(1e-15)));
  }

  @Test
  void entries_that_cannot_be_are_refused() {
    double[][] zeros = new double[2][2];
    assertThatThrownBy(() -> HermitianMatrix.of(new double[][] {{0, 1}, {2, 0}}, zeros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the matrix is not Hermitian: the entries 0, 1 and 1, 0 differ by 1.0 from each other's"
                + " conjugates; take the mean of the matrix and its adjoint");
    assertThatThrownBy(() -> HermitianMatrix.of(zeros, new double[][] {{1, 0}, {0, 0}}))
        .hasMessageContaining("the entries 0, 0 and 0, 0 differ by 2.0");
    assertThatThrownBy(() -> HermitianMatrix.of(new double[][] {{Double.NaN, 0}, {0, 0}}, zeros))
        .hasMessage("the entry in row 0 and column 0 is not finite");
    assertThatThrownBy(() -> HermitianMatrix.of(new double[3][3], new double[3][3]))
        .hasMessage(
            "a matrix on n qubits has 2^n rows and as many columns, n from 1 to 12; this one has 3");
    assertThatThrownBy(() -> HermitianMatrix.of(new double[2][3], zeros))
        .hasMessageEndingWith("this one has 2 rows, and others of columns or of imaginary parts");
    assertThatThrownBy(() -> HermitianMatrix.of(PauliSum.parse("XXXXXXXXXXXXX")))
        .hasMessage(
            "a dense matrix has 1 to 12 qubits, not 13: it takes 16 * 4^n bytes, and 8^n steps for"
                + " its eigenvalues");
  }
}
