package org.backshadow.measure;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.CoherentBatch;
import org.backshadow.measure.coherent.StoredCopies;
import org.backshadow.measure.coherent.WeakBatch;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Ledger;

/**
 * A state that can be prepared as often as wanted: each shot consumes one copy.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0).cx(0, 1));
 * state.measure(Readout.of(PauliString.of("XX")), 1000).count("01") // 0
 * }</pre>
 */
public interface PreparedState {
  /** Those of one copy. */
  int qubits();

  /** Where the door counts; whoever works on its outcomes charges that work here too. */
  Ledger ledger();

  /**
   * Prepares so many copies, applies the readout circuit to each, and measures all qubits in the
   * computational basis.
   *
   * <p>Cost: {@code shots} copies, one circuit, {@code shots * (gates of the preparation + gates of
   * the readout)} gate applications; noise is applied by nobody and costs nothing.
   *
   * @throws org.backshadow.resources.BudgetExceededException if the budget does not allow it;
   *     nothing is measured then
   */
  Counts measure(Circuit readout, long shots);

  /**
   * Prepares so many copies and keeps them coherent together.
   *
   * <p>Cost: {@code copies} copies, one circuit, {@code copies * gates of the preparation} gate
   * applications, {@code copies * qubits} coherent qubits.
   *
   * @param simulated how a simulation answers checks; a device has no choice
   * @throws org.backshadow.resources.BudgetExceededException if the budget does not allow it
   * @throws IllegalArgumentException if so many copies cannot be simulated, with the arithmetic
   * @throws UnsupportedOperationException if this door has no coherent memory
   */
  default CoherentBatch batch(long copies, BackAction simulated) {
    throw new UnsupportedOperationException("this door keeps no copies coherent");
  }

  /**
   * Measures one copy after each of these readout circuits; the outcomes in their order.
   *
   * <p>Cost: a copy each, the gates of each, a circuit for each different readout.
   */
  default long[] snapshots(List<Circuit> readouts) {
    return readouts.stream().mapToLong(readout -> measure(readout, 1).outcome(0)).toArray();
  }

  /**
   * Measures one copy in each of these bases; the outcomes in their order.
   *
   * <p>Cost: as for the readout circuits {@link Readout#of(PauliBases, int)}.
   */
  default long[] snapshots(PauliBases bases) {
    long[] outcomes = new long[bases.size()];
    for (int t = 0; t < outcomes.length; t++) {
      outcomes[t] = measure(Readout.of(bases, t), 1).outcome(0);
    }
    return outcomes;
  }

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
