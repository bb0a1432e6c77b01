package org.backshadow.gradient;

import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliGroup;
import org.backshadow.pauli.PauliSum;

/**
 * Shot numbers with which all components of a gradient are within epsilon with probability {@code 1
 * - delta}, by Hoeffding's inequality and the union bound over components.
 *
 * <pre>{@code
 * Hoeffding.value(pauliSum("0.5*ZZ - 1.2*XI"), 0.1, 0.05) // 1247
 * }</pre>
 */
public final class Hoeffding {
  private final double[] squares;

  Hoeffding(int parameters) {
    squares = new double[parameters];
  }

  /** A measured value enters the components of an occurrence with this factor. */
  void add(Occurrence occurrence, double factor) {
    occurrence
        .weights()
        .forEach((parameter, weight) -> squares[parameter] += weight * weight * factor * factor);
  }

  /**
   * Shots of each circuit and group: {@code 2 ln(2M/delta) / epsilon^2} times the sum of squared
   * factors and of the squared ranges of the groups.
   */
  long shots(PauliSum observable, double epsilon, double delta) {
    double largest = 0;
    for (double square : squares) {
      largest = Math.max(largest, square);
    }
    return shots(largest * squaredRanges(observable), Math.max(1, squares.length), epsilon, delta);
  }

  /** Shots of each group with which the observable's own value is within epsilon. */
  public static long value(PauliSum observable, double epsilon, double delta) {
    return shots(squaredRanges(observable), 1, epsilon, delta);
  }

  /**
   * Checks what is promised.
   *
   * @throws IllegalArgumentException unless epsilon is positive and delta strictly between 0 and 1
   */
  static void requirePromise(double epsilon, double delta) {
    if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + "; the largest error must be positive");
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "delta is " + delta + "; the probability of failure must be between 0 and 1");
    }
  }

  private static double squaredRanges(PauliSum observable) {
    double ranges = 0;
    for (PauliGroup group : Grouping.qubitWise(observable)) {
      double range = group.terms().stream().mapToDouble(t -> Math.abs(t.coefficient())).sum();
      ranges += range * range;
    }
    return ranges;
  }

  private static long shots(double squares, int components, double epsilon, double delta) {
    requirePromise(epsilon, delta);
    double log = StrictMath.log(2.0 * components / delta);
    return Math.max(1, (long) Math.ceil(2 * squares * log / (epsilon * epsilon)));
  }
}
