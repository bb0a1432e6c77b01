package org.backshadow.experiment.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.Evaluation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * Beyond the paper: batches smaller than the proof wants, and how often the promise holds all the
 * same. Only models whose gradient is not trivially within epsilon are counted.
 */
final class SmallBatches {
  private SmallBatches() {}

  static PaperResult run(List<Evaluation> models, double epsilon, double... fractions) {
    var copies = LongColumn.create("copies in a batch");
    var runs = IntColumn.create("runs");
    var held = IntColumn.create("within epsilon");
    var worst = DoubleColumn.create("proven disturbance (median)");
    if (fractions.length == 0) {
      throw new IllegalArgumentException("smallBatches: no fractions given, such as 1, 0.1, 0.01");
    }
    for (double fraction : fractions) {
      if (!(fraction > 0 && fraction <= 1)) {
        throw new IllegalArgumentException(
            "smallBatches: the fraction " + fraction + " of the proof's batch is not in (0, 1]");
      }
    }
    double[] rate = new double[fractions.length];
    List<Evaluation> counted =
        models.stream()
            .filter(model -> !BackpropRun.of(model).epsilon(epsilon).isTrivial())
            .toList();
    if (counted.isEmpty()) {
      throw new IllegalArgumentException(
          "smallBatches: all zeros are within epsilon for each model; take other models");
    }
    for (int k = 0; k < fractions.length; k++) {
      int good = 0;
      long batch = 0;
      double[] disturbances = new double[counted.size()];
      for (int i = 0; i < counted.size(); i++) {
        BackpropRun plan = BackpropRun.of(counted.get(i)).epsilon(epsilon).seed(i);
        batch = Math.max(1, Math.round(fractions[k] * plan.provenCopies()));
        BackpropRun run = plan.copiesPerBatch(batch);
        good += run.error() <= epsilon ? 1 : 0;
        disturbances[i] = run.disturbance().proven();
      }
      Arrays.sort(disturbances);
      copies.append(batch);
      runs.append(counted.size());
      held.append(good);
      worst.append(disturbances[counted.size() / 2]);
      rate[k] = (double) good / counted.size();
    }
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "Ours, beyond the proof: the promise held in %.0f %% of %d runs with batches of %s of the"
                + " proof's size, in %.0f %% with %s.",
            100 * rate[0],
            counted.size(),
            fractions[0],
            100 * rate[fractions.length - 1],
            fractions[fractions.length - 1]),
        Table.create(
            "smaller batches",
            DoubleColumn.create("fraction of the proof's", fractions),
            copies,
            runs,
            held,
            worst),
        Figure.of("batches smaller than the proof wants (ours)")
            .x("fraction of the proof's batch")
            .y("fraction of runs within epsilon")
            .logX()
            .points("measured", fractions, rate));
  }
}
