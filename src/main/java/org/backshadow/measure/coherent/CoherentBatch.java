package org.backshadow.measure.coherent;

import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;

/**
 * Copies of a state that are kept coherent together, so that they can be checked gently and used
 * again. Every use is charged to the door's ledger first.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * CoherentBatch batch = door.prepare(circuit(1).ry(0, 0.7)).batch(60, BackAction.EXACT);
 * batch.alarms(PauliString.of("Z"), 1, new GentleCheck(60, 58, 2.5)) // false
 * batch.disturbance().real().getAsDouble() // 0.1845
 * }</pre>
 */
public interface CoherentBatch {
  /** How many. */
  long copies();

  /** The qubits of each copy. */
  int qubits();

  /**
   * Applies a bound gate to each copy.
   *
   * <p>Cost: one gate application a copy.
   */
  void apply(Operation operation);

  /**
   * A gentle check of how many copies have an outcome of a Pauli string. Only the alarm is
   * revealed. A batch that has alarmed is spent: prepare another.
   *
   * <p>Cost: {@code 2 (w + 1)} gate applications a copy for a string of weight w: its sign into a
   * work qubit and that into the counter, and both undone; {@code 2 (w + log2 m)} layers; one work
   * qubit a copy. A second check of the same string before the next gate, such as from the other
   * side, finds the signs in the counter and applies no gates to the copies.
   *
   * @param outcome the eigenvalue that is counted, 1 or -1
   * @throws IllegalStateException if the batch is spent
   */
  boolean alarms(PauliString string, int outcome, GentleCheck check);

  /** The referee's view of what the checks have done so far. */
  Disturbance disturbance();
}
