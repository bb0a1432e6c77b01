package org.backshadow.measure.estimator;

import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.PreparedState;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;

/** A way to estimate expectation values of one state through the door. */
public interface Estimator {
  /**
   * Estimates each observable in the prepared state, in the given order.
   *
   * @param seed for choices of the estimator's own; outcomes have the door's randomness
   */
  List<Estimate> estimate(List<PauliSum> observables, PreparedState state, Seed seed);
}
