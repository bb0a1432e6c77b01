package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;

/** A known pure state as an observable, without its amplitudes. */
final class PureState {
  private static final int MAX_QUBITS = 8;

  private PureState() {}

  /** {@code U |0...0><0...0| U^dagger}, up to {@code 4^n} strings. */
  static PauliSum projector(Circuit target, int qubits) {
    if (target.qubits() != qubits) {
      throw new IllegalArgumentException(
          "fidelity: the target has %d qubits but the shadow has %d"
              .formatted(target.qubits(), qubits));
    }
    if (qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "fidelity: %d qubits need up to 4^%d strings; possible are up to %d qubits"
              .formatted(qubits, qubits, MAX_QUBITS));
    }
    List<PauliSum.Term> zeros = new ArrayList<>();
    for (long z = 0; z < 1L << qubits; z++) {
      zeros.add(new PauliSum.Term(1.0 / (1L << qubits), new PauliString(qubits, 0, z)));
    }
    PauliSum projector = PauliSum.of(qubits, zeros);
    for (Operation operation : target.operations()) {
      Interrupts.check();
      projector = PauliPropagation.forward(projector, operation);
    }
    return projector;
  }
}
