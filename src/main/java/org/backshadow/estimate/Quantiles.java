package org.backshadow.estimate;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Quantiles behind the intervals.
 *
 * <pre>{@code
 * Quantiles.normal(0.975) // 1.96
 * Quantiles.student(0.975, 9) // 2.2622
 * }</pre>
 */
public final class Quantiles {
  private Quantiles() {}

  /** The standard normal quantile. */
  public static double normal(double probability) {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability);
  }

  /**
   * Student's quantile; the normal one beyond 1000 degrees of freedom, where they agree to 0.12 %
   * at 95 %.
   */
  public static double student(double probability, double degreesOfFreedom) {
    return degreesOfFreedom > 1000
        ? normal(probability)
        : new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  /**
   * Checks a confidence.
   *
   * @throws IllegalArgumentException unless it lies strictly between 0 and 1
   */
  public static double requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + "; it must lie between 0 and 1, such as 0.95");
    }
    return confidence;
  }
}
