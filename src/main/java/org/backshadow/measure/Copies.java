package org.backshadow.measure;

import org.backshadow.circuit.Circuit;
import org.backshadow.resources.Ledger;

/**
 * The counted door to quantum states. It prepares and measures what it is told to, hands out
 * outcomes only, and charges each copy and each gate to its ledger before it measures.
 *
 * <p>Sampled methods get a description of the circuit and such a door, nothing else: they can
 * neither look at amplitudes nor forget to count.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(new Ledger(Budget.copies(5000)), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0).cx(0, 1));
 * new GroupedEstimator(1000).estimate(pauliSum("XX + ZZ"), state).value() // 2.0
 * door.ledger().cost().copies() // 2000
 * }</pre>
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
