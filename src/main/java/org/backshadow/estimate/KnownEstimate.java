package org.backshadow.estimate;

import org.backshadow.resources.Cost;

/** An estimate whose numbers are there. */
record KnownEstimate(double value, double standardError, double degreesOfFreedom, Cost cost)
    implements Estimate {
  @Override
  public String toString() {
    String copies = cost.copies() > 0 ? ", " + Rounding.count(cost.copies()) + " copies" : "";
    return text() + " (95 %)" + copies;
  }
}
