package org.backshadow.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as one writes them: no more digits than the error allows.
 *
 * <pre>{@code
 * Rounding.plusMinus(0.46053, 0.0123) // 0.461 ± 0.012
 * Rounding.count(1_234_567) // 1,234,567
 * }</pre>
 */
public final class Rounding {
  private Rounding() {}

  /**
   * {@code 0.468 ± 0.049}: the error to two digits, the value to the same place; an error that is
   * not a number is said to be unknown.
   */
  public static String plusMinus(double value, double error) {
    if (Double.isNaN(error)) {
      return significant(value, 6) + " (error unknown)";
    }
    if (!(error > 0) || !Double.isFinite(value) || !Double.isFinite(error)) {
      return significant(value, 6) + " ± " + significant(error, 2);
    }
    var rounded = new BigDecimal(error).round(new MathContext(2, RoundingMode.HALF_UP));
    // 0.5 is exact with one digit; the second is a 0.
    int places = rounded.scale() + 2 - rounded.precision();
    if (places > 9 || places < -5) {
      return String.format(Locale.ROOT, "%.3e ± %.1e", value, error);
    }
    var digits = new BigDecimal(value).setScale(Math.max(0, places), RoundingMode.HALF_EVEN);
    return digits.toPlainString()
        + " ± "
        + rounded.setScale(Math.max(0, places), RoundingMode.HALF_UP).toPlainString();
  }

  /** A number to so many significant digits, without trailing zeros. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    var rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e9
        ? rounded.toPlainString()
        : String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
  }

  /** A count with separators: {@code 2,000}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
