package org.backshadow.tomography;

import java.util.List;
import org.backshadow.figure.Figure;

/**
 * The mistakes of a learner against their bound, and the disturbance of its batches.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState source = door.prepare(circuit(1).ry(0, 0.7));
 * var plan = BatchPlan.of(1, 0.3, 0.1);
 * var start = HypothesisState.maximallyMixed(1);
 * var learner = new OnlineLearner(source, start, plan, UpdateRule.GAP_STEP, BackAction.BOUNDED, 0);
 * learner.answer(new Question(1, "Z", PauliString.of("Z"), 1, DenseObservable.of(pauliSum("Z"))));
 * LearningPlot.of("one question", learner.steps(), plan, 1, true)
 * }</pre>
 */
public final class LearningPlot {
  /** A smaller distance is rounding of a simulation, and would stretch the axis for nothing. */
  private static final double ROUNDING = 1e-12;

  private LearningPlot() {}

  /** Against the number of checks, on a logarithmic axis. */
  public static Figure of(
      String title, List<Step> steps, BatchPlan plan, int qubits, boolean proven) {
    int count = steps.size();
    double[] check = new double[count];
    double[] mistakes = new double[count];
    double[] bound = new double[count];
    double[] real = new double[count];
    int made = 0;
    boolean hasReal = count > 0;
    for (int k = 0; k < count; k++) {
      Step step = steps.get(k);
      made += step.updated() ? 1 : 0;
      check[k] = k + 1;
      mistakes[k] = made;
      bound[k] = step.disturbance().proven();
      hasReal &= step.disturbance().real().isPresent();
      double distance = step.disturbance().real().orElse(Double.NaN);
      real[k] = distance < ROUNDING ? Double.NaN : distance;
    }
    Figure figure =
        Figure.of(proven ? title : title + " (unproven)")
            .x("check")
            .y("mistakes; trace distance")
            .logY()
            .line("mistakes so far", check, mistakes)
            .horizontal("bound on mistakes", plan.mostMistakes(qubits))
            .points("disturbance, proven", check, bound);
    if (hasReal) {
      figure = figure.points("disturbance, real", check, real);
    }
    return figure.caption(
        proven
            ? "a disturbance below 1 proves that the checks did not spoil the copies"
            : "unproven: batches too small, or disturbed by more than the proof covers");
  }
}
