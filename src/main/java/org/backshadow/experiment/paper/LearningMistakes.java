package org.backshadow.experiment.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.backshadow.estimate.Moments;
import org.backshadow.experiment.paper.separation.TiltedGraphState;
import org.backshadow.figure.Figure;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.tomography.BatchPlan;
import org.backshadow.tomography.ShadowTomography;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often a hypothesis has to be corrected: all {@code 4^n - 1} Pauli values of tilted graph
 * states, asked for in random order, by each rule of correction. {@code 2^n - 1} of the values are
 * large and the others small, so that there is nothing to guess.
 *
 * <p>The bound is {@code 8 n ln 2 / epsilon^2}, whatever the number of questions. Source: Aaronson,
 * Chen, Hazan, Kale, Nayak, arXiv:1802.09025.
 */
final class LearningMistakes {
  private static final double DELTA = 0.1;

  private final Table table =
      Table.create(
          StringColumn.create("rule"),
          IntColumn.create("qubits"),
          IntColumn.create("questions"),
          DoubleColumn.create("mistakes (mean)"),
          DoubleColumn.create("standard error"),
          DoubleColumn.create("bound"),
          DoubleColumn.create("largest error (referee's view)"));

  private LearningMistakes() {}

  static PaperResult run(int largest, double epsilon, int states, long seed) {
    if (largest < 1 || largest > 5) {
      throw new IllegalArgumentException(
          "mistakes: up to %d qubits; possible are 1 to 5, with 4^n - 1 questions"
              .formatted(largest));
    }
    if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
      throw new IllegalArgumentException(
          "mistakes: epsilon is %s; the largest error must be positive".formatted(epsilon));
    }
    if (states < 2) {
      throw new IllegalArgumentException(
          "mistakes: %d states; at least 2 are needed for an error bar".formatted(states));
    }
    var mistakes = new LearningMistakes();
    double[] qubits = new double[largest];
    double[] bound = new double[largest];
    for (int n = 1; n <= largest; n++) {
      qubits[n - 1] = n;
      bound[n - 1] = BatchPlan.of(1, Math.min(1, epsilon), DELTA).mostMistakes(n);
    }
    Figure figure =
        Figure.of("mistakes of a hypothesis that is asked for all Pauli values")
            .x("qubits n")
            .y("mistakes")
            .logY();
    for (UpdateRule rule : UpdateRule.values()) {
      double[] mean = new double[largest];
      double[] error = new double[largest];
      for (int n = 1; n <= largest; n++) {
        Moments made = mistakes.measure(rule, n, epsilon, states, bound[n - 1], new Seed(seed));
        mean[n - 1] = made.mean();
        error[n - 1] = Math.sqrt(made.variance() / states);
      }
      figure = figure.points(rule.toString(), qubits, mean, error);
    }
    return new PaperResult(
        mistakes.statement(largest, epsilon, states, bound[largest - 1]),
        mistakes.table.setName("%d states a size, seed %d".formatted(states, seed)),
        figure
            .theory("bound", qubits, bound)
            .caption(
                "bars: standard errors over %d states, seed %d; dashed: the bound"
                    .formatted(states, seed)));
  }

  private Moments measure(
      UpdateRule rule, int n, double epsilon, int states, double bound, Seed seed) {
    var made = new Moments();
    double worst = 0;
    for (int k = 0; k < states; k++) {
      Seed own = seed.child(n).child(k);
      var state = TiltedGraphState.random(n, own.child("state"));
      var run =
          ShadowTomography.of(state.circuit(), questions(n, own.child("order")))
              .epsilon(epsilon)
              .delta(DELTA)
              .update(rule)
              .seed(own.child("outcomes").value());
      made.add(run.steps().booleanColumn("update").countTrue(), 1);
      Table answers = run.table();
      for (int row = 0; row < answers.rowCount(); row++) {
        double truth = answers.doubleColumn("exact (referee's view)").get(row);
        worst = Math.max(worst, Math.abs(answers.doubleColumn("value").get(row) - truth));
      }
    }
    table.stringColumn(0).append(rule.toString());
    table.intColumn(1).append(n);
    table.intColumn(2).append((1 << 2 * n) - 1);
    double[] numbers = {made.mean(), Math.sqrt(made.variance() / states), bound, worst};
    for (int c = 0; c < numbers.length; c++) {
      table.doubleColumn(3 + c).append(numbers[c]);
    }
    return made;
  }

  private static List<PauliString> questions(int qubits, Seed seed) {
    var strings = new ArrayList<PauliString>();
    for (long code = 1; code < 1L << 2 * qubits; code++) {
      strings.add(new PauliString(qubits, code >> qubits, code & ((1L << qubits) - 1)));
    }
    RandomStream random = seed.random();
    for (int k = strings.size() - 1; k > 0; k--) {
      Collections.swap(strings, k, random.nextInt(k + 1));
    }
    return strings;
  }

  private String statement(int largest, double epsilon, int states, double bound) {
    double last = table.doubleColumn("mistakes (mean)").get(table.rowCount() - 1);
    return String.format(
        Locale.ROOT,
        "All %,d Pauli values of a state on %d qubits, largest error %s: %.1f mistakes by %s (mean of"
            + " %d states), where %.0f are possible.",
        (1 << 2 * largest) - 1,
        largest,
        epsilon,
        last,
        UpdateRule.PROJECTION,
        states,
        bound);
  }
}
