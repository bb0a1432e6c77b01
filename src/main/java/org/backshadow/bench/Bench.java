package org.backshadow.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

/** {@code ./backshadow bench}: one workload as a line of JSON, or all of them as a table. */
public final class Bench {
  private record Row(String name, int qubits, int size) {}

  private static final List<Row> ALL =
      List.of(
          new Row("W1", 16, 4),
          new Row("W1", 20, 4),
          new Row("W1", 22, 4),
          new Row("W2", 16, 4),
          new Row("W2", 20, 4),
          new Row("W2", 22, 4),
          new Row("W3", 12, 1000),
          new Row("W3", 16, 200),
          new Row("W3", 20, 100),
          new Row("W7", 4, 4),
          new Row("W7", 8, 4));

  private Bench() {}

  /** Takes {@code all}, or a workload, its qubits and its size. */
  public static void main(String[] arguments) {
    int threads = Integer.getInteger("backshadow.threads", 1);
    if (arguments.length == 1 && arguments[0].equals("all")) {
      System.out.printf(
          "%-4s %3s %5s %12s %12s %12s%n", "W", "n", "L|M", "median ms", "least", "first");
      for (Row row : ALL) {
        Timing timing = Timing.of(row.name, row.qubits, row.size);
        System.out.printf(
            "%-4s %3d %5d %12.4f %12.4f %12.1f%n",
            row.name, row.qubits, row.size, timing.median(), timing.least(), timing.first());
      }
    } else if (arguments.length == 3) {
      int qubits = Integer.parseInt(arguments[1]);
      int size = Integer.parseInt(arguments[2]);
      Timing timing = Timing.of(arguments[0], qubits, size);
      System.out.println(timing.json(threads, allocated(Workload.of(arguments[0], qubits, size))));
    } else {
      throw new IllegalArgumentException(
          "bench takes: all, or a workload, its qubits and its size");
    }
  }

  /** The bytes that this thread allocates for a second call: all that it holds, and more. */
  private static long allocated(Workload workload) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    workload.call();
    long before = threads.getCurrentThreadAllocatedBytes();
    workload.call();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
