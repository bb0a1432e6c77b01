package org.backshadow.experiment.paper;

import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.Evaluation;
import org.backshadow.hypothesis.HypothesisState;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * Beyond the paper: hypotheses of low rank in the place of the full one, which is rank 0 in the
 * table. The checks are the same; what can get worse is the number of mistakes.
 */
final class LowRank {
  private LowRank() {}

  static PaperResult run(Evaluation model, double epsilon, int... ranks) {
    int qubits = model.model().circuit().qubits();
    if (ranks.length == 0) {
      throw new IllegalArgumentException("lowRankHypothesis: no ranks given, such as 1, 2, 4");
    }
    for (int rank : ranks) {
      HypothesisState.requireQubits(qubits, rank);
    }
    var table =
        Table.create(
            "hypotheses of low rank on " + qubits + " qubits",
            IntColumn.create("rank (0: full)"),
            IntColumn.create("updates"),
            DoubleColumn.create("largest error (referee's view)"),
            LongColumn.create("copies"),
            LongColumn.create("classical operations"),
            LongColumn.create("peak bytes"),
            DoubleColumn.create("seconds"));
    double[] rank = new double[ranks.length];
    double[] updates = new double[ranks.length];
    double worst = 0;
    for (int k = 0; k < ranks.length; k++) {
      BackpropRun run = BackpropRun.of(model).epsilon(epsilon).seed(k);
      if (ranks[k] > 0) {
        run = run.lowRank(ranks[k]);
      }
      long start = System.nanoTime();
      rank[k] = ranks[k];
      updates[k] = run.updates();
      double seconds = (System.nanoTime() - start) / 1e9;
      worst = Math.max(worst, run.error());
      table.intColumn(0).append(ranks[k]);
      table.intColumn(1).append(run.updates());
      table.doubleColumn(2).append(run.error());
      ((LongColumn) table.column(3)).append(run.cost().copies());
      ((LongColumn) table.column(4)).append(run.cost().classicalOperations());
      ((LongColumn) table.column(5)).append(run.cost().peakBytes());
      table.doubleColumn(6).append(seconds);
    }
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "Ours, beyond the paper: the largest error is %.3g, where %s is promised and all zeros"
                + " would be off by %.3g; a low rank loses the bound on mistakes, not the checks.",
            worst,
            epsilon,
            BackpropRun.of(model).epsilon(epsilon).largestComponent()),
        table,
        Figure.of("mistakes with a hypothesis of low rank (ours)")
            .x("rank (0: full)")
            .y("updates")
            .points("measured", rank, updates));
  }
}
