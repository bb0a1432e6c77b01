package org.backshadow.experiment.paper;

import java.util.Locale;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.backshadow.circuit.Circuit;
import org.backshadow.figure.Figure;
import org.backshadow.measure.coherent.GentleCheck;
import org.backshadow.pauli.PauliString;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.state.symmetric.SymmetricBatch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Why gentleness alone is not enough: at a fixed probability of an alarm and a fixed accuracy, the
 * damage of a check falls only with the square root of the number of copies.
 *
 * <p>One qubit with {@code <X> = 1/2}; the noise of the check is a fifth of the copies, and its
 * threshold is where it alarms with the given probability. The damage is the trace distance of the
 * batch after a passed check, from the joint state of all copies.
 */
final class GentleDamage {
  private static final PauliString X = PauliString.of("X");
  private static final StateVector STATE = Simulator.run(Circuit.of(1).ry(0, Math.PI / 6));
  private static final double P = 0.75;

  private GentleDamage() {}

  static PaperResult run(double alarm, int... copies) {
    if (!(alarm > 0 && alarm < 0.5)) {
      throw new IllegalArgumentException(
          "the probability of an alarm is %s; a gentle check has one between 0 and 0.5"
              .formatted(alarm));
    }
    if (copies.length < 3) {
      throw new IllegalArgumentException("at least 3 numbers of copies are needed for a slope");
    }
    int count = copies.length;
    double[] m = new double[count];
    double[] damage = new double[count];
    double[] bound = new double[count];
    double[] expected = new double[count];
    var fit = new SimpleRegression();
    for (int k = 0; k < count; k++) {
      SymmetricBatch.requireMemory(1, copies[k]);
      GentleCheck check = alarmingWith(alarm, copies[k]);
      SymmetricBatch batch = SymmetricBatch.product(STATE, copies[k]);
      m[k] = copies[k];
      damage[k] = batch.count(X, 1).filtered(n -> Math.sqrt(1 - check.alarmAt(n))).distance(STATE);
      GentleCheck.Passage passage = check.passage(P);
      bound[k] = passage.disturbance() / passage.overlap();
      expected[k] = damage[0] * Math.sqrt(m[0] / m[k]);
      fit.addData(Math.log(m[k]), Math.log(damage[k]));
    }
    String statement =
        String.format(
            Locale.ROOT,
            "Damage of a passed check that alarms with probability %s: it falls as copies^%.2f"
                + " (expected -0.5), so a damage of alpha takes about 1/alpha^2 copies.",
            alarm,
            fit.getSlope());
    Table table =
        Table.create(
            "damage at equal alarm probability",
            IntColumn.create("copies", copies),
            DoubleColumn.create("damage (exact trace distance)", damage),
            DoubleColumn.create("proven bound", bound),
            DoubleColumn.create("expected from the first", expected));
    return new PaperResult(
        statement,
        table,
        Figure.of("damage of a gentle check")
            .x("copies in the batch")
            .y("trace distance")
            .logX()
            .logY()
            .points("damage", m, damage)
            .line("proven bound", m, bound)
            .theory("damage theory", m, expected)
            .caption("dashed: copies^(-1/2)"));
  }

  /** The check whose threshold gives that probability of an alarm on undisturbed copies. */
  private static GentleCheck alarmingWith(double alarm, int copies) {
    double noise = copies / 5.0;
    double threshold =
        new BrentSolver(1e-12, 1e-10)
            .solve(
                200,
                t -> new GentleCheck(copies, t, noise).alarmProbability(P) - alarm,
                P * copies - 2 * Math.sqrt(copies),
                3 * copies + 20 * noise);
    return new GentleCheck(copies, threshold, noise);
  }
}
