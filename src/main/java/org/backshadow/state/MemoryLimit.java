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
    if (allows(qubits, states)) {
      return;
    }
    boolean hope = couldFit(qubits, states);
    long free = hope ? collected() : Runtime.getRuntime().maxMemory();
    if (hope && fits(qubits, states, free)) {
      return;
    }
    int largest = 0;
    while (largest < MAX_QUBITS && fits(largest + 1, states, free)) {
      largest++;
    }
    double bytes = states * 16.0 * StrictMath.pow(2, qubits);
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%d qubits need %s (%s16 * 2^%d bytes) but %s of heap are %s; at most %d qubits fit."
                + " Raise -Xmx or use fewer qubits",
            qubits,
            Heap.size(bytes),
            states == 1 ? "" : states + " states * ",
            qubits,
            Heap.size(free),
            hope ? "free" : "all there is",
            largest));
  }

  /**
   * Checks that so many density matrices fit into the free heap.
   *
   * @throws IllegalArgumentException with the arithmetic if they do not
   */
  static void requireMatrices(int qubits, int matrices) {
    if (allows(2 * qubits, matrices)) {
      return;
    }
    boolean hope = couldFit(2 * qubits, matrices);
    long free = hope ? collected() : Runtime.getRuntime().maxMemory();
    if (!hope || !fits(2 * qubits, matrices, free)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d qubits with noise need %s (%d density matrices * 16 * 4^%d bytes) but %s of heap"
                  + " are %s. Raise -Xmx or use fewer qubits",
              qubits,
              Heap.size(matrices * 16.0 * StrictMath.pow(4, qubits)),
              matrices,
              qubits,
              Heap.size(free),
              hope ? "free" : "all there is"));
    }
  }

  /** True if so many state vectors fit into the free heap as it is. */
  static boolean allows(int qubits, int states) {
    return fits(qubits, states, Heap.free());
  }

  /** True if they fit into the heap where nothing else is in it. */
  private static boolean couldFit(int qubits, int states) {
    return fits(qubits, states, Runtime.getRuntime().maxMemory());
  }

  /** What is free after a collection, which takes its time: only where it can matter. */
  private static long collected() {
    System.gc();
    return Heap.free();
  }

  private static boolean fits(int qubits, int states, long free) {
    // The collector gives each large array whole regions, and the rest of the program needs room.
    double reserve = (1 << 20) + Runtime.getRuntime().maxMemory() / 32.0;
    return qubits <= MAX_QUBITS && states * 16.0 * (1L << qubits) + reserve < free;
  }
}
