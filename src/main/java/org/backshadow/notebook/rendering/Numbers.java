package org.backshadow.notebook.rendering;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How numbers are written, in one place: four significant digits, whole numbers whole, {@code
 * 1.2e-12} where a number is tiny or huge.
 */
final class Numbers {
  private static final int SIGNIFICANT = 4;
  private static final int MOST_DECIMALS = 10;
  private static final double NOISE = 1e-14;
  private static final double TINY = 1e-4;
  private static final double HUGE = 1e6;

  /** Doubles below this are exact integers and at most 15 digits long. */
  private static final double WHOLE = 1e15;

  private Numbers() {}

  /** One number by itself, without trailing zeros. */
  static String text(double x) {
    return text(x, 0);
  }

  private static String text(double x, int leastDecimals) {
    if (!Double.isFinite(x)) return Double.toString(x);
    if (isWhole(x)) return Long.toString((long) x);
    double size = Math.abs(x);
    if (size < TINY || size >= HUGE) return scientific(x);
    return trimmed(fixed(x, Math.max(leastDecimals, decimals(x))));
  }

  /**
   * Numbers that stand under each other, padded so that their decimal points do too. Their
   * differences show as many digits as they do themselves, and what is only rounding beside the
   * largest is 0.
   */
  static String[] column(double... values) {
    double largest = finite(values).map(Math::abs).max().orElse(0);
    double spread = finite(values).max().orElse(0) - finite(values).min().orElse(0);
    int least = spread > 0 ? Math.min(MOST_DECIMALS, decimals(spread)) : 0;
    return align(
        Arrays.stream(values)
            .map(x -> withoutNoise(x, largest))
            .mapToObj(x -> text(x, least))
            .toArray(String[]::new));
  }

  /** The number, or 0 where it is only rounding beside the largest of its company. */
  static double withoutNoise(double x, double largest) {
    return Math.abs(x) < NOISE * largest ? 0 : x;
  }

  private static DoubleStream finite(double... values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  /**
   * Pads numbers with blanks on the right until their decimal points align when the ends do. Left
   * as they are where one has an exponent; words and empty cells are never padded.
   */
  static String[] align(String... numbers) {
    int longest = 0;
    for (String number : numbers) {
      if (number.indexOf('e') >= 0) return numbers;
      longest = Math.max(longest, fraction(number));
    }
    var aligned = new String[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boolean digits = !numbers[i].isEmpty() && Character.isDigit(last(numbers[i]));
      aligned[i] = digits ? numbers[i] + " ".repeat(longest - fraction(numbers[i])) : numbers[i];
    }
    return aligned;
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

  /**
   * A number for HTML: with a real minus sign, and with blanks that do not fold and are as wide as
   * the point and the digits they stand for.
   */
  static String html(String number) {
    String blanks = number.indexOf('.') < 0 ? number.replaceFirst(" ", "\u2008") : number;
    return blanks.replace(' ', '\u2007').replace('-', '\u2212');
  }

  /** How many characters follow the whole part, the point among them. */
  private static int fraction(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point;
  }

  private static char last(String number) {
    return number.charAt(number.length() - 1);
  }

  private static boolean isWhole(double x) {
    return x == Math.rint(x) && Math.abs(x) < WHOLE;
  }

  /** Decimals that show {@link #SIGNIFICANT} digits of x. */
  private static int decimals(double x) {
    int magnitude = (int) Math.floor(Math.log10(Math.abs(x)));
    return Math.max(0, SIGNIFICANT - 1 - magnitude);
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
