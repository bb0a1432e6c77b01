package org.backshadow.circuit.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliRotations.Rotation;
import org.backshadow.pauli.PauliString;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class PauliRotationsTest {
  private static final Angle A = Angle.parameter("a");
  private static final Angle B = Angle.parameter("b");

  /**
   * By matrices: the preparation, then the Clifford gates between the rotations, then the rotations
   * in the output frame make the circuit up to a phase.
   */
  @Test
  void with_the_clifford_gates_in_front_the_rotations_are_the_circuit() {
    Samples.each(
        25,
        1,
        samples -> {
          Circuit circuit = circuit(samples);
          Circuit bound = circuit.bind(values(circuit, samples));
          var rotations = PauliRotations.of(circuit, "test");

          NaiveMatrix product = NaiveMatrix.identity(8);
          for (int gate = 0; gate < circuit.size(); gate++) {
            int index = gate;
            if (rotations.list().stream().noneMatch(r -> r.gate() == index)) {
              product = NaiveMatrix.of(bound.operations().get(gate), 3).times(product);
            }
          }
          for (Rotation r : rotations.list()) {
            double angle = r.sign() * r.weight() * bound.operations().get(r.gate()).radians()[0];
            product = rotation(r.output(), angle).times(product);
            assertThat(r.parametrized()).isEqualTo(!circuit.operations().get(r.gate()).isBound());
          }

          NaiveMatrix off = product.times(NaiveMatrix.of(bound).adjoint());
          assertThat(Math.hypot(off.re(0, 0), off.im(0, 0))).isCloseTo(1, within(1e-9));
          assertThat(off.distance(NaiveMatrix.identity(8).times(off.re(0, 0), off.im(0, 0))))
              .as("%s", circuit)
              .isLessThan(1e-9);
        });
  }

  /** Flipped rotations turn backwards where the ancilla, the last qubit, is 1. */
  @Test
  void the_branches_of_the_ancilla_turn_forwards_and_backwards() {
    Samples.each(
        25,
        1,
        samples -> {
          Circuit circuit = circuit(samples);
          double[] theta = values(circuit, samples);
          Circuit bound = circuit.bind(theta);
          var rotations = PauliRotations.of(circuit, "test");
          var flipped = new BitSet();
          for (int j = 0; j < rotations.list().size(); j++) {
            flipped.set(j, samples.chance(0.4));
          }

          NaiveMatrix state = NaiveMatrix.state(rotations.branching(flipped, theta));

          for (int branch = 0; branch < 2; branch++) {
            NaiveMatrix expected = NaiveMatrix.basisState("000");
            for (int gate = 0; gate < circuit.size(); gate++) {
              Operation operation = bound.operations().get(gate);
              int at = gate;
              var parts = rotations.list().stream().filter(r -> r.gate() == at).toList();
              if (parts.stream().noneMatch(r -> flipped.get(rotations.list().indexOf(r)))) {
                expected = NaiveMatrix.of(operation, 3).times(expected);
                continue;
              }
              for (Rotation r : parts) {
                boolean back = branch == 1 && flipped.get(rotations.list().indexOf(r));
                double angle = r.weight() * operation.radians()[0];
                expected = rotation(r.string(), back ? -angle : angle).times(expected);
              }
            }
            int ancilla = branch;
            NaiveMatrix half =
                NaiveMatrix.generate(
                    8,
                    1,
                    (r, c) -> state.re(2 * r + ancilla, 0),
                    (r, c) -> state.im(2 * r + ancilla, 0));
            assertThat(half.times(Math.sqrt(2)).distance(expected))
                .as("branch %d of %s", branch, circuit)
                .isLessThan(1e-9);
          }
        });
  }

  /** {@code exp(-i angle P)}. */
  private static NaiveMatrix rotation(PauliString string, double angle) {
    return NaiveMatrix.identity(1 << string.qubits())
        .times(Math.cos(angle))
        .plus(NaiveMatrix.of(string).times(0, -Math.sin(angle)));
  }

  private static double[] values(Circuit circuit, Samples samples) {
    return samples.angles(circuit.parameters().size());
  }

  /** A preparation, then rotations, fixed and not, with Clifford gates between. */
  private static Circuit circuit(Samples samples) {
    Circuit circuit = Circuit.of(3).ry(0, 0.4).t(1).cx(1, 2).rx(1, A);
    for (int g = 0; g < 10; g++) {
      int q = samples.below(3);
      int r = (q + 1 + samples.below(2)) % 3;
      circuit =
          switch (samples.below(10)) {
            case 0 -> circuit.rz(q, B);
            case 1 -> circuit.crx(q, r, A.times(0.7));
            case 2 -> circuit.rzz(q, r, B.plus(0.3));
            case 3 -> circuit.pauliRotation(samples.pauliString(3), A.minus(B));
            case 4 -> circuit.singleExcitation(q, r, B);
            case 5 -> circuit.ry(q, 0.37);
            case 6 -> circuit.h(q).s(q);
            case 7 -> circuit.iswap(q, r);
            case 8 -> circuit.cx(q, r);
            default -> circuit.sx(q);
          };
    }
    return circuit;
  }

  /** By hand: H takes Z to X. rx(b) is behind, so that it turns nothing but itself. */
  @Test
  void flips_are_the_later_ones_that_anticommute() {
    var rotations =
        PauliRotations.of(Circuit.of(1).rz(0, A).h(0).rx(0, B).rz(0, A).rz(0, A), "test");

    assertThat(rotations.list().stream().map(r -> r.output().toString()).toList())
        .isEqualTo(List.of("X", "X", "Z", "Z"));
    assertThat(rotations.flips(0)).hasToString("{2, 3}");
    assertThat(rotations.flips(1)).hasToString("{2, 3}");
    assertThat(rotations.flips(2)).hasToString("{}");
    assertThat(rotations.blocks()).hasToString("[[0, 1], [2, 3]]");
    assertThat(rotations.qubits()).isEqualTo(1);
  }

  @Test
  void what_is_no_rotation_is_refused_by_its_place() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PauliRotations.of(Circuit.of(1).h(0).rx(0, A).depolarize(0, 0.1), "asked"))
        .withMessageStartingWith("asked: operation 2, ")
        .withMessageEndingWith(
            "is a noise channel behind the first parameter, and no rotation; use"
                + " parameterShift()");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PauliRotations.of(Circuit.of(1).u(0, A, Angle.of(0.1), Angle.of(0)), "asked"))
        .withMessage(
            "asked: gate 0 (u) is no product of Pauli rotations that commute; use rx, ry, rz and"
                + " pauliRotation, or parameterShift()");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliRotations.of(Circuit.of(1).rx(0, A).t(0), "asked"))
        .withMessage(
            "asked: the generator of gate 0 (X) becomes a sum of Pauli strings behind the fixed"
                + " gate t, which is no Clifford gate; use parameterShift() or hadamardTest()");
    assertThat(PauliRotations.of(Circuit.of(1).depolarize(0, 0.1).t(0).rx(0, A), "asked").list())
        .as("in front of the first parameter anything may stand")
        .hasSize(1);
    assertThat(PauliRotations.of(Circuit.of(1).rx(0, A).t(0).bind(0.3), "asked").list()).isEmpty();
  }
}
