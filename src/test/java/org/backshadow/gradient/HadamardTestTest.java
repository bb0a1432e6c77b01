package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;

class HadamardTestTest implements GradientMethodContract {
  @Override
  public HadamardTest method() {
    return Gradients.hadamardTest();
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((HadamardTest) method).seed(seed);
  }

  /**
   * Strings of the generators, by hand. In {@code everyGate}: rx 1, ry 1, crx 2, cp 3, u 1 (theta:
   * a rotated Y has at most X and Y, here 2) and phi 1, singleExcitation 2, doubleExcitation 8,
   * pauliRotation 1, rzz 1, cry with two controls 4, p with one control 3.
   */
  private static long strings(Model model) {
    return model.circuit().qubits() == 4 ? 1 + 1 + 2 + 3 + 2 + 1 + 2 + 8 + 1 + 1 + 4 + 3 : 3;
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 4000;
  }

  @Override
  public long circuits(Model model) {
    return strings(model) * GradientMethodContract.groups(model);
  }

  @Test
  void exact_values_give_the_exact_gradient() {
    GradientMethodContract.exact(accurate(), Targets::gradient);
  }

  @Test
  void one_ancilla_stands_beside_the_model() {
    Model model = GradientMethodContract.plain();
    var gradient =
        Expectation.of(model.circuit(), model.observable()).at(model.theta()).gradient(quick());

    assertThat(gradient.cost().qubits()).isEqualTo(3);
  }

  @Test
  void zero_shots_are_refused() {
    assertThatThrownBy(() -> method().shots(0))
        .hasMessage("hadamardTest: 0 shots; at least 1 is needed");
  }

  @Test
  void a_register_that_leaves_no_room_for_the_ancilla_is_refused() {
    assertThatThrownBy(() -> method().requireApplicable(wide(PauliString.MAX_QUBITS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hadamardTest: no room for an ancilla beside 62 qubits; use parameterShift()");
    assertThatCode(() -> method().requireApplicable(wide(PauliString.MAX_QUBITS - 1)))
        .doesNotThrowAnyException();
  }

  private static Model wide(int qubits) {
    return new Model(
        Circuit.of(qubits).rx(0, Angle.parameter("a")),
        PauliSum.parse("Z".repeat(qubits)),
        new double[] {0.4});
  }
}
