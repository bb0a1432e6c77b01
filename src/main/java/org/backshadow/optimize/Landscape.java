package org.backshadow.optimize;

import org.backshadow.resources.RandomStream;
import org.ejml.simple.SimpleMatrix;

/**
 * What an optimizer can ask about the loss during a step. Where a minimization is given shots or a
 * sampled gradient method, the answers are estimates, and their copies are charged; all arrays are
 * <i>read</i>.
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
