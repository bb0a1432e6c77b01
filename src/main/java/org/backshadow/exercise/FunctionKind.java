package org.backshadow.exercise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Functions of one number, the same if they are at some points.
 *
 * @param points where they are compared
 */
record FunctionKind(double... points) implements Kind<DoubleUnaryOperator> {
  @Override
  public String wanted() {
    return "a function of one number, such as x -> Math.cos(x)";
  }

  @Override
  public Optional<DoubleUnaryOperator> read(Object given) {
    return given instanceof DoubleUnaryOperator function ? Optional.of(function) : Optional.empty();
  }

  @Override
  public boolean same(DoubleUnaryOperator given, DoubleUnaryOperator other, double tolerance) {
    return NumbersKind.wrong(values(given), values(other), tolerance) < 0;
  }

  @Override
  public String difference(DoubleUnaryOperator given, DoubleUnaryOperator right, double tolerance) {
    double[] ours = values(right);
    double[] theirs = values(given);
    int k = NumbersKind.wrong(theirs, ours, tolerance);
    return "at %s your function gives %.6g: %s"
        .formatted(points[k], theirs[k], NumberKind.compare(theirs[k], ours[k]));
  }

  private double[] values(DoubleUnaryOperator function) {
    return Arrays.stream(points).map(x -> value(function, x)).toArray();
  }

  private static double value(DoubleUnaryOperator function, double x) {
    try {
      return function.applyAsDouble(x);
    } catch (RuntimeException e) {
      throw new AnswerFailedException("at %s your function fails: %s".formatted(x, e), e);
    }
  }
}
