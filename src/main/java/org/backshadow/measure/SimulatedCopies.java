package org.backshadow.measure;

import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
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
      StateVector prepared = state;
      if (prepared == null) {
        prepared = Simulator.run(circuit);
        state = prepared;
      }
      StateVector measured = readout.size() == 0 ? prepared : prepared.after(readout);
      return measured.distribution().draw(shots, random);
    }

    @Override
    public WeakBatch weakBatches(int batches, long copies) {
      return new SimulatedWeakBatch(circuit, batches, copies, ledger, random);
    }
  }
}
