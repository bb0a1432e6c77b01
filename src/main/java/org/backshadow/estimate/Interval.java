package org.backshadow.estimate;

/**
 * A closed interval of numbers.
 *
 * <pre>{@code
 * Interval around = Interval.around(0.46, 0.01, Double.POSITIVE_INFINITY, 0.95);
 * around // [0.4404, 0.4796]
 * around.contains(0.47) // true
 * }</pre>
 */
public record Interval(double low, double high) {
  /** True from the lower end to the upper, both included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** From the lower end to the upper. */
  public double width() {
    return high - low;
  }

  /**
   * The interval around a value for a standard error, by Student's distribution.
   *
   * @param degreesOfFreedom of the standard error; infinite for a known one
   */
  public static Interval around(
      double value, double standardError, double degreesOfFreedom, double confidence) {
    double half =
        Quantiles.student(0.5 + Quantiles.requireConfidence(confidence) / 2, degreesOfFreedom)
            * standardError;
    return new Interval(value - half, value + half);
  }

  @Override
  public String toString() {
    return "[" + Rounding.significant(low, 4) + ", " + Rounding.significant(high, 4) + "]";
  }
}
