package org.backshadow.measure;

import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StabilizerState;
import org.backshadow.state.StateVector;
import org.jspecify.annotations.Nullable;

/**
 * The door to an ideal quantum computer, simulated: outcomes are exact draws from the state's
 * distribution. Its randomness is its own: that of counted shots in the order of the calls, that of
 * single copies by their number, so that a later door with the same seed can continue. Not
 * thread-safe.
 *
 * <p>Single copies of a state that a Clifford circuit prepares are drawn from its stabilizers, at
 * any number of qubits.
 */
public final class SimulatedCopies implements Copies {
  /** Above so many qubits, bases are read off the stabilizers where there are any. */
  private static final int STABILIZERS = 16;

  private final Ledger ledger;
  private final RandomStream random;
  private final Seed singles;

  /** How many single copies this door, and those that it continues, have handed out. */
  private long handedOut;

  public SimulatedCopies(Ledger ledger, Seed seed) {
    this(ledger, seed, 0);
  }

  private SimulatedCopies(Ledger ledger, Seed seed, long handedOut) {
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
    if (circuit.qubits() <= STABILIZERS || StabilizerState.of(circuit).isEmpty()) {
      Simulator.requireMemory(circuit.qubits(), 3);
    }
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    Simulator.requireBound(circuit);
    return new Simulated(circuit);
  }

  private final class Simulated implements PreparedState {
    private final Circuit circuit;
    private @Nullable StateVector state;

    Simulated(Circuit circuit) {
      this.circuit = circuit;
    }

    @Override
    public int qubits() {
      return circuit.qubits();
    }

    @Override
    public Ledger ledger() {
      return ledger;
    }

    @Override
    public Counts measure(Circuit readout, long shots) {
      if (shots < 1) {
        throw new IllegalArgumentException(shots + " shots; at least 1 is needed");
      }
      Simulator.requireBound(readout);
      Circuit whole = circuit.then(readout);
      ledger.charge(
          Cost.quantum(
              shots,
              1,
              Math.multiplyExact(shots, (long) whole.size()),
              whole.depth(),
              circuit.qubits()));
      StateVector prepared = prepared();
      StateVector measured = readout.size() == 0 ? prepared : prepared.after(readout);
      return measured.distribution().draw(shots, random);
    }

    @Override
    public long[] snapshots(List<Circuit> readouts) {
      readouts.forEach(Simulator::requireBound);
      ledger.charge(SnapshotCost.of(circuit, readouts));
      Optional<StabilizerState> stabilizers = StabilizerState.of(circuit);
      long[] outcomes = new long[readouts.size()];
      for (int k = 0; k < outcomes.length; k++) {
        Interrupts.check();
        Circuit readout = readouts.get(k);
        Seed seed = singles.child(handedOut++);
        outcomes[k] =
            stabilizers
                .flatMap(state -> state.after(readout))
                .map(state -> state.measure(seed.random()))
                .orElseGet(() -> prepared().after(readout).outcome(seed.uniform(0)));
      }
      return outcomes;
    }

    @Override
    public long[] snapshots(PauliBases bases) {
      ledger.charge(SnapshotCost.of(circuit, bases));
      long first = handedOut;
      handedOut += bases.size();
      Optional<StabilizerState> stabilizers =
          circuit.qubits() > STABILIZERS ? StabilizerState.of(circuit) : Optional.empty();
      return stabilizers
          .map(state -> state.snapshots(bases, singles, first))
          .orElseGet(() -> prepared().snapshots(bases, singles, first));
    }

    private StateVector prepared() {
      StateVector known = state;
      if (known == null) {
        known = Simulator.run(circuit);
        state = known;
      }
      return known;
    }
  }
}
