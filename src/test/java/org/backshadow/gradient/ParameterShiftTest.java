package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;

class ParameterShiftTest implements GradientMethodContract {
  @Override
  public ParameterShift method() {
    return Gradients.parameterShift();
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((ParameterShift) method).seed(seed);
  }

  /**
   * Values of F, by hand. In {@code everyGate}: rx, ry, cp, u's three angles (one is a number), the
   * controlled p, pauliRotation and rzz by two terms; crx, both excitations and the controlled cry
   * by four.
   */
  private static long values(Model model) {
    return model.circuit().qubits() == 4 ? 2 * 8 + 4 * 4 : 2 * 3;
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 4000;
  }

  @Override
  public long circuits(Model model) {
    return values(model) * GradientMethodContract.groups(model);
  }

  @Test
  void exact_values_give_the_exact_gradient() {
    GradientMethodContract.exact(accurate(), Targets::gradient);
  }

  @Test
  void one_shot_fewer_than_one_is_refused() {
    assertThatThrownBy(() -> method().shots(0))
        .hasMessage("parameterShift: 0 shots; at least 1 is needed");
    assertThatThrownBy(() -> method().shots(-3))
        .hasMessage("parameterShift: -3 shots; at least 1 is needed");
  }

  @Test
  void two_m_circuits_for_m_rotations() {
    Circuit circuit = Circuit.of(3);
    for (int k = 0; k < 9; k++) {
      circuit = circuit.ry(k % 3, Angle.parameter("t" + k));
    }
    var gradient =
        Expectation.of(circuit, PauliSum.parse("ZZZ"))
            .at(new double[9])
            .gradient(method().shots(100));

    assertThat(gradient.cost().circuits()).isEqualTo(18);
    assertThat(gradient.cost().copies()).isEqualTo(1800);
    assertThat(gradient.cost().gates()).isEqualTo(1800 * 9);
  }
}
