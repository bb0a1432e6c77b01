package org.backshadow.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * What timing a workload gave.
 *
 * @param first milliseconds of the first call, which compiles the circuit
 * @param milliseconds of each call after the warm-up, ascending
 */
record Timing(
    String name,
    int qubits,
    int size,
    double first,
    double[] milliseconds,
    Workload.Answer answer) {
  private static final double WARM_UP = 2e9;
  private static final double TIMED = 3e9;
  private static final int MOST = 100_000;
  private static final int LEAST = 3;

  /** Calls a workload for some seconds unseen, then for some seconds with a clock. */
  static Timing of(String name, int qubits, int size) {
    Workload workload = Workload.of(name, qubits, size);
    long start = System.nanoTime();
    Workload.Answer answer = workload.call();
    double first = (System.nanoTime() - start) / 1e6;
    // By processor time: beside other work, seconds on the clock warm nothing up.
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadCpuTime();
    while (thread.getCurrentThreadCpuTime() - before < WARM_UP) {
      workload.call();
    }
    double[] times = new double[MOST];
    int count = 0;
    start = System.nanoTime();
    while (count < LEAST || count < MOST && System.nanoTime() - start < TIMED) {
      long called = System.nanoTime();
      workload.call();
      times[count++] = (System.nanoTime() - called) / 1e6;
    }
    double[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return new Timing(name, qubits, size, first, sorted, answer);
  }

  double median() {
    return milliseconds[milliseconds.length / 2];
  }

  double least() {
    return milliseconds[0];
  }

  /** One line of JSON with the fields that the scripts of other simulators print. */
  String json(int threads, long bytes) {
    return String.format(
        Locale.ROOT,
        "{\"peer\":\"backshadow\",\"W\":\"%s\",\"n\":%d,\"L\":%d,\"thr\":%d,\"med_ms\":%.4f,"
            + "\"min_ms\":%.4f,\"reps\":%d,\"val\":%s,\"gn\":%s,\"bytes\":%d,\"first_ms\":%.1f,"
            + "\"jdk\":%d}",
        name,
        qubits,
        size,
        threads,
        median(),
        least(),
        milliseconds.length,
        number(answer.value()),
        number(answer.norm()),
        bytes,
        first,
        Runtime.version().feature());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.12f", value);
  }
}
