package org.backshadow.measure;

import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.BellDistribution;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.jspecify.annotations.Nullable;

/**
 * The door to an ideal quantum computer, simulated: outcomes are exact draws from the state's
 * distribution. Its randomness is its own, in the order of the calls. Not thread-safe.
 */
public final class SimulatedCopies implements Copies {
  private final Ledger ledger;
  private final RandomStream random;

  public SimulatedCopies(Ledger ledger, Seed seed) {
    this.ledger = ledger;
    this.random = seed.random();
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
    public Counts measureBell(long pairs) {
      ledger.charge(BellCost.ofPairs(circuit, pairs));
      StateVector prepared = prepared();
      return BellDistribution.of(prepared, prepared).draw(pairs, random);
    }

    @Override
    public Counts measureBell(Circuit known, long pairs) {
      Simulator.requireBound(known);
      ledger.charge(BellCost.beside(circuit, known, pairs));
      return BellDistribution.of(prepared(), Simulator.run(known)).draw(pairs, random);
    }

    @Override
    public StoredCopies store(long copies) {
      SimulatedVotes.requireOdd(copies);
      ledger.charge(
          Cost.quantum(
              copies,
              1,
              Math.multiplyExact(copies, (long) circuit.size()),
              circuit.depth(),
              Math.multiplyExact(copies, (long) qubits())));
      return new SimulatedVotes(prepared(), copies, circuit.depth(), ledger, random);
    }

    private StateVector prepared() {
      StateVector prepared = state;
      if (prepared == null) {
        prepared = Simulator.run(circuit);
        state = prepared;
      }
      return prepared;
    }
  }
}
