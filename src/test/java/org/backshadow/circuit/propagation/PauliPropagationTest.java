package org.backshadow.circuit.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class PauliPropagationTest {
  /** {@code U S U^dagger} by matrices; sums of ten terms of size one: rounding below 1e-12. */
  @Test
  void observables_are_carried_as_the_matrices() {
    Samples.each(
        300,
        1,
        samples -> {
          int n = samples.between(1, 4);
          PauliSum sum = samples.pauliSum(n, 10);
          Operation gate =
              samples.circuit(Samples.Shape.of(n, 1).bound().controls(2)).operations().get(0);

          PauliSum carried = PauliPropagation.forward(sum, gate);

          NaiveMatrix u = NaiveMatrix.of(gate, n);
          NaiveMatrix exact = u.times(NaiveMatrix.of(sum)).times(u.adjoint());
          assertThat(NaiveMatrix.of(carried).distance(exact)).as("%s", gate).isLessThan(1e-12);
        });
  }

  /** Rounding would leave terms such as 6e-17*Y behind a quarter turn. */
  @Test
  void what_rounding_leaves_is_dropped() {
    PauliSum carried = PauliSum.parse("X");
    for (Operation gate : Circuit.of(1).rz(0, Math.PI / 2).h(0).s(0).operations()) {
      carried = PauliPropagation.forward(carried, gate);
    }
    assertThat(carried.terms()).hasSize(1);
    assertThat(carried.terms().get(0).string()).hasToString("X");
    Operation quarter = Circuit.of(2).rz(0, Math.PI / 2).operations().get(0);
    assertThat(PauliPropagation.forward(PauliSum.parse("0.001*XI + ZZ"), quarter))
        .hasToString("0.001*YI + ZZ");
    assertThat(PauliPropagation.forward(PauliSum.parse("ZI - 3*IX"), quarter))
        .as("what commutes stays as it is")
        .hasToString("ZI - 3.0*IX");
  }

  /** {@code dU/da = -i (G + c) U}, by central differences of the matrices: an error of 1e-8. */
  @Test
  void generators_are_the_derivatives_of_the_gates() {
    double step = 1e-4;
    for (Circuit circuit :
        List.of(
            Circuit.of(3).rx(1, 0.7),
            Circuit.of(3).p(2, 0.7),
            Circuit.of(3).crx(2, 0, 0.7),
            Circuit.of(3).cp(0, 2, -0.4),
            Circuit.of(3).rzz(2, 0, 1.1),
            Circuit.of(3).singleExcitation(2, 1, 0.3),
            Circuit.of(3).controlled(0, Circuit.of(3).controlled(2, Circuit.of(3).ry(1, 0.9))),
            Circuit.of(3).controlled(1, Circuit.of(3).u(0, 0.3, 0.5, -0.2)),
            Circuit.of(3).pauliRotation("YIX", 0.6))) {
      Operation gate = circuit.operations().get(0);
      for (int k = 0; k < gate.radians().length; k++) {
        double angle = gate.radians()[k];
        NaiveMatrix after = NaiveMatrix.of(gate.withAngle(k, Angle.of(angle + step)), 3);
        NaiveMatrix before = NaiveMatrix.of(gate.withAngle(k, Angle.of(angle - step)), 3);
        NaiveMatrix slope = after.minus(before).times(1 / (2 * step));

        PauliSum generator = PauliPropagation.generator(gate, k, 3);

        NaiveMatrix exact = slope.times(NaiveMatrix.of(gate, 3).adjoint()).times(0, 1);
        NaiveMatrix traceless = exact.minus(NaiveMatrix.identity(8).times(exact.trace() / 8));
        assertThat(NaiveMatrix.of(generator).distance(traceless))
            .as("angle %d of %s: %s", k, gate, generator)
            .isLessThan(1e-8);
        assertThat(generator.constant()).isZero();
      }
    }
  }

  @Test
  void a_gate_on_too_many_qubits_is_refused() {
    Circuit wide = Circuit.of(7).x(6);
    for (int control = 0; control < 5; control++) {
      wide = Circuit.of(7).controlled(control, wide);
    }
    PauliSum sum = PauliSum.of(PauliString.identity(7));
    assertThat(PauliPropagation.forward(sum, wide.operations().get(0))).isEqualTo(sum);

    Operation wider = Circuit.of(7).controlled(5, wide).operations().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliPropagation.forward(sum, wider))
        .withMessageEndingWith(
            "acts on 7 qubits; observables are carried through gates on at most 6");
  }
}
