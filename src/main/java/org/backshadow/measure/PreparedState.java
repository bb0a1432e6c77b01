package org.backshadow.measure;

import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Ledger;

/** A state that can be prepared as often as wanted: each shot consumes one copy. */
public interface PreparedState {
  int qubits();

  /** Where the door counts; whoever works on its outcomes charges that work here too. */
  Ledger ledger();

  /**
   * Prepares so many copies, applies the readout circuit to each, and measures all qubits in the
   * computational basis.
   *
   * <p>Cost: {@code shots} copies, one circuit, {@code shots * (gates of the preparation + gates of
   * the readout)} gate applications.
   *
   * @throws org.backshadow.resources.BudgetExceededException if the budget does not allow it;
   *     nothing is measured then
   */
  Counts measure(Circuit readout, long shots);

  /**
   * Prepares equal batches of copies to be read weakly.
   *
   * <p>Cost: {@code batches * copies} copies, one circuit; coherent are the copies of one batch.
   *
   * @throws UnsupportedOperationException if this door cannot hold copies coherently
   */
  default WeakBatch weakBatches(int batches, long copies) {
    throw new UnsupportedOperationException("this door holds no coherent batches of copies");
  }
}
