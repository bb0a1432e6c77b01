package org.backshadow.tomography;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.hypothesis.DenseObservable;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;

/**
 * What shadow tomography of a list of strings leaves behind.
 *
 * @param values in the order of the strings
 * @param steps a row a check
 * @param hypotheses after each string
 * @param worst the disturbance of the batch that was disturbed most
 * @param cost what the run used
 */
record TomographyRun(
    double[] values,
    List<Step> steps,
    List<HypothesisState> hypotheses,
    Disturbance worst,
    Cost cost) {
  @Override
  public double[] values() {
    return values.clone();
  }

  /** Asks for the strings in order. */
  static TomographyRun of(
      List<PauliString> strings,
      BatchPlan plan,
      UpdateRule update,
      BackAction simulated,
      PreparedState source) {
    var start = HypothesisState.maximallyMixed(source.qubits());
    var learner = new OnlineLearner(source, start, plan, update, simulated, 0);
    double[] values = new double[strings.size()];
    var hypotheses = new ArrayList<HypothesisState>();
    for (int k = 0; k < values.length; k++) {
      PauliString string = strings.get(k);
      var observable = DenseObservable.of(PauliSum.of(string));
      values[k] = learner.answer(new Question(k + 1, string.toString(), string, 1, observable));
      hypotheses.add(learner.hypothesis());
    }
    Disturbance worst = Disturbance.NONE;
    for (Step step : learner.steps()) {
      worst = worst.worse(step.disturbance());
    }
    return new TomographyRun(
        values, learner.steps(), List.copyOf(hypotheses), worst, source.ledger().cost());
  }
}
