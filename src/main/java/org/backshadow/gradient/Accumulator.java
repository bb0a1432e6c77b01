package org.backshadow.gradient;

import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.Model.Occurrence;

/** Adds independent estimates of derivatives by gate angles up to derivatives by parameters. */
final class Accumulator {
  private final double[] values;
  private final double[] variances;

  Accumulator(int parameters) {
    values = new double[parameters];
    variances = new double[parameters];
  }

  /** Adds {@code factor} times an estimate to every parameter of the occurrence. */
  void add(Occurrence occurrence, double factor, Estimate estimate) {
    occurrence
        .weights()
        .forEach(
            (parameter, weight) -> {
              double scale = factor * weight;
              double error = scale * estimate.standardError();
              values[parameter] += scale * estimate.value();
              variances[parameter] += error * error;
            });
  }

  Components components(double degreesOfFreedom, String note) {
    double[] errors = new double[values.length];
    for (int k = 0; k < errors.length; k++) {
      errors[k] = Math.sqrt(variances[k]);
    }
    return new Components(values, errors, degreesOfFreedom, note);
  }
}
