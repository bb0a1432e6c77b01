package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliSum;

/**
 * A gate as a product of Pauli rotations {@code exp(-i t P / 2)}, exact with its global phase (the
 * rotation about the identity). Each angle t is {@code factor * a + offset} for one angle a of the
 * gate, so one list serves all angles.
 */
final class GateTurns {
  /** More controls than this make {@code 2^controls} rotations too many. */
  private static final int MAX_CONTROLS = 6;

  /** A matrix that is less unitary than this is not a product of rotations. */
  private static final double UNITARY = 1e-14;

  private final int size;
  private final int controls;
  private final List<Turn> turns = new ArrayList<>();

  private GateTurns(int size, int controls) {
    this.size = size;
    this.controls = controls;
  }

  /**
   * A rotation by {@code factor * a + offset} about a string on the gate's qubits.
   *
   * @param angle index of the gate's angle a, or -1 for a fixed rotation
   */
  record Turn(PhasedString string, int angle, double factor, double offset) {}

  /** In the order of application; empty if this gate has no such product here. */
  static Optional<List<Turn>> of(Operation operation) {
    Gate gate = operation.gate();
    Gate target = operation.targetGate();
    var product = new GateTurns(gate.qubits(), gate.controls());
    if (gate.controls() > MAX_CONTROLS) {
      return Optional.empty();
    }
    if (target == StandardGate.U) {
      product.euler();
    } else if (operation.isExponential()) {
      product.exponential(gate.generator(0, 0), 0, 2, 0);
    } else if (target == StandardGate.SWAP) {
      product.swap();
    } else if (target == StandardGate.ISWAP || target == StandardGate.ISWAPDG) {
      product.exchange(target == StandardGate.ISWAP ? -Math.PI / 2 : Math.PI / 2);
    } else if (gate.angles() > 0
        || gate.qubits() - gate.controls() != 1
        || !product.fixed(gate.form())) {
      return Optional.empty();
    }
    return Optional.of(product.turns);
  }

  /** {@code p(phi) ry(theta) p(lambda)}, each with the controls. */
  private void euler() {
    PauliSum phase = StandardGate.P.generator(0, 0);
    exponential(phase, 2, 2, 0);
    exponential(StandardGate.RY.generator(0, 0), 0, 2, 0);
    exponential(phase, 1, 2, 0);
  }

  /** {@code swap = exp(i pi/4 (XX + YY + ZZ - I))}, its terms commuting. */
  private void swap() {
    exponential(PauliSum.parse("XX + YY + ZZ - II"), -1, 0, -Math.PI / 2);
  }

  private void exchange(double angle) {
    exponential(PauliSum.parse("XX + YY"), -1, 0, angle);
  }

  /** {@code exp(-i (factor a + offset) G / 2)} where all controls are 1; G's terms commute. */
  private void exponential(PauliSum generator, int angle, double factor, double offset) {
    for (PauliSum.Term term : generator.terms()) {
      double c = term.coefficient();
      add(term.string().x(), term.string().z(), angle, c * factor, c * offset);
    }
  }

  /** One string on the targets, with the projector on each control expanded as (I - Z)/2. */
  private void add(long x, long z, int angle, double factor, double offset) {
    for (int subset = 0; subset < 1 << controls; subset++) {
      double share = ((Integer.bitCount(subset) & 1) == 0 ? 1.0 : -1.0) / (1 << controls);
      long letters = (long) subset << (size - controls) | z;
      turns.add(new Turn(new PhasedString(x, letters, 0), angle, share * factor, share * offset));
    }
  }

  /** A fixed gate on one target; false if its matrix is not unitary to the last digits. */
  private boolean fixed(UnitaryForm u) {
    var axis = AxisAngle.of(u);
    if (!(axis.defect() <= UNITARY)) {
      return false;
    }
    add(0, 0, -1, 0, -2 * axis.phase());
    if (axis.letterX() || axis.letterZ()) {
      add(axis.letterX() ? 1 : 0, axis.letterZ() ? 1 : 0, -1, 0, axis.angle());
      return true;
    }
    // Turn the axis to Z and back; these turns need no controls.
    free(0, 1, -axis.azimuth());
    free(1, 1, -axis.polar());
    add(0, 1, -1, 0, axis.angle());
    free(1, 1, axis.polar());
    free(0, 1, axis.azimuth());
    return true;
  }

  private void free(long x, long z, double angle) {
    if (angle != 0) {
      turns.add(new Turn(new PhasedString(x, z, 0), -1, 0, angle));
    }
  }
}
