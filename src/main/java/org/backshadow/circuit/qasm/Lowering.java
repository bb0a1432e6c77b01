package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.jspecify.annotations.Nullable;

/** Gates that a language has no name for as gates that it has, exactly and with their phase. */
final class Lowering {
  private static final Angle QUARTER = Angle.of(Math.PI / 2);

  private final MultiControl out = new MultiControl();

  private Lowering() {}

  /** {@code exp(-i angle P / 2)}. */
  record Turn(PauliString string, Angle angle) {}

  /** The operation from one-qubit gates, their controlled ones, cx and ccx. */
  static List<Operation> of(Operation operation) {
    return of(
        operation.targetGate(), operation.controls(), operation.targets(), operation.angles());
  }

  /** A gate on targets, under controls. */
  static List<Operation> of(
      Gate gate, List<Integer> controls, List<Integer> targets, List<Angle> angles) {
    var lowering = new Lowering();
    lowering.lower(gate, controls, targets, angles);
    return lowering.out.operations();
  }

  /** The gate as a Pauli rotation, if it is one for every value of its one angle. */
  static @Nullable Turn turn(Gate gate, List<Angle> angles) {
    if (angles.size() != 1
        || !(gate.form(1) instanceof UnitaryForm.PauliRotation one)
        || !(gate.form(-2.5) instanceof UnitaryForm.PauliRotation other)
        || !one.string().equals(other.string())
        || Math.abs(other.angle() + 2.5 * one.angle()) > 1e-12) {
      return null;
    }
    return new Turn(one.string(), angles.get(0).times(one.angle()));
  }

  private void lower(Gate gate, List<Integer> controls, List<Integer> targets, List<Angle> angles) {
    if (gate instanceof StandardGate standard) {
      standard(standard, controls, targets, angles);
      return;
    }
    Turn turn = turn(gate, angles);
    if (turn != null) {
      pauli(turn.string(), controls, targets, turn.angle());
      return;
    }
    for (Angle angle : angles) {
      if (!angle.isNumber()) {
        throw new IllegalArgumentException(
            "gate %s of %s is not known to OpenQASM; bind the circuit first"
                .formatted(gate.label(), angle));
      }
    }
    double[] radians = angles.stream().mapToDouble(Angle::value).toArray();
    new Synthesis(out, controls, targets).add(gate.form(radians));
  }

  private void standard(
      StandardGate gate, List<Integer> controls, List<Integer> targets, List<Angle> angles) {
    int t = targets.get(0);
    switch (gate) {
      case I -> {}
      case X -> out.x(controls, t);
      case Z -> phase(controls, t, Math.PI);
      case S -> phase(controls, t, Math.PI / 2);
      case SDG -> phase(controls, t, -Math.PI / 2);
      case T -> phase(controls, t, Math.PI / 4);
      case TDG -> phase(controls, t, -Math.PI / 4);
      case P -> out.phase(MultiControl.joined(controls, t), angles.get(0));
      case SX -> between(StandardGate.H, t, () -> phase(controls, t, Math.PI / 2));
      case SXDG -> between(StandardGate.H, t, () -> phase(controls, t, -Math.PI / 2));
      case Y -> {
        out.add(StandardGate.SDG, targets);
        out.x(controls, t);
        out.add(StandardGate.S, targets);
      }
      case H -> {
        out.add(StandardGate.RY, targets, QUARTER.times(-0.5));
        phase(controls, t, Math.PI);
        out.add(StandardGate.RY, targets, QUARTER.times(0.5));
      }
      case RX, RY, RZ -> out.rotation(gate, controls, t, angles.get(0));
      case U -> {
        out.phase(MultiControl.joined(controls, t), angles.get(2));
        out.rotation(StandardGate.RY, controls, t, angles.get(0));
        out.phase(MultiControl.joined(controls, t), angles.get(1));
      }
      case SWAP -> {
        var back = List.of(targets.get(1), t);
        out.add(StandardGate.CX, back);
        out.x(MultiControl.joined(controls, t), targets.get(1));
        out.add(StandardGate.CX, back);
      }
      case ISWAP, ISWAPDG -> {
        double sign = gate == StandardGate.ISWAP ? -1 : 1;
        pauli(PauliString.of("XX"), controls, targets, QUARTER.times(sign));
        pauli(PauliString.of("YY"), controls, targets, QUARTER.times(sign));
      }
      case RXX -> pauli(PauliString.of("XX"), controls, targets, angles.get(0));
      case RYY -> pauli(PauliString.of("YY"), controls, targets, angles.get(0));
      case RZZ -> pauli(PauliString.of("ZZ"), controls, targets, angles.get(0));
      case SINGLE_EXCITATION, DOUBLE_EXCITATION -> {
        for (PauliSum.Term term : gate.generator(0, 0).terms()) {
          Angle angle = angles.get(0).times(2 * term.coefficient());
          pauli(term.string(), controls, targets, angle);
        }
      }
      default -> throw new IllegalStateException(gate + " has controls of its own");
    }
  }

  private void phase(List<Integer> controls, int target, double angle) {
    out.phase(MultiControl.joined(controls, target), Angle.of(angle));
  }

  private void between(StandardGate gate, int qubit, Runnable inner) {
    out.add(gate, List.of(qubit));
    inner.run();
    out.add(gate, List.of(qubit));
  }

  /** {@code exp(-i angle P / 2)}: turned to products of Z, whose parity one qubit takes. */
  private void pauli(
      PauliString string, List<Integer> controls, List<Integer> targets, Angle angle) {
    var parity = new ArrayList<Integer>();
    for (int k = 0; k < string.qubits(); k++) {
      if (string.letter(k) != 'I') {
        parity.add(targets.get(k));
      }
    }
    if (parity.isEmpty()) {
      out.phase(controls, angle.times(-0.5));
      return;
    }
    turn(string, targets, QUARTER);
    int last = parity.remove(parity.size() - 1);
    parity.forEach(q -> out.add(StandardGate.CX, List.of(q, last)));
    out.rotation(StandardGate.RZ, controls, last, angle);
    parity.forEach(q -> out.add(StandardGate.CX, List.of(q, last)));
    turn(string, targets, QUARTER.negate());
  }

  private void turn(PauliString string, List<Integer> targets, Angle quarter) {
    for (int k = 0; k < string.qubits(); k++) {
      if (string.letter(k) == 'X') {
        out.add(StandardGate.H, List.of(targets.get(k)));
      } else if (string.letter(k) == 'Y') {
        out.add(StandardGate.RX, List.of(targets.get(k)), quarter);
      }
    }
  }
}
