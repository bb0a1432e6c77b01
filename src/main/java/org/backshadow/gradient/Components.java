package org.backshadow.gradient;

import org.backshadow.measure.Quantiles;

/**
 * The numbers of a gradient, in the order of the model's parameters.
 *
 * @param values the estimates
 * @param standardErrors of each; zeros if exact
 * @param degreesOfFreedom of the standard errors
 * @param note what a reader must know, such as a bias; empty if nothing
 */
public record Components(
    double[] values, double[] standardErrors, double degreesOfFreedom, String note) {
  public Components {
    values = values.clone();
    standardErrors = standardErrors.clone();
    if (values.length != standardErrors.length) {
      throw new IllegalArgumentException(
          values.length + " values but " + standardErrors.length + " standard errors");
    }
  }

  /** Half the widths of intervals that hold for each component with this confidence. */
  public double[] halfWidths(double confidence) {
    double quantile = Quantiles.student(0.5 + confidence / 2, degreesOfFreedom);
    double[] half = standardErrors();
    for (int k = 0; k < half.length; k++) {
      half[k] *= quantile;
    }
    return half;
  }

  /** Half the widths of intervals that hold for all components together, by Bonferroni. */
  public double[] simultaneousHalfWidths(double confidence) {
    return halfWidths(1 - (1 - confidence) / Math.max(1, values.length));
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }
}
