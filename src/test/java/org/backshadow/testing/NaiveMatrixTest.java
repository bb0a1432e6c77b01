package org.backshadow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;

/** The reference itself, against results that one can write down. */
class NaiveMatrixTest {
  @Test
  void a_bell_pair_has_its_known_amplitudes() {
    var psi = NaiveMatrix.state(Circuit.of(2).h(0).cx(0, 1));

    assertThat(psi.re(0b00, 0)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(psi.re(0b11, 0)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(psi.re(0b01, 0)).isZero();
    assertThat(psi.re(0b10, 0)).isZero();
  }

  @Test
  void qubit_0_is_the_most_significant_bit() {
    var psi = NaiveMatrix.state(Circuit.of(3).x(0));

    assertThat(psi.distance(NaiveMatrix.basisState("100"))).isZero();
  }

  @Test
  void a_gate_on_swapped_qubits_is_conjugated_by_the_swap() {
    var swapped = NaiveMatrix.of(Circuit.of(3).cry(2, 0, 0.7));
    var conjugated = NaiveMatrix.of(Circuit.of(3).swap(0, 2).cry(0, 2, 0.7).swap(0, 2));

    assertThat(swapped.distance(conjugated)).isLessThan(1e-15);
  }

  @Test
  void expectation_values_of_a_rotated_qubit_are_its_bloch_vector() {
    var psi = NaiveMatrix.state(Circuit.of(2).ry(1, 0.4).rz(1, 0.3));

    assertThat(NaiveMatrix.of(PauliSum.parse("IX")).expectation(psi))
        .isCloseTo(Math.sin(0.4) * Math.cos(0.3), within(1e-15));
    assertThat(NaiveMatrix.of(PauliSum.parse("IY")).expectation(psi))
        .isCloseTo(Math.sin(0.4) * Math.sin(0.3), within(1e-15));
    assertThat(NaiveMatrix.of(PauliSum.parse("2*IZ - 1")).expectation(psi))
        .isCloseTo(2 * Math.cos(0.4) - 1, within(1e-15));
  }

  @Test
  void random_unitaries_are_unitary_and_circuits_keep_the_norm() {
    Samples.each(
        30,
        1,
        samples -> {
          int n = samples.between(1, 5);
          var u = samples.unitary(Math.min(n, 3));
          var circuit = samples.circuit(Samples.Shape.of(n, 20).bound());

          var psi = NaiveMatrix.state(circuit, samples.state(n));

          assertThat(u.adjoint().times(u).distance(NaiveMatrix.identity(u.rows())))
              .isLessThan(1e-14);
          assertThat(psi.adjoint().times(psi).re(0, 0)).isCloseTo(1, within(1e-13));
        });
  }

  @Test
  void a_failing_sample_says_how_to_repeat_it() {
    assertThatThrownBy(
            () ->
                Samples.each(
                    100, 40, samples -> assertThat(samples.below(7)).as("row").isNotEqualTo(3)))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "(?s)sample \\d+ of 100 failed; repeat it with Samples.each\\(1, \\d+L, ...\\): .*row.*");
  }
}
