package org.backshadow.exercise;

import java.util.Arrays;
import java.util.Optional;

final class NumbersKind implements Kind<double[]> {
  @Override
  public String wanted() {
    return "several numbers, such as new double[] {0.5, -1}";
  }

  @Override
  public Optional<double[]> read(Object given) {
    if (given instanceof double[] numbers) return Optional.of(numbers.clone());
    if (given instanceof int[] numbers)
      return Optional.of(Arrays.stream(numbers).asDoubleStream().toArray());
    if (given instanceof long[] numbers)
      return Optional.of(Arrays.stream(numbers).asDoubleStream().toArray());
    return Optional.empty();
  }

  @Override
  public boolean same(double[] given, double[] other, double tolerance) {
    return given.length == other.length && wrong(given, other, tolerance) < 0;
  }

  @Override
  public String difference(double[] given, double[] right, double tolerance) {
    if (given.length != right.length) {
      return given.length < right.length ? "too few numbers" : "too many numbers";
    }
    int k = wrong(given, right, tolerance);
    return "number [%d], counted from 0, is %s: %s"
        .formatted(k, given[k], NumberKind.compare(given[k], right[k]));
  }

  /** The index of the first number that is off; -1 if none is. */
  static int wrong(double[] given, double[] right, double tolerance) {
    for (int k = 0; k < right.length; k++) {
      if (!(Math.abs(given[k] - right[k]) <= tolerance)) return k;
    }
    return -1;
  }
}
