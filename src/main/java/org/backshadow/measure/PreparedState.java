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
   * Prepares so many pairs of copies and measures each pair in the Bell basis, by the readout
   * {@link Readout#bell}: 2n bits a pair.
   *
   * <p>Cost: two copies a pair, one circuit, the gates of both preparations and 2n of the readout a
   * pair, 2n coherent qubits.
   *
   * @throws org.backshadow.resources.BudgetExceededException if the budget does not allow it
   * @throws UnsupportedOperationException if this door keeps no two copies at once
   */
  default Counts measureBell(long pairs) {
    throw new UnsupportedOperationException("this door keeps no two copies at once");
  }

  /**
   * As {@link #measureBell(long)}, each copy paired with a state that a known circuit prepares.
   *
   * <p>Cost: one copy a pair; the known circuit's gates are charged, its states are no copies.
   *
   * @param known on the same qubits; its state is the second of the pair
   */
  default Counts measureBell(Circuit known, long pairs) {
    throw new UnsupportedOperationException("this door keeps no two states at once");
  }

  /**
   * Prepares so many copies and keeps them coherent for votes.
   *
   * <p>Cost: so many copies and their gates, one circuit, n coherent qubits a copy.
   *
   * @param copies an odd number, so that no vote is a tie
   * @throws org.backshadow.resources.BudgetExceededException if the budget does not allow it
   * @throws UnsupportedOperationException if this door keeps no copies coherent
   */
  default StoredCopies store(long copies) {
    throw new UnsupportedOperationException("this door keeps no copies coherent");
  }
}
