package org.backshadow.tomography;

import org.backshadow.circuit.Circuit;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;

/**
 * Knows the true state exactly and judges what a learner believes; no learner has one.
 *
 * <pre>{@code
 * var referee = ExactReferee.of(circuit(1).ry(0, 0.7));
 * referee.judge("before any data", HypothesisState.maximallyMixed(1)).traceDistance() // 0.5
 * }</pre>
 */
public final class ExactReferee {
  private final StateVector truth;

  private ExactReferee(StateVector truth) {
    this.truth = truth;
  }

  /** The referee for the state that a bound circuit prepares. */
  public static ExactReferee of(Circuit circuit) {
    return new ExactReferee(Simulator.run(circuit));
  }

  /** The exact value of an observable. */
  public double expectation(PauliSum observable) {
    return truth.expectation(observable);
  }

  /** A hypothesis beside the truth. */
  public JudgedHypothesis judge(String title, HypothesisState hypothesis) {
    return new JudgedHypothesis(
        title,
        hypothesis,
        truth.probabilities().values(),
        hypothesis.traceDistance(truth),
        hypothesis.relativeEntropy(truth));
  }
}
