package org.backshadow.measure.simulated;

import static java.util.Objects.requireNonNull;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.stabilizer.StabilizerState;

/**
 * The door to a quantum computer, simulated: outcomes are exact draws from the state's
 * distribution. Its randomness is its own: that of counted shots in the order of the calls, that of
 * single copies by their number, so that a later door with the same seed can continue. Not
 * thread-safe.
 *
 * <p>Single copies of a state that a Clifford circuit prepares are drawn from its stabilizers, at
 * any number of qubits. With noise a density matrix is made once, for up to 10 qubits; on more,
 * each shot takes a pass over the circuit.
 *
 * <pre>{@code
 * var ledger = new Ledger(Budget.copies(10_000));
 * Copies door = new SimulatedCopies(ledger, new Seed(7));
 * door.prepare(circuit(2).h(0).cx(0, 1)).measure(circuit(2), 1000).count("11") // 489
 * ledger.cost().copies() // 1000
 * }</pre>
 */
public final class SimulatedCopies implements Copies {
  /** Above so many qubits, bases are read off the stabilizers where there are any. */
  static final int STABILIZERS = 16;

  private final Ledger ledger;
  private final RandomStream random;
  private final Seed singles;

  /** How many single copies this door, and those that it continues, have handed out. */
  private long handedOut;

  /** A door with nothing measured so far. */
  public SimulatedCopies(Ledger ledger, Seed seed) {
    this(ledger, seed, 0);
  }

  private SimulatedCopies(Ledger ledger, Seed seed, long handedOut) {
    requireNonNull(ledger, "ledger");
    this.ledger = ledger;
    this.random = seed.random();
    this.singles = seed.child("single copies");
    this.handedOut = handedOut;
  }

  /**
   * The door that continues where another with the same seed has handed out so many single copies:
   * the next ones are those that the other would have given.
   */
  public static SimulatedCopies after(long singleCopies, Ledger ledger, Seed seed) {
    return new SimulatedCopies(ledger, seed, singleCopies);
  }

  /**
   * Refuses, when a plan is built, what cannot be simulated: neither a Clifford circuit nor small
   * enough for amplitudes.
   *
   * @throws IllegalArgumentException with the arithmetic
   */
  public static void requireRoom(Circuit circuit) {
    if (!circuit.isUnitary()) {
      Simulator.requireShots(circuit);
    } else if (circuit.qubits() <= STABILIZERS || StabilizerState.of(circuit).isEmpty()) {
      Simulator.requireMemory(circuit.qubits(), 3);
    }
  }

  /**
   * Refuses what cannot be simulated, before any work.
   *
   * @throws IllegalArgumentException with the arithmetic if so many state vectors exceed the free
   *     heap, or with their names if parameters have no values
   */
  public static void requirePossible(Circuit circuit, int states) {
    Simulator.requireBound(circuit);
    Simulator.requireMemory(circuit.qubits(), states);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    Simulator.requireBound(circuit);
    return new SimulatedState(circuit, this);
  }

  /** The randomness of counted shots. */
  RandomStream random() {
    return random;
  }

  /** The randomness of single copies, a child each. */
  Seed singles() {
    return singles;
  }

  /** Hands out so many single copies; the number of the first. */
  long handOut(long copies) {
    long first = handedOut;
    handedOut += copies;
    return first;
  }
}
