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
}
