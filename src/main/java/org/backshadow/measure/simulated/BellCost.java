package org.backshadow.measure.simulated;

import org.backshadow.circuit.Circuit;
import org.backshadow.resources.Cost;

/** What Bell measurements of pairs cost. */
final class BellCost {
  /** CNOT and H, one after the other. */
  private static final int READOUT_DEPTH = 2;

  private BellCost() {}

  /** Two copies a pair. */
  static Cost ofPairs(Circuit preparation, long pairs) {
    return of(preparation, preparation, 2, pairs);
  }

  /** A copy and a known state a pair. */
  static Cost beside(Circuit preparation, Circuit known, long pairs) {
    return of(preparation, known, 1, pairs);
  }

  private static Cost of(Circuit first, Circuit second, int copies, long pairs) {
    if (pairs < 1) {
      throw new IllegalArgumentException(pairs + " pairs; at least 1 is needed");
    }
    int n = first.qubits();
    if (second.qubits() != n) {
      throw new IllegalArgumentException(
          "a Bell measurement pairs equal qubits; the circuits have %d and %d"
              .formatted(n, second.qubits()));
    }
    return Cost.quantum(
        Math.multiplyExact(copies, pairs),
        1,
        Math.multiplyExact(pairs, first.gates() + second.gates() + 2L * n),
        Math.max(first.depth(), second.depth()) + READOUT_DEPTH,
        2L * n);
  }
}
