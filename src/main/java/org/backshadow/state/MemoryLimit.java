package org.backshadow.state;

import java.util.Locale;
import org.backshadow.resources.Heap;

/** Refuses states that do not fit, before anything is allocated. */
final class MemoryLimit {
  /** Java arrays hold at most 2^31 - 1 numbers. */
  private static final int MAX_QUBITS = 30;

  private MemoryLimit() {}

  /**
   * Checks that so many state vectors fit into the free heap.
   *
   * @throws IllegalArgumentException with the arithmetic if they do not
   */
  static void require(int qubits, int states) {
    if (fits(qubits, states)) {
      return;
    }
    long free = Heap.free();
    int largest = 0;
    while (largest < MAX_QUBITS && fits(largest + 1, states, free)) {
      largest++;
    }
    double bytes = states * 16.0 * StrictMath.pow(2, qubits);
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%d qubits need %s (%s16 * 2^%d bytes) but %s of heap are free; at most %d qubits fit."
                + " Raise -Xmx or use fewer qubits",
            qubits,
            Heap.size(bytes),
            states == 1 ? "" : states + " states * ",
            qubits,
            Heap.size(free),
            largest));
  }

  /**
   * Checks that so many density matrices fit into the free heap.
   *
   * @throws IllegalArgumentException with the arithmetic if they do not
   */
  static void requireMatrices(int qubits, int matrices) {
    if (!fits(2 * qubits, matrices)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d qubits with noise need %s (%d density matrices * 16 * 4^%d bytes) but %s of heap"
                  + " are free. Raise -Xmx or use fewer qubits",
              qubits,
              Heap.size(matrices * 16.0 * StrictMath.pow(4, qubits)),
              matrices,
              qubits,
              Heap.size(Heap.free())));
    }
  }

  /** True if so many state vectors fit into the free heap as it is. */
  static boolean allows(int qubits, int states) {
    return fits(qubits, states, Heap.free());
  }

  /** As it is, or after a collection, which takes its time: only where it can matter. */
  private static boolean fits(int qubits, int states) {
    if (allows(qubits, states)) {
      return true;
    }
    if (!fits(qubits, states, Runtime.getRuntime().maxMemory())) {
      return false;
    }
    System.gc();
    return allows(qubits, states);
  }

  private static boolean fits(int qubits, int states, long free) {
    // The collector gives each large array whole regions, and the rest of the program needs room.
    double reserve = (1 << 20) + Runtime.getRuntime().maxMemory() / 32.0;
    return qubits <= MAX_QUBITS && states * 16.0 * (1L << qubits) + reserve < free;
  }
}
