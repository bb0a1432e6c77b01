package org.backshadow.state;

import java.util.Locale;

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
    if (fits(qubits, states, free())) {
      return;
    }
    long most = Runtime.getRuntime().maxMemory();
    boolean hope = fits(qubits, states, most);
    long free = hope ? collected() : most;
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
            size(bytes),
            states == 1 ? "" : states + " states * ",
            qubits,
            size(free),
            hope ? "free" : "all there is",
            largest));
  }

  /**
   * Checks that so many density matrices fit into the free heap.
   *
   * @throws IllegalArgumentException with the arithmetic if they do not
   */
  static void requireMatrices(int qubits, int matrices) {
    if (fits(2 * qubits, matrices, free())) {
      return;
    }
    long most = Runtime.getRuntime().maxMemory();
    boolean hope = fits(2 * qubits, matrices, most);
    long free = hope ? collected() : most;
    if (!hope || !fits(2 * qubits, matrices, free)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d qubits with noise need %s (%d density matrices * 16 * 4^%d bytes) but %s of heap"
                  + " are %s. Raise -Xmx or use fewer qubits",
              qubits,
              size(matrices * 16.0 * StrictMath.pow(4, qubits)),
              matrices,
              qubits,
              size(free),
              hope ? "free" : "all there is"));
    }
  }

  /** True if so many state vectors fit into the free heap as it is. */
  static boolean allows(int qubits, int states) {
    return fits(qubits, states, free());
  }

  private static boolean fits(int qubits, int states, long free) {
    // The collector gives each large array whole regions, and the rest of the program needs room.
    double reserve = (1 << 20) + Runtime.getRuntime().maxMemory() / 32.0;
    return qubits <= MAX_QUBITS && states * 16.0 * (1L << qubits) + reserve < free;
  }

  /** Asks the collector first; it takes its time, so only where it can make a difference. */
  private static long collected() {
    System.gc();
    return free();
  }

  static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  static String size(double bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = 0;
    while (bytes >= 1024 && unit < units.length - 1) {
      bytes /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", bytes, units[unit]);
  }
}
