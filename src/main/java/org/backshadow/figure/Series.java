package org.backshadow.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One series of a figure. Arrays have one entry per point and are never handed out of the package;
 * {@code low} and {@code high} are the absolute ends of the error bars, or empty.
 */
record Series(
    Kind kind,
    String name,
    double[] x,
    double[] y,
    double[] low,
    double[] high,
    List<String> categories) {

  enum Kind {
    POINTS,
    LINE,
    THEORY,
    REFERENCE,
    BARS
  }

  private static final double[] NONE = {};

  static Series xy(Kind kind, String name, double[] x, double[] y) {
    return interval(kind, name, x, y, NONE, NONE);
  }

  static Series symmetric(String name, double[] x, double[] y, double[] errors) {
    present(name, "errors", errors);
    present(name, "y values", y);
    sameLength(name, errors.length, "errors", y.length, "y values");
    return interval(Kind.POINTS, name, x, y, shifted(y, errors, -1), shifted(y, errors, 1));
  }

  static Series interval(
      Kind kind, String name, double[] x, double[] y, double[] low, double[] high) {
    named(name);
    present(name, "x values", x);
    present(name, "y values", y);
    present(name, "lower ends", low);
    present(name, "upper ends", high);
    sameLength(name, x.length, "x values", y.length, "y values");
    if (low.length + high.length > 0) {
      sameLength(name, low.length, "lower ends", y.length, "y values");
      sameLength(name, high.length, "upper ends", y.length, "y values");
    }
    return new Series(
        kind, name, x.clone(), y.clone(), low.clone(), high.clone(), List.<String>of());
  }

  static Series bars(String name, List<String> categories, double[] values, double[] errors) {
    named(name);
    present(name, "categories", categories);
    present(name, "values", values);
    present(name, "errors", errors);
    sameLength(name, categories.size(), "categories", values.length, "values");
    if (errors.length > 0) {
      sameLength(name, errors.length, "errors", values.length, "values");
    }
    var position = new double[values.length];
    Arrays.setAll(position, i -> i);
    return new Series(
        Kind.BARS,
        name,
        position,
        values.clone(),
        errors.length == 0 ? NONE : shifted(values, errors, -1),
        errors.length == 0 ? NONE : shifted(values, errors, 1),
        List.copyOf(categories));
  }

  static Series reference(String label, double y) {
    named(label);
    double[] none = {};
    return new Series(Kind.REFERENCE, label, none, new double[] {y}, none, none, List.<String>of());
  }

  /** The kind in a lower-case word. */
  String word() {
    return word(kind);
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is the fit or the theory of the series with that name. */
  boolean isCompanionOf(String other) {
    return (kind == Kind.LINE || kind == Kind.THEORY)
        && (name.equals(other + " fit") || name.equals(other + " theory"));
  }

  boolean hasErrors() {
    return low.length > 0;
  }

  int size() {
    return y.length;
  }

  /**
   * Whether point i has a place on the axes: finite, and positive where the axis is logarithmic.
   */
  boolean drawable(int i, boolean logX, boolean logY) {
    boolean x = kind == Kind.REFERENCE || kind == Kind.BARS || onAxis(this.x[i], logX);
    return x && onAxis(y[i], logY);
  }

  /** Whether point i has an error bar with two finite ends. */
  boolean hasBar(int i) {
    return hasErrors() && Double.isFinite(low[i]) && Double.isFinite(high[i]);
  }

  /** Point i and the ends of its error bar. */
  double[] extent(int i) {
    return hasBar(i) ? new double[] {y[i], low[i], high[i]} : new double[] {y[i]};
  }

  /** Whether an axis can hold the value; beyond 1e300 its margins would overflow. */
  static boolean onAxis(double value, boolean log) {
    return Math.abs(value) <= 1e300 && (!log || value >= 1e-300);
  }

  private static double[] shifted(double[] y, double[] errors, int sign) {
    var end = new double[y.length];
    Arrays.setAll(end, i -> y[i] + sign * Math.abs(errors[i]));
    return end;
  }

  @SuppressWarnings("ConstantValue")
  private static void named(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a series needs a name, such as \"parameterShift\"");
    }
  }

  @SuppressWarnings("ConstantValue")
  private static void present(String name, String what, Object values) {
    if (values == null) {
      throw new IllegalArgumentException("series \"%s\": the %s are null".formatted(name, what));
    }
  }

  private static void sameLength(String name, int a, String as, int b, String bs) {
    if (a != b) {
      throw new IllegalArgumentException(
          "series \"%s\" has %d %s but %d %s".formatted(name, a, as, b, bs));
    }
  }
}
