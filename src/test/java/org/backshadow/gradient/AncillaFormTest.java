package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class AncillaFormTest {
  /**
   * A rotation exp(-i t P / 2) at t = 0 ends the circuit and changes nothing but the derivative: by
   * adjoint that of O, by the check - L times the expectation value of P (x) Y.
   */
  @Test
  void checks_are_derivatives_of_sums_of_one_to_five_strings() {
    Samples.each(
        60,
        3,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 6).controls(1).bound());
          PauliSum observable = samples.pauliSum(n, samples.between(1, 5)).traceless();
          if (observable.terms().isEmpty()) {
            return;
          }
          PauliString p = samples.pauliSum(n, 1).terms().get(0).string();
          var model =
              new Model(
                  circuit.pauliRotation(p, Angle.parameter("t")), observable, new double[] {0});

          Circuit form = AncillaForm.of(circuit, observable);

          double check =
              Simulator.run(form).expectation(PauliSum.of(AncillaForm.check(p, form.qubits())));
          assertThat(-observable.oneNorm() * check)
              .as("%s of %s behind %s", p, observable, circuit)
              .isCloseTo(
                  p.isIdentity() ? 0 : Targets.gradient(model)[0],
                  within(1e-12 * observable.oneNorm()));
        });
  }

  @Test
  void a_single_string_takes_no_index_register_and_five_take_three_qubits() {
    Circuit circuit = Circuit.of(2).h(0);

    assertThat(AncillaForm.of(circuit, PauliSum.parse("-0.3*ZX")).qubits()).isEqualTo(3);
    assertThat(AncillaForm.of(circuit, PauliSum.parse("ZX + XI")).qubits()).isEqualTo(4);
    assertThat(AncillaForm.of(circuit, PauliSum.parse("ZX + XI + YY + ZZ")).qubits()).isEqualTo(5);
    assertThat(AncillaForm.of(circuit, PauliSum.parse("ZX + XI + YY + ZZ + XX")).qubits())
        .isEqualTo(6);
  }

  @Test
  void a_check_has_y_on_the_ancilla_and_nothing_on_the_index_register() {
    assertThat(AncillaForm.check(PauliString.of("XZ"), 3)).isEqualTo(PauliString.of("XZY"));
    assertThat(AncillaForm.check(PauliString.of("YI"), 5)).isEqualTo(PauliString.of("YIYII"));
  }
}
