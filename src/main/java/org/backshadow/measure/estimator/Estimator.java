package org.backshadow.measure.estimator;

import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.PreparedState;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;

/**
 * A way to estimate expectation values of one state through the door.
 *
 * <pre>{@code
 * Estimator way = new GroupedEstimator(1000);
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0));
 * way.estimate(List.of(pauliSum("XI"), pauliSum("ZZ")), state, new Seed(8))
 * // [1.0000 ± 0.0039 (95 %), 0.022 ± 0.062 (95 %)]
 * }</pre>
 */
public interface Estimator {
  /**
   * Estimates each observable in the prepared state, in the given order.
   *
   * @param seed for choices of the estimator's own; outcomes have the door's randomness
   */
  List<Estimate> estimate(List<PauliSum> observables, PreparedState state, Seed seed);
}
