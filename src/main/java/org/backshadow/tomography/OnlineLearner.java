package org.backshadow.tomography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.backshadow.circuit.Operation;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;

/**
 * Online shadow tomography: predicts one observable after the other and learns from its mistakes
 * only.
 *
 * <p>A prediction is checked gently on a batch of copies. If the check passes, the prediction is
 * the answer, and nothing was learned or spent. If it alarms, fresh copies say what is right, and
 * the hypothesis is corrected when it was wrong by more than half the accuracy. The number of
 * mistakes is at most {@code 8 n ln 2 / accuracy^2}, whatever the number of questions. Sources:
 * Aaronson, arXiv:1711.01053; Aaronson, Chen, Hazan, Kale, Nayak, arXiv:1802.09025.
 *
 * <p>Holds the state of a run. It knows the state only through the door. Not thread-safe.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState source = door.prepare(circuit(1).ry(0, 0.7));
 * var plan = BatchPlan.of(1, 0.3, 0.1);
 * var start = HypothesisState.maximallyMixed(1);
 * var learner = new OnlineLearner(source, start, plan, UpdateRule.GAP_STEP, BackAction.BOUNDED, 0);
 * learner.answer(new Question(1, "Z", PauliString.of("Z"), 1, DenseObservable.of(pauliSum("Z"))))
 * // 0.6411
 * }</pre>
 */
public final class OnlineLearner {
  private final ThresholdSearch search;
  private final BatchPlan plan;
  private final UpdateRule rule;
  private final Ledger ledger;
  private final int firstBatch;
  private final List<Step> steps = new ArrayList<>();
  private HypothesisState hypothesis;
  private int alarms;
  private int updates;

  /**
   * A learner that starts from a hypothesis, usually the maximally mixed state.
   *
   * @param batchesBefore how many batches the run has used already, for the numbers in its steps
   */
  public OnlineLearner(
      PreparedState source,
      HypothesisState hypothesis,
      BatchPlan plan,
      UpdateRule rule,
      BackAction simulated,
      int batchesBefore) {
    this.search = new ThresholdSearch(source, plan, simulated);
    this.hypothesis = hypothesis;
    this.plan = plan;
    this.rule = rule;
    this.ledger = source.ledger();
    this.firstBatch = batchesBefore;
  }

  /** Turns the copies and the hypothesis by the same gate. */
  public void turn(Operation operation) {
    search.turn(operation);
    hypothesis = hypothesis.after(operation);
    ledger.charge(BatchPlan.classical(hypothesis.qubits(), 16));
  }

  /**
   * The value of an observable to the plan's accuracy, unless a check has failed.
   *
   * @throws IllegalStateException if the outcomes fit no state
   */
  public double answer(Question question) {
    while (true) {
      Interrupts.check();
      double prediction = hypothesis.expectation(question.observable());
      ledger.charge(BatchPlan.classical(hypothesis.qubits(), 2));
      Alarm alarm = search.check(question.string(), question.outcome(), prediction);
      if (alarm == Alarm.NONE) {
        record(question, prediction, alarm, OptionalDouble.empty(), false, search.disturbance());
        return prediction;
      }
      Disturbance before = search.disturbance();
      double measured = search.verify(question.string(), question.outcome());
      alarms++;
      boolean mistake = Math.abs(measured - prediction) > plan.mistake();
      if (mistake) {
        updates++;
        hypothesis =
            rule.update(hypothesis, question.observable(), measured, plan.accuracy(), ledger);
      }
      record(question, prediction, alarm, OptionalDouble.of(measured), mistake, before);
      requireProgress();
    }
  }

  private void record(
      Question question,
      double prediction,
      Alarm alarm,
      OptionalDouble measured,
      boolean updated,
      Disturbance disturbance) {
    steps.add(
        new Step(
            question.layer(),
            question.name(),
            prediction,
            alarm,
            measured,
            updated,
            firstBatch + search.batches(),
            ledger.cost().copies(),
            disturbance));
  }

  /** Twice as many mistakes as are possible, or far more alarms than checks, mean a broken door. */
  private void requireProgress() {
    double possible = plan.mostMistakes(hypothesis.qubits());
    if (updates > 2 * possible + 10 || alarms > 4 * possible + 10.0 * plan.checks() + 100) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%,d alarms and %,d mistakes, where at most %.0f mistakes are possible: the outcomes"
                  + " fit no state, or a batch of %,d copies is far too small",
              alarms,
              updates,
              possible,
              plan.copies()));
    }
  }

  /** What is believed now. */
  public HypothesisState hypothesis() {
    return hypothesis;
  }

  /** One row a check, in order. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** How many batches of copies were used. */
  public int batches() {
    return firstBatch + search.batches();
  }

  /** How often the hypothesis was corrected. */
  public int updates() {
    return updates;
  }
}
