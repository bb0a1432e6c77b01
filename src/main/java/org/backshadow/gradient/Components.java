package org.backshadow.gradient;

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

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }
}
