package org.backshadow.tomography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.hypothesis.HypothesisState;
import org.ejml.simple.SimpleMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A hypothesis beside the state that it is about: the referee's view, which the learner never has.
 * Immutable.
 *
 * <pre>{@code
 * var run = shadowTomography(circuit(1).ry(0, 0.7), List.of("Z", "X")).epsilon(0.3).seed(7);
 * run.hypothesis(2).traceDistance() // 0.0747
 * }</pre>
 */
public final class JudgedHypothesis {
  /** More bars than these cannot be told apart. */
  private static final int MOST_BARS = 64;

  private final String title;
  private final HypothesisState hypothesis;
  private final double[] truth;
  private final double traceDistance;
  private final double relativeEntropy;

  JudgedHypothesis(
      String title,
      HypothesisState hypothesis,
      double[] truth,
      double traceDistance,
      double relativeEntropy) {
    this.title = title;
    this.hypothesis = hypothesis;
    this.truth = truth.clone();
    this.traceDistance = traceDistance;
    this.relativeEntropy = relativeEntropy;
  }

  /** What the learner believes. */
  public HypothesisState hypothesis() {
    return hypothesis;
  }

  /** Its density matrix. */
  public SimpleMatrix matrix() {
    return hypothesis.matrix();
  }

  /** The trace distance to the true state: 0 to 1. */
  public double traceDistance() {
    return traceDistance;
  }

  /** The relative entropy {@code S(truth || hypothesis)} in nats; {@code n ln 2} at the start. */
  public double relativeEntropy() {
    return relativeEntropy;
  }

  /** As a table: quantity | value. */
  public Table table() {
    return Table.create(
        title,
        StringColumn.create(
            "quantity",
            "entropy (bits)",
            "trace distance to the truth (referee's view)",
            "relative entropy to the truth (nats, referee's view)",
            "the same at the start (nats)"),
        DoubleColumn.create(
            "value",
            hypothesis.entropy(),
            traceDistance,
            relativeEntropy,
            hypothesis.qubits() * StrictMath.log(2)));
  }

  /** Bars of the populations that it predicts, beside the true ones; the first 64 of them. */
  public Figure plot() {
    double[] populations = hypothesis.populations();
    int shown = Math.min(MOST_BARS, populations.length);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      String bits = Integer.toBinaryString(populations.length + i).substring(1);
      names.add(bits);
    }
    return Figure.of(title)
        .x("outcome")
        .y("probability")
        .bars("hypothesis", names, Arrays.copyOf(populations, shown))
        .bars("truth (referee's view)", names, Arrays.copyOf(truth, shown))
        .caption(
            String.format(
                Locale.ROOT,
                "trace distance %.3g%s",
                traceDistance,
                shown < populations.length ? "; the first 64 outcomes" : ""));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s; referee's view: trace distance %.4g, relative entropy %.4g nats",
        title,
        hypothesis,
        traceDistance,
        relativeEntropy);
  }
}
