package org.backshadow.exercise;

import java.util.Optional;

final class NumberKind implements Kind<Double> {
  @Override
  public String wanted() {
    return "a number, such as 0.25";
  }

  @Override
  public Optional<Double> read(Object given) {
    return given instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }

  @Override
  public boolean same(Double given, Double other, double tolerance) {
    return Math.abs(given - other) <= tolerance;
  }

  @Override
  public String difference(Double given, Double right, double tolerance) {
    return compare(given, right);
  }

  /** Too small, too large, or no number at all. */
  static String compare(double given, double right) {
    if (Double.isNaN(given)) return "not a number";
    if (given == -right) return "the size is right, the sign is not";
    return given < right ? "too small" : "too large";
  }
}
