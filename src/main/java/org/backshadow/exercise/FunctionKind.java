package org.backshadow.exercise;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
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
    return "at %s your function gives %s: %s"
        .formatted(shown(points[k]), shown(theirs[k]), NumberKind.compare(theirs[k], ours[k]));
  }

  private double[] values(DoubleUnaryOperator function) {
    return Arrays.stream(points).map(x -> value(function, x)).toArray();
  }

  private static double value(DoubleUnaryOperator function, double x) {
    try {
      return function.applyAsDouble(x);
    } catch (RuntimeException e) {
      throw new AnswerFailedException("at %s your function fails: %s".formatted(shown(x), e), e);
    }
  }

  /** Four decimals at most, none that are zero. */
  static String shown(double value) {
    return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
