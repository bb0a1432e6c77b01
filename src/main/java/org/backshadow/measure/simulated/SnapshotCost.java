package org.backshadow.measure.simulated;

import java.util.HashSet;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Cost;

/** What single copies cost, each with a readout of its own. */
final class SnapshotCost {
  private SnapshotCost() {}

  /** By walking over every readout. */
  static Cost of(Circuit preparation, List<Circuit> readouts) {
    long gates = 0;
    long depth = 0;
    for (Circuit readout : readouts) {
      Circuit whole = preparation.then(readout);
      gates = Math.addExact(gates, whole.gates());
      depth = Math.max(depth, whole.depth());
    }
    int circuits = new HashSet<>(readouts).size();
    return Cost.quantum(readouts.size(), circuits, gates, depth, preparation.qubits());
  }

  /** By the masks: X is one gate, Y two, a flip one more. */
  static Cost of(Circuit preparation, PauliBases bases) {
    int qubits = bases.qubits();
    long gates = Math.multiplyExact((long) bases.size(), (long) preparation.gates());
    // Which qubits have at least one, two, three gates in some readout.
    long[] reached = new long[4];
    for (int t = 0; t < bases.size(); t++) {
      long x = bases.x(t);
      long y = x & bases.z(t);
      long flips = bases.flips(t);
      gates += Long.bitCount(x) + Long.bitCount(y) + Long.bitCount(flips);
      reached[1] |= x | flips;
      reached[2] |= y | (x & flips);
      reached[3] |= y & flips;
    }
    long depth = 0;
    int[] layers = layers(preparation);
    for (int q = 0; q < qubits; q++) {
      int most = 3;
      while (most > 0 && (reached[most] >>> (qubits - 1 - q) & 1) == 0) {
        most--;
      }
      depth = Math.max(depth, layers[q] + most);
    }
    return Cost.quantum(bases.size(), bases.distinct(), gates, depth, qubits);
  }

  /** The layers that each qubit has behind it. */
  private static int[] layers(Circuit circuit) {
    int[] layers = new int[circuit.qubits()];
    for (Operation operation : circuit.operations()) {
      if (!operation.isUnitary()) {
        continue;
      }
      int layer = 0;
      for (int qubit : operation.qubits()) {
        layer = Math.max(layer, layers[qubit] + 1);
      }
      for (int qubit : operation.qubits()) {
        layers[qubit] = layer;
      }
    }
    return layers;
  }
}
