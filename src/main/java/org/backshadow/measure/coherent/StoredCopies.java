package org.backshadow.measure.coherent;

import org.backshadow.pauli.PauliString;

/**
 * Copies that are kept coherent together and asked for majorities: a vote reveals one bit and,
 * where the majority is clear, hardly disturbs them, so that the same copies serve many strings.
 * Source: Huang, Kueng, Preskill, arXiv:2101.02464.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * StoredCopies stored = door.prepare(circuit(2).h(0).cx(0, 1)).store(101);
 * stored.majority(PauliString.of("XX")) // 1
 * stored.disturbance() // 0.0
 * }</pre>
 */
public interface StoredCopies {
  /** How many. */
  long copies();

  /** All qubits that have to stay coherent from the first vote to the last. */
  long coherentQubits();

  /**
   * The outcome of a string, 1 or -1, that the majority of the copies would give; the count is made
   * in work qubits and undone.
   *
   * <p>Cost: {@code 2 (w + 1)} gate applications a copy for a string of weight w; one work qubit a
   * copy; {@code 2 (w + log2 m)} layers.
   */
  int majority(PauliString string);

  /**
   * The referee's view: the copies are at most this far, in trace distance, from undisturbed ones.
   * At 1 or more it says nothing.
   */
  double disturbance();
}
