package org.backshadow.measure.simulated;

import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.CoherentBatch;
import org.backshadow.measure.coherent.StoredCopies;
import org.backshadow.measure.coherent.WeakBatch;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.BellDistribution;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.state.stabilizer.StabilizerState;
import org.backshadow.state.symmetric.SymmetricBatch;
import org.jspecify.annotations.Nullable;

/** Copies of the state that a circuit prepares, behind a simulated door; it is found once. */
final class SimulatedState implements PreparedState {
  private final Circuit circuit;
  private final SimulatedCopies door;
  private final NoisyOutcomes noisy;
  private @Nullable StateVector state;
  private @Nullable SymmetricBatch symmetric;

  SimulatedState(Circuit circuit, SimulatedCopies door) {
    this.circuit = circuit;
    this.door = door;
    this.noisy = new NoisyOutcomes(circuit);
  }

  @Override
  public int qubits() {
    return circuit.qubits();
  }

  @Override
  public Ledger ledger() {
    return door.ledger();
  }

  @Override
  public Counts measure(Circuit readout, long shots) {
    if (shots < 1) {
      throw new IllegalArgumentException(shots + " shots; at least 1 is needed");
    }
    Simulator.requireBound(readout);
    Circuit whole = circuit.then(readout);
    ledger()
        .charge(
            Cost.quantum(
                shots,
                1,
                Math.multiplyExact(shots, (long) whole.gates()),
                whole.depth(),
                circuit.qubits()));
    if (!whole.isUnitary()) {
      return noisy.draw(readout, shots, door.random());
    }
    StateVector prepared = prepared();
    StateVector measured = readout.size() == 0 ? prepared : prepared.after(readout);
    return measured.distribution().draw(shots, door.random());
  }

  @Override
  public long[] snapshots(List<Circuit> readouts) {
    readouts.forEach(Simulator::requireBound);
    ledger().charge(SnapshotCost.of(circuit, readouts));
    long first = door.handOut(readouts.size());
    Optional<StabilizerState> stabilizers = stabilizers();
    long[] outcomes = new long[readouts.size()];
    for (int k = 0; k < outcomes.length; k++) {
      Interrupts.check();
      Seed seed = door.singles().child(first + k);
      outcomes[k] = snapshot(stabilizers, readouts.get(k), seed);
    }
    return outcomes;
  }

  private Optional<StabilizerState> stabilizers() {
    return circuit.isUnitary() ? StabilizerState.of(circuit) : Optional.empty();
  }

  private long snapshot(Optional<StabilizerState> known, Circuit readout, Seed seed) {
    if (!circuit.isUnitary() || !readout.isUnitary()) {
      return noisy.draw(readout, 1, seed.random()).outcome(0);
    }
    return known
        .flatMap(stabilizers -> stabilizers.after(readout))
        .map(stabilizers -> stabilizers.measure(seed.random()))
        .orElseGet(() -> prepared().after(readout).outcome(seed.uniform(0)));
  }

  @Override
  public long[] snapshots(PauliBases bases) {
    ledger().charge(SnapshotCost.of(circuit, bases));
    long first = door.handOut(bases.size());
    Seed seed = door.singles();
    if (!circuit.isUnitary()) {
      return noisy.snapshots(bases, seed, first);
    }
    Optional<StabilizerState> stabilizers =
        circuit.qubits() > SimulatedCopies.STABILIZERS ? stabilizers() : Optional.empty();
    return stabilizers
        .map(known -> known.snapshots(bases, seed, first))
        .orElseGet(() -> prepared().snapshots(bases, seed, first));
  }

  @Override
  public Counts measureBell(long pairs) {
    return measureBell(BellCost.ofPairs(circuit, pairs), circuit, pairs);
  }

  @Override
  public Counts measureBell(Circuit known, long pairs) {
    Simulator.requireBound(known);
    return measureBell(BellCost.beside(circuit, known, pairs), known, pairs);
  }

  private Counts measureBell(Cost cost, Circuit second, long pairs) {
    ledger().charge(cost);
    if (!circuit.isUnitary() || !second.isUnitary()) {
      return noisy.drawPairs(second, pairs, door.random());
    }
    StateVector other = second == circuit ? prepared() : Simulator.run(second);
    return BellDistribution.of(prepared(), other).draw(pairs, door.random());
  }

  @Override
  public StoredCopies store(long copies) {
    SimulatedVotes.requireOdd(copies);
    Circuit.requireUnitary(circuit, "store", "coherent copies are simulated for pure states only");
    ledger().charge(coherent(copies));
    return new SimulatedVotes(prepared(), copies, circuit.depth(), ledger(), door.random());
  }

  /** What it costs to keep so many copies coherent together. */
  private Cost coherent(long copies) {
    return Cost.quantum(
        copies,
        1,
        Math.multiplyExact(copies, (long) circuit.size()),
        circuit.depth(),
        Math.multiplyExact(copies, (long) qubits()));
  }

  @Override
  public WeakBatch weakBatches(int batches, long copies) {
    Circuit.requireUnitary(
        circuit, "weakBatches", "coherent batches are simulated for pure states only");
    return new SimulatedWeakBatch(circuit, batches, copies, ledger(), door.random());
  }

  @Override
  public CoherentBatch batch(long copies, BackAction simulated) {
    if (copies < 1) {
      throw new IllegalArgumentException("a batch of " + copies + " copies; at least 1 is needed");
    }
    Circuit.requireUnitary(circuit, "batch", "coherent batches are simulated for pure states only");
    boolean exact = simulated == BackAction.EXACT;
    if (exact && symmetric == null) {
      SymmetricBatch.requireMemory(qubits(), Math.toIntExact(copies));
    }
    ledger().charge(coherent(copies));
    StateVector one = prepared();
    return new SimulatedBatch(
        one, exact ? joint(one, copies) : null, copies, circuit.depth(), ledger(), door.random());
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
    StateVector known = state;
    if (known == null) {
      known = Simulator.run(circuit);
      state = known;
    }
    return known;
  }
}
