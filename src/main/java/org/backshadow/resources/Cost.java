package org.backshadow.resources;

import java.util.Locale;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a piece of work has used, counted by whoever executed it.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * Cost cost = f.at(0.4).gradient(parameterShift().shots(1000)).cost();
 * cost.copies() // 2000
 * cost.plus(cost).circuits() // 4
 * }</pre>
 *
 * @param copies preparations of the state that were consumed
 * @param circuits different circuits that were run
 * @param gates gate applications, summed over all runs
 * @param depth layers of the deepest circuit
 * @param qubits qubits that had to be coherent at once
 * @param classicalOperations arithmetic steps on outcomes or amplitudes
 * @param peakBytes bytes of amplitudes or outcomes held at once
 */
public record Cost(
    long copies,
    long circuits,
    long gates,
    long depth,
    long qubits,
    long classicalOperations,
    long peakBytes) {
  /** Of nothing. */
  public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0, 0);

  /**
   * Amounts of each kind.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Cost {
    requireNotNegative("copies", copies);
    requireNotNegative("circuits", circuits);
    requireNotNegative("gates", gates);
    requireNotNegative("depth", depth);
    requireNotNegative("qubits", qubits);
    requireNotNegative("classicalOperations", classicalOperations);
    requireNotNegative("peakBytes", peakBytes);
  }

  private static void requireNotNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is " + value + "; a cost is not negative");
    }
  }

  /** Copies, circuits and gates of runs on a quantum computer. */
  public static Cost quantum(long copies, long circuits, long gates, long depth, long qubits) {
    return new Cost(copies, circuits, gates, depth, qubits, 0, 0);
  }

  /** Work of a classical computer. */
  public static Cost classical(long operations, long bytes) {
    return new Cost(0, 0, 0, 0, 0, operations, bytes);
  }

  /** One after the other: counts add, depth, qubits and bytes are the larger. */
  public Cost plus(Cost other) {
    return new Cost(
        Math.addExact(copies, other.copies),
        Math.addExact(circuits, other.circuits),
        Math.addExact(gates, other.gates),
        Math.max(depth, other.depth),
        Math.max(qubits, other.qubits),
        Math.addExact(classicalOperations, other.classicalOperations),
        Math.max(peakBytes, other.peakBytes));
  }

  /** As a table: resource | used. */
  public Table table() {
    return Table.create(
        "cost",
        StringColumn.create(
            "resource",
            "copies",
            "circuits",
            "gate applications",
            "depth",
            "coherent qubits",
            "classical operations",
            "peak bytes"),
        LongColumn.create(
            "used", copies, circuits, gates, depth, qubits, classicalOperations, peakBytes));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d copies, %,d circuits, %,d gates, depth %,d, %,d coherent qubits, %,d classical"
            + " operations, %,d bytes",
        copies,
        circuits,
        gates,
        depth,
        qubits,
        classicalOperations,
        peakBytes);
  }
}
