package org.backshadow.circuit;

import java.util.List;
import org.backshadow.pauli.PauliSum;

/** A gate with further control qubits in front of its own. */
record ControlledGate(Gate gate, int added) implements Gate {
  /** The gate with so many more controls. */
  static ControlledGate of(Gate gate, int more) {
    return gate instanceof ControlledGate controlled
        ? new ControlledGate(controlled.gate, controlled.added + more)
        : new ControlledGate(gate, more);
  }

  @Override
  public String label() {
    return "c".repeat(added) + gate.label();
  }

  @Override
  public int qubits() {
    return gate.qubits() + added;
  }

  @Override
  public int controls() {
    return gate.controls() + added;
  }

  @Override
  public int angles() {
    return gate.angles();
  }

  @Override
  public UnitaryForm form(double... angles) {
    return gate.form(angles);
  }

  @Override
  public PauliSum generator(int k, double... angles) {
    return gate.generator(k, angles);
  }

  @Override
  public Inverse inverse(List<Angle> angles) {
    Inverse inverse = gate.inverse(angles);
    return new Inverse(new ControlledGate(inverse.gate(), added), inverse.angles());
  }
}
