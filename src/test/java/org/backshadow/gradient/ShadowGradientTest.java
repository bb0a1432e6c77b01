package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.junit.jupiter.api.Test;

class ShadowGradientTest implements GradientMethodContract {
  @Override
  public ShadowGradient method() {
    return Gradients.classicalShadow();
  }

  @Override
  public long accurateShots() {
    return 20_000;
  }

  /** Each string of an observable is blown up by {@code 3^weight}. */
  @Override
  public double range(Model model) {
    double most = 0;
    for (PauliSum observable : GradientObservables.of(model)) {
      most =
          Math.max(
              most,
              observable.terms().stream()
                  .mapToDouble(t -> Math.abs(t.coefficient()) * Math.pow(3, t.string().weight()))
                  .sum());
    }
    return most;
  }

  @Override
  public SampledGradient quick() {
    return method().snapshots(1000);
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((ShadowGradient) method).seed(seed);
  }

  /** It keeps the observables of the circuit that it was told and reads them in the lied state. */
  @Override
  public double[] targetUnderLie(Model model, Circuit lie) {
    StateVector lied = Simulator.run(model.bound().then(lie));
    return GradientObservables.of(model).stream().mapToDouble(lied::expectation).toArray();
  }

  @Override
  public long copies(Model model) {
    return 20_000;
  }

  /** All 3^n bases come: each of 81 is missed with probability (80/81)^20000, below 1e-107. */
  @Override
  public long circuits(Model model) {
    return (long) Math.pow(3, model.circuit().qubits());
  }

  @Test
  void the_copies_do_not_grow_with_the_parameters() {
    Circuit circuit = Circuit.of(3);
    for (int k = 0; k < 30; k++) {
      circuit = circuit.pauliRotation("XYZ", Angle.parameter("t" + k)).ry(k % 3, 0.1);
    }

    var gradient =
        Expectation.of(circuit, PauliSum.parse("ZII")).at(new double[30]).gradient(quick());

    assertThat(gradient.cost().copies()).isEqualTo(1000);
    assertThat(gradient.values()).hasSize(30);
  }

  @Test
  void observables_with_too_many_strings_are_refused_before_any_work() {
    Circuit circuit = Circuit.of(8).rx(0, Angle.parameter("a"));
    for (int k = 0; k < 60; k++) {
      circuit =
          circuit.u(k % 8, 0.3 + k, 0.7 * k, 1.1).cx(k % 8, (k + 1) % 8).rx((k + 3) % 8, 0.4 * k);
    }
    Evaluation here = Expectation.of(circuit, PauliSum.parse("ZIIIIIII")).at(0.2);

    assertThatThrownBy(() -> here.gradient(method()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classicalShadow: the gradient observable of gate 0 (rx) has more than 4,096 Pauli terms"
                + " in the output frame; use parameterShift() or hadamardTest()");
  }

  @Test
  void fewer_than_two_snapshots_are_refused() {
    assertThatThrownBy(() -> method().snapshots(1))
        .hasMessage("classicalShadow: 1 snapshots; at least 2 are needed");
  }
}
