package org.backshadow.gradient;

import org.backshadow.estimate.Estimate;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Once;

/** An estimate that is measured on first read, then remembered. */
abstract class PlannedEstimate implements Estimate {
  private final Once<Estimate> estimate = Once.of(this::measure);

  /** Does the work. */
  abstract Estimate measure();

  @Override
  public double value() {
    return estimate.get().value();
  }

  @Override
  public double standardError() {
    return estimate.get().standardError();
  }

  @Override
  public double degreesOfFreedom() {
    return estimate.get().degreesOfFreedom();
  }

  @Override
  public Cost cost() {
    return estimate.get().cost();
  }
}
