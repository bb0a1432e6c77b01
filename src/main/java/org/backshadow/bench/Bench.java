package org.backshadow.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.backshadow.experiment.SamplingSpeed;
import org.backshadow.json.Json;
import org.backshadow.linear.EigenWorkload;
import org.jspecify.annotations.Nullable;

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
          new Row("W4", 16, 1_000_000),
          new Row("W5", 20, 1_000_000),
          new Row("W6", 8, 0),
          new Row("W7", 4, 4),
          new Row("W7", 8, 4));

  private static final String ROW = "%-4s %3s %8s %12s %12s %12s%n";

  /** Estimated from the snapshots of W4. */
  private static final int STRINGS = 1000;

  private Bench() {}

  /** Takes {@code all}, or a workload, its qubits and its size. */
  public static void main(String[] arguments) {
    if (arguments.length == 1 && arguments[0].equals("all")) {
      System.out.printf(ROW, "W", "n", "L|M", "median ms", "least", "first");
      for (Row row : ALL) {
        Map<String, @Nullable Object> fields = fields(row.name, row.qubits, row.size);
        print(row, row.name, fields.get("med_ms"), fields.get("min_ms"), fields.get("first_ms"));
        if (fields.containsKey("K")) {
          print(row, "  K", fields.get("estimate_med_ms"), fields.get("estimate_min_ms"), null);
        }
      }
    } else if (arguments.length == 3) {
      int qubits = Integer.parseInt(arguments[1]);
      int size = Integer.parseInt(arguments[2]);
      System.out.println(Json.write(fields(arguments[0], qubits, size)));
    } else {
      throw new IllegalArgumentException(
          "bench takes: all, or a workload, its qubits and its size");
    }
  }

  private static void print(
      Row row,
      String name,
      @Nullable Object median,
      @Nullable Object least,
      @Nullable Object first) {
    System.out.printf(ROW, name, row.qubits, row.size, ms(median), ms(least), ms(first));
  }

  private static String ms(@Nullable Object milliseconds) {
    return milliseconds == null ? "" : String.format(Locale.ROOT, "%.4f", milliseconds);
  }

  /**
   * What a workload took. Those of one step of a training are W1 to W3 and W7; W4 to W6 run on one
   * thread, whatever the number of threads.
   */
  static Map<String, @Nullable Object> fields(String name, int qubits, int size) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("peer", "backshadow");
    fields.putAll(
        switch (name) {
          case "W4" -> {
            SamplingSpeed.snapshots(qubits, size, STRINGS, 4);
            yield SamplingSpeed.snapshots(qubits, size, STRINGS, 5);
          }
          case "W5" -> {
            SamplingSpeed.shots(qubits, size, 20);
            yield SamplingSpeed.shots(qubits, size, 41);
          }
          case "W6" -> EigenWorkload.run(qubits, 3);
          default -> {
            Timing timing = Timing.of(name, qubits, size);
            yield timing.fields(
                Integer.getInteger("backshadow.threads", 1),
                allocated(Workload.of(name, qubits, size)));
          }
        });
    fields.put("jdk", Runtime.version().feature());
    return fields;
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
