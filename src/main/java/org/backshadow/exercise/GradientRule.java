package org.backshadow.exercise;

/**
 * A way to the gradient of a function that can be evaluated, as an answer: {@code check("1.5", (f,
 * theta) -> ...)}.
 *
 * <pre>{@code
 * GradientRule rule = (f, theta) -> new double[] {
 *   (f.at(theta[0] + Math.PI / 2) - f.at(theta[0] - Math.PI / 2)) / 2};
 * rule.gradient(theta -> Math.cos(theta[0]), new double[] {0.4}) // [-0.3894]
 * }</pre>
 */
@FunctionalInterface
public interface GradientRule {
  /** What can be evaluated. */
  @FunctionalInterface
  interface Model {
    /** The value at these parameters. */
    double at(double... theta);
  }

  /**
   * @param f the function
   * @param theta where its gradient is wanted; a copy that may be changed
   * @return as many numbers as theta has
   */
  double[] gradient(Model f, double[] theta);
}
