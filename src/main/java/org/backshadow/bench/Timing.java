package org.backshadow.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** By the names that the scripts of other simulators print. */
  Map<String, @Nullable Object> fields(int threads, long bytes) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("W", name);
    fields.put("n", qubits);
    fields.put("L", size);
    fields.put("thr", threads);
    fields.put("med_ms", median());
    fields.put("min_ms", least());
    fields.put("reps", milliseconds.length);
    fields.put("val", number(answer.value()));
    fields.put("gn", number(answer.norm()));
    fields.put("bytes", bytes);
    fields.put("first_ms", first);
    return fields;
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
