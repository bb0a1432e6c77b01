package org.backshadow.shadow;

import org.backshadow.estimate.Estimate;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.estimator.OptimalShots;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What the copies of a shadow would tell if one observable were measured by commuting groups. */
final class GroupedBaseline {
  private static final int GROUPS = 10;

  private GroupedBaseline() {}

  /** Shots for each group in proportion to its spread, as many as the plan has copies. */
  static Estimate measure(ShadowPlan plan, PauliSum observable) {
    Ledger ledger = Ledger.unlimited();
    Copies copies = plan.copies(0, ledger);
    PreparedState state = copies.prepare(plan.circuit());
    long total = (long) plan.snapshots() + plan.calibration();
    Estimate estimate = new OptimalShots(total).estimate(observable, state);
    return ShadowEstimate.of(estimate, ledger.cost(), "commuting groups, seed " + plan.seed());
  }

  static Table table(ClassicalShadow shadow, PauliSum observable) {
    Estimate mean = shadow.estimate(observable);
    Estimate grouped = shadow.grouped(observable);
    var estimator = StringColumn.create("estimator", "shadow, mean", "commuting groups");
    var value = DoubleColumn.create("value", mean.value(), grouped.value());
    var error =
        DoubleColumn.create("standard error", mean.standardError(), grouped.standardError());
    var copies = LongColumn.create("copies", mean.copies(), grouped.copies());
    if (shadow.ensemble().isRandom() && shadow.size() >= GROUPS) {
      Estimate median = shadow.medianOfMeans(GROUPS).estimate(observable);
      estimator.append("shadow, median of " + GROUPS + " means");
      value.append(median.value());
      error.append(median.standardError());
      copies.append(median.copies());
    }
    return Table.create("from equal copies", estimator, value, error, copies);
  }
}
