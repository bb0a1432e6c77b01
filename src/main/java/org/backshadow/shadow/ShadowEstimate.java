package org.backshadow.shadow;

import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.resources.Cost;

/**
 * A number read off a shadow. All numbers of one shadow share its copies, so their errors are not
 * independent.
 *
 * @param about how it was obtained: estimator, ensemble, seed
 */
record ShadowEstimate(
    double value, double standardError, double degreesOfFreedom, Cost cost, String about)
    implements Estimate {
  static ShadowEstimate of(Estimate estimate, Cost cost, String about) {
    return new ShadowEstimate(
        estimate.value(), estimate.standardError(), estimate.degreesOfFreedom(), cost, about);
  }

  @Override
  public String toString() {
    return text() + " (95 %), " + Rounding.count(copies()) + " copies, " + about;
  }
}
