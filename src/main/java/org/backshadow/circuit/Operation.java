package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backshadow.pauli.PauliString;

/**
 * A gate or a channel at its place in a circuit: controls first, then targets, then its angles, or
 * the strengths of a channel.
 *
 * <pre>{@code
 * Operation crx = circuit(2).crx(0, 1, 0.3).operations().get(0);
 * crx.controls() // [0]
 * crx.inverse().angles() // [-0.3]
 * }</pre>
 */
public record Operation(Instruction instruction, List<Integer> qubits, List<Angle> angles) {
  /**
   * A gate or channel on qubits.
   *
   * @throws IllegalArgumentException if qubits or angles are too many or too few, or a qubit stands
   *     twice
   */
  public Operation {
    requireNonNull(instruction, "instruction");
    requireNonNull(qubits, "qubits");
    requireNonNull(angles, "angles");
    qubits = List.copyOf(qubits);
    angles = List.copyOf(angles);
    String label = instruction.label();
    if (qubits.size() != instruction.qubits()) {
      throw new IllegalArgumentException(
          "%s acts on %d qubits, not %d".formatted(label, instruction.qubits(), qubits.size()));
    }
    if (angles.size() != instruction.angles()) {
      throw new IllegalArgumentException(
          "%s takes %d %s, not %d"
              .formatted(
                  label,
                  instruction.angles(),
                  instruction instanceof Gate ? "angles" : "strengths",
                  angles.size()));
    }
    for (int i = 1; i < qubits.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (qubits.get(i).equals(qubits.get(j))) {
          throw new IllegalArgumentException(
              "%s needs different qubits, but qubit %d stands twice"
                  .formatted(label, qubits.get(i)));
        }
      }
    }
    if (instruction instanceof Channel channel) {
      for (int k = 0; k < angles.size(); k++) {
        if (angles.get(k).isNumber()) {
          channel.requireStrength(k, angles.get(k).value());
        }
      }
    }
  }

  /** True if it is a gate, false if it is noise. */
  public boolean isUnitary() {
    return instruction instanceof Gate;
  }

  /**
   * The gate.
   *
   * @throws IllegalArgumentException if this is a channel, which has no unitary
   */
  public Gate gate() {
    if (instruction instanceof Gate gate) {
      return gate;
    }
    throw new IllegalArgumentException(
        GateSymbol.describe(this) + " is a noise channel and has no unitary");
  }

  /** The target qubits: those after the controls. */
  public List<Integer> targets() {
    return qubits.subList(controlCount(), qubits.size());
  }

  /** The first qubits; none without controls. */
  public List<Integer> controls() {
    return qubits.subList(0, controlCount());
  }

  private int controlCount() {
    return instruction instanceof Gate gate ? gate.controls() : 0;
  }

  /** The operation that undoes this one. */
  public Operation inverse() {
    Gate.Inverse inverse = gate().inverse(angles);
    return new Operation(inverse.gate(), qubits, inverse.angles());
  }

  /** {@code e^(i angle)} for the whole register, put on qubit 0. */
  public static Operation globalPhase(Angle angle) {
    var gate = new PauliRotationGate(PauliString.identity(1));
    return new Operation(gate, List.of(0), List.of(angle.times(-2)));
  }

  /** True if it multiplies every state by one phase, whatever qubit it was put on. */
  public boolean isGlobalPhase() {
    return instruction instanceof PauliRotationGate rotation && rotation.string().isIdentity();
  }

  /**
   * True if the gate is {@code exp(-i a G)} for one angle a, where its controls are 1, with a G
   * that does not depend on a and whose Pauli strings commute.
   */
  public boolean isExponential() {
    Gate target = targetGate();
    boolean known = target instanceof StandardGate || target instanceof PauliRotationGate;
    return known && gate().angles() == 1;
  }

  /** The gate on the targets alone, without its controls. */
  public Gate targetGate() {
    return GateNames.uncontrolled(gate());
  }

  /** With one more control in front; a phase of the whole register becomes one of the control. */
  public Operation controlledBy(int control) {
    return controlledBy(List.of(control));
  }

  /** With more controls in front; a phase of the whole register becomes one of the last. */
  public Operation controlledBy(List<Integer> controls) {
    int last = controls.size() - 1;
    if (last < 0) {
      return this;
    }
    if (isGlobalPhase()) {
      var phase = List.of(angles.get(0).times(-0.5));
      return new Operation(StandardGate.P, controls.subList(last, last + 1), phase)
          .controlledBy(controls.subList(0, last));
    }
    var all = new ArrayList<>(controls);
    all.addAll(qubits);
    return new Operation(ControlledGate.of(gate(), last + 1), all, angles);
  }

  /** With the parameters replaced by numbers. */
  Operation bind(Map<String, Double> values) {
    if (isBound()) {
      return this;
    }
    var bound = new Angle[angles.size()];
    for (int k = 0; k < bound.length; k++) {
      bound[k] = Angle.of(angles.get(k).value(values));
    }
    return new Operation(instruction, qubits, List.of(bound));
  }

  /** True if every angle is a number. */
  public boolean isBound() {
    for (Angle angle : angles) {
      if (!angle.isNumber()) {
        return false;
      }
    }
    return true;
  }

  /** The same with one angle replaced. */
  public Operation withAngle(int k, Angle angle) {
    requireNonNull(angle, "angle");
    var changed = new ArrayList<>(angles);
    changed.set(k, angle);
    return new Operation(instruction, qubits, changed);
  }

  /** The angles as numbers of radians, or the strengths. */
  public double[] radians() {
    double[] radians = new double[angles.size()];
    for (int k = 0; k < radians.length; k++) {
      radians[k] = angles.get(k).value();
    }
    return radians;
  }

  /** The unitary on the targets for the bound angles. */
  public UnitaryForm form() {
    return gate().form(radians());
  }
}
