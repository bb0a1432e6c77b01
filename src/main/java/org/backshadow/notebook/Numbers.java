package org.backshadow.notebook;

import java.util.Arrays;
import java.util.Locale;

/**
 * How numbers are written, in one place: four significant digits, whole numbers whole, {@code
 * 1.2e-12} where a number is tiny or huge.
 */
final class Numbers {
  private static final int SIGNIFICANT = 4;
  private static final double TINY = 1e-4;
  private static final double HUGE = 1e6;

  /** Doubles below this are exact integers and at most 15 digits long. */
  private static final double WHOLE = 1e15;

  private Numbers() {}

  /** One number by itself, without trailing zeros. */
  static String text(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) return Double.isNaN(x) ? "NaN" : infinity(x);
    if (isWhole(x)) return Long.toString((long) x);
    double size = Math.abs(x);
    if (size < TINY || size >= HUGE) return scientific(x);
    return trimmed(fixed(x, decimals(x)));
  }

  /**
   * Numbers that stand under each other, with the same count of decimals where they are of similar
   * size, so that the decimal points align; whole numbers stay whole.
   */
  static String[] column(double... values) {
    int decimals = commonDecimals(values);
    return Arrays.stream(values)
        .mapToObj(
            x -> decimals < 0 || isWhole(x) || !Double.isFinite(x) ? text(x) : fixed(x, decimals))
        .toArray(String[]::new);
  }

  /** A complex number as {@code a+bi}; a part that is zero is left out. */
  static String complex(double re, double im) {
    if (im == 0) return text(re);
    String imaginary = text(im) + (Double.isFinite(im) ? "i" : "*i");
    if (re == 0) return imaginary;
    return text(re) + (imaginary.startsWith("-") ? "" : "+") + imaginary;
  }

  /** A count in prose: {@code 1,234}. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The same number with a real minus sign, for HTML. */
  static String withMinus(String number) {
    return number.replace('-', '\u2212');
  }

  private static String infinity(double x) {
    return x > 0 ? "Infinity" : "-Infinity";
  }

  private static boolean isWhole(double x) {
    return x == Math.rint(x) && Math.abs(x) < WHOLE;
  }

  /** Decimals that show {@link #SIGNIFICANT} digits of x. */
  private static int decimals(double x) {
    int magnitude = (int) Math.floor(Math.log10(Math.abs(x)));
    return Math.max(0, SIGNIFICANT - 1 - magnitude);
  }

  /** The decimals that the fractional values share, or -1 if they differ too much in size. */
  private static int commonDecimals(double... values) {
    int most = -1;
    int least = Integer.MAX_VALUE;
    int needed = 0;
    for (double x : values) {
      if (isWhole(x) || !Double.isFinite(x)) continue;
      double size = Math.abs(x);
      if (size < TINY || size >= HUGE) return -1;
      most = Math.max(most, decimals(x));
      least = Math.min(least, decimals(x));
      needed = Math.max(needed, trimmedDecimals(x));
    }
    return most - least > 3 ? -1 : Math.max(needed, 0);
  }

  private static int trimmedDecimals(double x) {
    String shown = trimmed(fixed(x, decimals(x)));
    return shown.indexOf('.') < 0 ? 0 : shown.length() - 1 - shown.indexOf('.');
  }

  private static String fixed(double x, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", x);
  }

  private static String trimmed(String number) {
    if (number.indexOf('.') < 0) return number;
    return number.replaceFirst("\\.?0+$", "");
  }

  private static String scientific(double x) {
    String shown = String.format(Locale.ROOT, "%." + (SIGNIFICANT - 1) + "e", x);
    int e = shown.indexOf('e');
    return trimmed(shown.substring(0, e)) + "e" + Integer.parseInt(shown.substring(e + 1));
  }
}
