package org.backshadow.measure;

import org.backshadow.circuit.Circuit;
import org.backshadow.resources.Ledger;

/**
 * The counted door to quantum states. It prepares and measures what it is told to, hands out
 * outcomes only, and charges each copy and each gate to its ledger before it measures.
 *
 * <p>Sampled methods get a description of the circuit and such a door, nothing else: they can
 * neither look at amplitudes nor forget to count.
 */
public interface Copies {
  /**
   * Announces a circuit whose parameters are bound. Nothing is charged until it is measured.
   *
   * @throws IllegalArgumentException if a parameter is not bound
   */
  PreparedState prepare(Circuit circuit);

  /** Where everything that passes the door is counted. */
  Ledger ledger();
}
