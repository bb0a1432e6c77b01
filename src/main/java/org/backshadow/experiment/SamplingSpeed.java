package org.backshadow.experiment;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.shadow.ClassicalShadow;
import org.backshadow.shadow.MedianOfMeans;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.jspecify.annotations.Nullable;

/**
 * How long sampling takes, in milliseconds of wall time on one thread: the workloads W4 (snapshots
 * in random Pauli bases, then Pauli strings by median of ten means) and W5 (shots of all qubits).
 * Timings: never part of results that are compared or stored.
 *
 * <pre>{@code
 * SamplingSpeed.shots(3, 1000, 1).keySet()
 * // [W, n, L, thr, med_ms, min_ms, reps, val, gn, bytes]
 * }</pre>
 */
public final class SamplingSpeed {
  private SamplingSpeed() {}

  /** The state of both: three layers of rotations and controlled gates with fixed angles. */
  private static Circuit circuit(int qubits) {
    Circuit circuit = Ansatz.hardwareEfficient(qubits, 3);
    double[] theta = new double[circuit.parameters().size()];
    Arrays.setAll(theta, k -> 0.3 + 0.17 * k);
    return circuit.bind(theta);
  }

  /**
   * W4: collects snapshots, the simulation of the state included, and estimates strings of weight 1
   * to 3 from them.
   */
  public static Map<String, @Nullable Object> snapshots(
      int qubits, int snapshots, int strings, int repeats) {
    double[] collect = new double[repeats];
    double[] estimate = new double[repeats];
    Circuit circuit = circuit(qubits);
    List<String> wanted = strings(qubits, strings);
    double value = 0;
    long bytes = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      long before = allocated();
      ClassicalShadow shadow = ClassicalShadow.of(circuit).snapshots(snapshots).seed(repeat);
      long start = System.nanoTime();
      shadow.cost();
      long collected = System.nanoTime();
      MedianOfMeans median = shadow.medianOfMeans(10);
      value = 0;
      for (String string : wanted) {
        value += median.estimate(string).value();
      }
      collect[repeat] = (collected - start) / 1e6;
      estimate[repeat] = (System.nanoTime() - collected) / 1e6;
      bytes = allocated() - before;
    }
    Map<String, @Nullable Object> fields =
        fields("W4", qubits, snapshots, repeats, collect, value, bytes);
    fields.put("K", strings);
    fields.put("estimate_med_ms", median(estimate));
    fields.put("estimate_min_ms", Arrays.stream(estimate).min().orElseThrow());
    return fields;
  }

  /** W5: shots of a state that is simulated beforehand; its probabilities are in the time. */
  public static Map<String, @Nullable Object> shots(int qubits, int shots, int repeats) {
    StateVector state = Simulator.run(circuit(qubits));
    double[] times = new double[repeats];
    double value = 0;
    long bytes = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      long before = allocated();
      long start = System.nanoTime();
      value = state.distribution().draw(shots, new Seed(repeat).random()).size();
      times[repeat] = (System.nanoTime() - start) / 1e6;
      bytes = allocated() - before;
    }
    return fields("W5", qubits, shots, repeats, times, value, bytes);
  }

  /** What this thread has allocated so far. */
  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static List<String> strings(int qubits, int count) {
    RandomStream random = new Seed(5).random();
    var strings = new ArrayList<String>();
    for (int k = 0; k < count; k++) {
      long x = 0;
      long z = 0;
      for (int left = Math.min(qubits, 1 + k % 3); left > 0; ) {
        long bit = 1L << random.nextInt(qubits);
        if (((x | z) & bit) == 0) {
          int letter = random.nextInt(3);
          x |= letter < 2 ? bit : 0;
          z |= letter > 0 ? bit : 0;
          left--;
        }
      }
      strings.add(new PauliString(qubits, x, z).toString());
    }
    return strings;
  }

  private static Map<String, @Nullable Object> fields(
      String workload,
      int qubits,
      int size,
      int repeats,
      double[] times,
      double value,
      long bytes) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("W", workload);
    fields.put("n", qubits);
    fields.put("L", size);
    fields.put("thr", 1);
    fields.put("med_ms", median(times));
    fields.put("min_ms", Arrays.stream(times).min().orElseThrow());
    fields.put("reps", repeats);
    fields.put("val", value);
    fields.put("gn", null);
    fields.put("bytes", bytes);
    return fields;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
