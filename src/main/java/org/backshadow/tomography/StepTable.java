package org.backshadow.tomography;

import java.util.List;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The steps of a learner as tables.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState source = door.prepare(circuit(1).ry(0, 0.7));
 * var plan = BatchPlan.of(1, 0.3, 0.1);
 * var start = HypothesisState.maximallyMixed(1);
 * var learner = new OnlineLearner(source, start, plan, UpdateRule.GAP_STEP, BackAction.BOUNDED, 0);
 * learner.answer(new Question(1, "Z", PauliString.of("Z"), 1, DenseObservable.of(pauliSum("Z"))));
 * StepTable.of("one question", learner.steps()).rowCount() // 2
 * }</pre>
 */
public final class StepTable {
  private StepTable() {}

  /**
   * A row a check: layer | check | prediction | alarm | measured | update | batch | copies so far |
   * disturbance proven, and where it was simulated, disturbance real.
   */
  public static Table of(String title, List<Step> steps) {
    var layer = IntColumn.create("layer");
    var check = StringColumn.create("check");
    var prediction = DoubleColumn.create("prediction");
    var alarm = StringColumn.create("alarm");
    var measured = DoubleColumn.create("measured");
    var update = BooleanColumn.create("update");
    var batch = IntColumn.create("batch");
    var copies = LongColumn.create("copies so far");
    var proven = DoubleColumn.create("disturbance proven");
    var real = DoubleColumn.create("disturbance real");
    for (Step step : steps) {
      layer.append(step.layer());
      check.append(step.question());
      prediction.append(step.prediction());
      alarm.append(step.alarm().toString());
      if (step.measured().isPresent()) {
        measured.append(step.measured().getAsDouble());
      } else {
        measured.appendMissing();
      }
      update.append(step.updated());
      batch.append(step.batch());
      copies.append(step.copies());
      proven.append(step.disturbance().proven());
      step.disturbance().real().ifPresent(real::append);
    }
    Table table =
        Table.create(
            title, layer, check, prediction, alarm, measured, update, batch, copies, proven);
    return real.size() == steps.size() && !steps.isEmpty() ? table.addColumns(real) : table;
  }

  /**
   * What a run used, and how far its batches were disturbed: resource | used. Trace distances are
   * the referee's view.
   */
  public static Table ledger(String title, List<Step> steps, BatchPlan plan, Cost cost) {
    Table table = Table.create(title, StringColumn.create("resource"), DoubleColumn.create("used"));
    row(table, "batches", steps.stream().mapToInt(Step::batch).max().orElse(0));
    row(table, "copies in a batch", plan.copies());
    row(table, "copies in a batch that the proof wants", plan.provenCopies());
    row(table, "copies to verify an alarm", plan.verificationCopies());
    row(table, "checks", steps.size());
    row(table, "alarms", steps.stream().filter(step -> step.alarm() != Alarm.NONE).count());
    row(table, "updates", steps.stream().filter(Step::updated).count());
    row(table, "copies", cost.copies());
    row(table, "gate applications", cost.gates());
    row(table, "depth", cost.depth());
    row(table, "coherent qubits", cost.qubits());
    row(table, "classical operations", cost.classicalOperations());
    row(table, "peak bytes", cost.peakBytes());
    row(
        table,
        "largest disturbance proven (trace distance)",
        steps.stream().mapToDouble(step -> step.disturbance().proven()).max().orElse(0));
    steps.stream()
        .filter(step -> step.disturbance().real().isPresent())
        .mapToDouble(step -> step.disturbance().real().getAsDouble())
        .max()
        .ifPresent(worst -> row(table, "largest disturbance real (trace distance)", worst));
    return table;
  }

  private static void row(Table table, String resource, double used) {
    table.stringColumn(0).append(resource);
    table.doubleColumn(1).append(used);
  }
}
