package org.backshadow.measure;

import java.util.TreeMap;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.state.SymmetricBatch;
import org.backshadow.state.Trajectories;
import org.jspecify.annotations.Nullable;

/**
 * The door to an ideal quantum computer, simulated: outcomes are exact draws from the state's
 * distribution. Its randomness is its own, in the order of the calls. Not thread-safe.
 *
 * <p>With noise a density matrix is made once, for up to 10 qubits; on more, each shot is the end
 * of a quantum trajectory of its own, which has the same distribution and takes a pass over the
 * circuit a shot.
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
    private @Nullable DensityMatrix mixed;
    private @Nullable SymmetricBatch symmetric;

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
              Math.multiplyExact(shots, (long) whole.gates()),
              whole.depth(),
              circuit.qubits()));
      if (!whole.isUnitary()) {
        return noisy(whole, readout, shots);
      }
      StateVector prepared = prepared();
      StateVector measured = readout.size() == 0 ? prepared : prepared.after(readout);
      return measured.distribution().draw(shots, random);
    }

    @Override
    public CoherentBatch batch(long copies, BackAction simulated) {
      if (copies < 1) {
        throw new IllegalArgumentException(
            "a batch of " + copies + " copies; at least 1 is needed");
      }
      circuit.requireUnitary("batch", "coherent batches are simulated for pure states only");
      boolean exact = simulated == BackAction.EXACT;
      if (exact && symmetric == null) {
        SymmetricBatch.requireMemory(qubits(), Math.toIntExact(copies));
      }
      ledger.charge(
          Cost.quantum(
              copies,
              1,
              Math.multiplyExact(copies, (long) circuit.size()),
              circuit.depth(),
              Math.multiplyExact(copies, qubits())));
      StateVector one = prepared();
      return new SimulatedBatch(
          one, exact ? joint(one, copies) : null, copies, circuit.depth(), ledger, random);
    }

    /** The joint state; its basis is found once. */
    private SymmetricBatch joint(StateVector one, long copies) {
      SymmetricBatch known = symmetric;
      if (known == null || known.copies() != copies) {
        known = SymmetricBatch.product(one, Math.toIntExact(copies));
        symmetric = known;
      }
      return known;
    }

    private StateVector prepared() {
      StateVector prepared = state;
      if (prepared == null) {
        prepared = Simulator.run(circuit);
        state = prepared;
      }
      return prepared;
    }

    /** From the density matrix where there can be one, else from a trajectory for each shot. */
    private Counts noisy(Circuit whole, Circuit readout, long shots) {
      if (qubits() <= DensityMatrix.MAX_QUBITS) {
        DensityMatrix prepared = mixed;
        if (prepared == null) {
          prepared = DensityMatrix.of(circuit);
          mixed = prepared;
        }
        return prepared.after(readout).distribution().draw(shots, random);
      }
      var trajectories = Trajectories.of(whole, Ledger.unlimited());
      var times = new TreeMap<Long, Long>();
      for (long shot = 0; shot < shots; shot++) {
        Counts one = trajectories.draw(random).distribution().draw(1, random);
        times.merge(one.outcome(0), 1L, Long::sum);
      }
      var counts = new Counts.Builder(qubits());
      times.forEach(counts::add);
      return counts.build();
    }
  }
}
