package org.backshadow.optimize;

import org.backshadow.resources.RandomStream;
import org.ejml.simple.SimpleMatrix;

/**
 * What an optimizer can ask about the loss during a step. Where a minimization is given shots or a
 * sampled gradient method, the answers are estimates, and their copies are charged; all arrays are
 * <i>read</i>.
 *
 * <pre>{@code
 * record Downhill() implements Optimizer<Integer> {
 *   public String name() { return "downhill"; }
 *   public Integer start(int parameters) { return 0; }
 *   public Step<Integer> step(Integer memory, double[] theta, Landscape loss) {
 *     double[] slope = loss.gradient(theta), next = theta.clone();
 *     for (int k = 0; k < next.length; k++) next[k] -= 0.5 * slope[k];
 *     return new Step<>(memory + 1, next, Double.NaN);
 *   }
 * }
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * minimize(f).from(0.4).optimizer(new Downhill()).steps(20).run().value() // -1.0
 * }</pre>
 */
public interface Landscape {
  /** The loss: measured if the minimization has {@code lossShots}, exact otherwise. */
  double value(double... theta);

  /** The gradient by the minimization's method. */
  double[] gradient(double... theta);

  /**
   * The exact metric tensor, see {@link org.backshadow.gradient.Evaluation#metricTensor}; for a
   * loss over data the mean over the rows.
   */
  SimpleMatrix metric(double... theta);

  /** The randomness of this step, for choices of the optimizer. */
  RandomStream random();
}
