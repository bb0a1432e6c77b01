package org.backshadow.measure.simulated;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.Readout;
import org.backshadow.measure.coherent.WeakBatch;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.state.GaussianBatches;

/** Coherent batches in the Gaussian limit of many copies, counted. */
final class SimulatedWeakBatch implements WeakBatch {
  private final GaussianBatches batches;
  private final long all;
  private final long coherent;
  private final Ledger ledger;
  private final RandomStream random;

  /** The layer that each qubit of a copy has reached. */
  private final long[] layers;

  SimulatedWeakBatch(
      Circuit circuit, int batches, long copies, Ledger ledger, RandomStream random) {
    if (batches < 1 || copies < 1) {
      throw new IllegalArgumentException(
          batches + " batches of " + copies + " copies; at least 1 of 1 is needed");
    }
    GaussianBatches.requireSize(circuit.qubits());
    this.ledger = ledger;
    this.random = random;
    this.all = Math.multiplyExact(copies, (long) batches);
    this.coherent = Math.multiplyExact(copies, (long) circuit.qubits());
    this.layers = new long[circuit.qubits()];
    circuit.operations().forEach(operation -> advance(operation.qubits()));
    ledger.charge(
        Cost.quantum(
            all, 1, Math.multiplyExact(all, (long) circuit.size()), circuit.depth(), coherent));
    this.batches = new GaussianBatches(circuit, batches, copies);
  }

  @Override
  public void apply(Operation operation) {
    advance(operation.qubits());
    charge(1);
    batches.apply(operation);
  }

  @Override
  public double[] read(PauliString string, double noise) {
    if (!(noise > 0) || noise == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "a weak reading with noise " + noise + "; it must be positive and finite");
    }
    Circuit turn = Readout.of(string);
    turn.operations().forEach(operation -> advance(operation.qubits()));
    List<Integer> read =
        IntStream.range(0, layers.length).filter(q -> string.letter(q) != 'I').boxed().toList();
    advance(read);
    turn.operations().forEach(operation -> advance(operation.qubits()));
    charge(2L * turn.size() + 1);
    return batches.read(string, noise, random);
  }

  /** So many gates on each copy, in the layers that the qubits have reached by now. */
  private void charge(long gates) {
    long depth = Arrays.stream(layers).max().orElse(0);
    ledger.charge(Cost.quantum(0, 0, Math.multiplyExact(all, gates), depth, coherent));
  }

  /** Puts a gate on these qubits, as early as it can stand. */
  private void advance(List<Integer> qubits) {
    long layer = 1 + qubits.stream().mapToLong(q -> layers[q]).max().orElse(0);
    qubits.forEach(q -> layers[q] = layer);
  }
}
