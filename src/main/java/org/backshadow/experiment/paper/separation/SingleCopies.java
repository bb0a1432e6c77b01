package org.backshadow.experiment.paper.separation;

import org.backshadow.measure.PreparedState;
import org.backshadow.resources.RandomStream;

/** A non-adaptive way to estimate all Pauli values from copies measured one at a time. */
interface SingleCopies {
  /**
   * Unbiased estimates of all {@code 4^n} strings, at index {@code z 2^n + x}.
   *
   * @param random draws the bases
   */
  double[] estimates(PreparedState state, long copies, RandomStream random);
}
