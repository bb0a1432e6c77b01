package org.backshadow.circuit;

import java.util.List;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** {@code exp(-i angle P / 2)} for a Pauli string on the gate's own qubits. */
record PauliRotationGate(PauliString string) implements Gate {
  @Override
  public String label() {
    return "pauliRotation";
  }

  @Override
  public int qubits() {
    return string.qubits();
  }

  @Override
  public int angles() {
    return 1;
  }

  @Override
  public UnitaryForm form(double... angles) {
    if (angles.length != 1) {
      throw new IllegalArgumentException(
          "pauliRotation takes 1 angle, not " + angles.length + " angles");
    }
    return new UnitaryForm.PauliRotation(string, angles[0]);
  }

  @Override
  public PauliSum generator(int k, double... angles) {
    return PauliSum.of(string.qubits(), List.of(new PauliSum.Term(0.5, string)));
  }
}
