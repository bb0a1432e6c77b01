package org.backshadow.gradient;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.backshadow.estimate.Quantiles;
import org.backshadow.estimate.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a gradient, in the order of the model's parameters.
 *
 * <pre>{@code
 * double[] values = {0.46, -0.19}, errors = {0.02, 0.02};
 * new Components(values, errors, 999, "").halfWidths(0.95) // [0.0392, 0.0392]
 * }</pre>
 *
 * @param values the estimates
 * @param standardErrors of each; zeros if exact
 * @param degreesOfFreedom of the standard errors
 * @param note what a reader must know, such as a bias; empty if nothing
 * @param guarantee of a method that promises a largest error instead of standard errors
 */
public record Components(
    double[] values,
    double[] standardErrors,
    double degreesOfFreedom,
    String note,
    @Nullable Guarantee guarantee) {
  /**
   * Keeps copies of the arrays.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public Components {
    requireNonNull(values, "values");
    requireNonNull(standardErrors, "standardErrors");
    requireNonNull(note, "note");
    values = values.clone();
    standardErrors = standardErrors.clone();
    if (values.length != standardErrors.length) {
      throw new IllegalArgumentException(
          values.length + " values but " + standardErrors.length + " standard errors");
    }
    for (int k = 0; k < values.length; k++) {
      if (!Double.isFinite(values[k])) {
        throw new IllegalArgumentException(
            "component %d of the gradient is %s; it must be finite".formatted(k, values[k]));
      }
    }
  }

  /** Numbers with standard errors. */
  public Components(
      double[] values, double[] standardErrors, double degreesOfFreedom, String note) {
    this(values, standardErrors, degreesOfFreedom, note, null);
  }

  /** Numbers with a promise for all of them and no standard errors. */
  static Components guaranteed(double[] values, Guarantee guarantee, String note) {
    return new Components(
        values, new double[values.length], Double.POSITIVE_INFINITY, note, guarantee);
  }

  /** The confidence at which intervals are shown: 95 %, or that of the guarantee. */
  public double confidence() {
    return guarantee == null ? 0.95 : guarantee.confidence();
  }

  /** Half the widths of intervals that hold for each component with this confidence. */
  public double[] halfWidths(double confidence) {
    Quantiles.requireConfidence(confidence);
    if (guarantee != null) {
      double[] half = new double[values.length];
      Arrays.fill(half, guarantee.halfWidth(confidence));
      return half;
    }
    double quantile = Quantiles.student(0.5 + confidence / 2, degreesOfFreedom);
    double[] half = standardErrors();
    for (int k = 0; k < half.length; k++) {
      half[k] *= quantile;
    }
    return half;
  }

  /** Half the widths of intervals that hold for all components together, by Bonferroni. */
  public double[] simultaneousHalfWidths(double confidence) {
    Quantiles.requireConfidence(confidence);
    if (guarantee != null) {
      return halfWidths(confidence);
    }
    return halfWidths(1 - (1 - confidence) / Math.max(1, values.length));
  }

  /** A copy of the estimates. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * The standard errors.
   *
   * @throws IllegalStateException of a method that guarantees its largest error instead
   */
  @Override
  public double[] standardErrors() {
    if (guarantee != null) {
      throw new IllegalStateException(
          "there are no standard errors: the method promises its "
              + guarantee
              + " for all components together; interval(%s) is that"
                  .formatted(Rounding.significant(guarantee.confidence(), 4)));
    }
    return standardErrors.clone();
  }
}
