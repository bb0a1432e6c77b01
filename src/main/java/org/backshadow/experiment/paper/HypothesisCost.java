package org.backshadow.experiment.paper;

import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.figure.Figure;
import org.backshadow.hypothesis.DenseObservable;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The price: what a hypothesis state costs a classical computer. A gate takes {@code 4^n} steps, an
 * update an eigendecomposition of {@code 8^n}. Seconds are this machine's.
 */
final class HypothesisCost {
  /** Nanoseconds for each size: small ones are repeated until their loops are compiled. */
  private static final long WARM = 500_000_000;

  private HypothesisCost() {}

  static PaperResult run(int from, int to) {
    if (from < 1 || to > HypothesisState.MAX_QUBITS || to < (long) from + 2) {
      throw new IllegalArgumentException(
          "hypothesisCost: from %d to %d qubits; at least three numbers within 1 to %d are needed"
              .formatted(from, to, HypothesisState.MAX_QUBITS));
    }
    int count = to - from + 1;
    int[] qubits = new int[count];
    double[] x = new double[count];
    double[] gate = new double[count];
    double[] update = new double[count];
    var gates = new SimpleRegression();
    var updates = new SimpleRegression();
    for (int k = 0; k < count; k++) {
      int n = from + k;
      qubits[k] = n;
      x[k] = n;
      time(n, gate, update, k);
      gates.addData(n, Math.log(gate[k]) / Math.log(2));
      updates.addData(n, Math.log(update[k]) / Math.log(2));
    }
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "A gate on the hypothesis grows as 2^(%.2f n), expected 2; an update as 2^(%.2f n),"
                + " expected 3.",
            gates.getSlope(),
            updates.getSlope()),
        Table.create(
            "seconds for a hypothesis on n qubits",
            IntColumn.create("qubits", qubits),
            DoubleColumn.create("seconds a gate", gate),
            DoubleColumn.create("seconds an update", update)),
        Figure.of("the classical price of a hypothesis")
            .x("qubits n")
            .y("seconds")
            .logY()
            .points("a gate", x, gate)
            .points("an update", x, update)
            .theory("a gate theory", x, growing(x, gate, 2))
            .theory("an update theory", x, growing(x, update, 3))
            .caption("dashed: 4^n and 8^n through the last points"));
  }

  private static double[] growing(double[] x, double[] seconds, double power) {
    int last = x.length - 1;
    double[] curve = new double[x.length];
    for (int k = 0; k <= last; k++) {
      curve[k] = seconds[last] * StrictMath.pow(2, power * (x[k] - x[last]));
    }
    return curve;
  }

  /** The fastest of six or more, after a first one that is not counted. */
  private static void time(int qubits, double[] gate, double[] update, int k) {
    RandomStream random = new Seed(qubits).random();
    HypothesisState hypothesis = HypothesisState.maximallyMixed(qubits);
    gate[k] = Double.POSITIVE_INFINITY;
    update[k] = Double.POSITIVE_INFINITY;
    long begun = System.nanoTime();
    for (int repeat = 0; repeat < 6 || System.nanoTime() - begun < WARM; repeat++) {
      Interrupts.check();
      var string =
          new PauliString(qubits, random.nextInt(1 << qubits), random.nextInt(1 << qubits));
      var observable = DenseObservable.of(PauliSum.of(string));
      long start = System.nanoTime();
      hypothesis = hypothesis.toward(observable, 0.3);
      long middle = System.nanoTime();
      Operation turn = Circuit.of(qubits).pauliRotation(string.toString(), 0.7).operations().get(0);
      int times = Math.max(1, 1 << Math.max(0, 14 - 2 * qubits));
      long before = System.nanoTime();
      for (int t = 0; t < times; t++) {
        hypothesis = hypothesis.after(turn);
      }
      double turned = (System.nanoTime() - before) / 1e9 / times;
      if (repeat > 0) {
        update[k] = Math.min(update[k], (middle - start) / 1e9);
        gate[k] = Math.min(gate[k], turned);
      }
    }
  }
}
