package org.backshadow.circuit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * An angle as a drawing shows it: numbers to four significant digits, simple multiples of &pi; by
 * name, no invisible characters, cut at a given length.
 *
 * <pre>{@code
 * var drawn = GateSymbol.of(circuit(1).rx(0, param("a").times(Math.PI / 2)).operations().get(0));
 * drawn.angles().stream().map(AngleText::text).toList() // [π/2*, a]
 * }</pre>
 *
 * @param text a piece of the expression
 * @param name true if the piece is the name of a parameter
 */
public record AngleText(String text, boolean name) {
  /** Around a name while an expression is written; {@link #printable} leaves neither in a name. */
  private static final char OPEN = '\u2068';

  private static final char CLOSE = '\u2069';

  private static final double PI_TOLERANCE = 1e-12;
  private static final int MOST_PIS = 100;

  /** The pieces of an angle, with &hellip; at the end if they were cut to the length. */
  static List<AngleText> of(Angle angle, int length) {
    String all = angle.write(AngleText::number, name -> OPEN + printable(name) + CLOSE);
    int shown = 0;
    var pieces = new ArrayList<AngleText>();
    boolean cut = all.chars().filter(c -> c != OPEN && c != CLOSE).count() > length;
    int left = cut ? length - 1 : length;
    while (shown < all.length() && left > 0) {
      boolean name = all.charAt(shown) == OPEN;
      int from = name ? shown + 1 : shown;
      int end = all.indexOf(name ? CLOSE : OPEN, from);
      end = end < 0 ? all.length() : end;
      String piece = all.substring(from, Math.min(end, from + left));
      pieces.add(new AngleText(piece, name));
      left -= piece.length();
      shown = name ? end + 1 : end;
    }
    if (cut) {
      pieces.add(new AngleText("…", false));
    }
    return List.copyOf(pieces);
  }

  /** A number of radians: {@code π/2}, {@code 0.3}, {@code 1.235e-7}. */
  static String number(double radians) {
    String pis = pis(Math.abs(radians));
    if (!pis.isEmpty()) {
      return radians < 0 ? "-" + pis : pis;
    }
    if (radians == Math.rint(radians) && Math.abs(radians) < 1e6) {
      return Long.toString((long) radians);
    }
    var rounded = new BigDecimal(radians).round(new MathContext(4)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 4) {
      return rounded.toPlainString();
    }
    return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /** {@code 3π/4}, or nothing. */
  private static String pis(double radians) {
    for (int denominator = 1; denominator <= 1024; denominator += step(denominator)) {
      long pis = Math.round(radians / Math.PI * denominator);
      if (pis >= 1
          && pis <= MOST_PIS
          && Math.abs(radians - pis * Math.PI / denominator) <= PI_TOLERANCE) {
        return (pis == 1 ? "π" : pis + "π") + (denominator == 1 ? "" : "/" + denominator);
      }
    }
    return "";
  }

  /** Denominators 1, 2, ..., 16, 32, 64, ..., 1024. */
  private static int step(int denominator) {
    return denominator < 16 ? 1 : denominator;
  }

  /** The text with a question mark for every character that a line of text cannot show. */
  static String printable(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.append(isPrintable(c) ? (char) c : '?'));
    return shown.toString();
  }

  /** The text with a question mark for every character that is not one cell wide. */
  static String plain(String text) {
    var cells = new StringBuilder(text.length());
    text.codePoints().forEach(c -> cells.append(isOneCell(c) ? (char) c : '?'));
    return cells.toString();
  }

  private static boolean isPrintable(int c) {
    return c <= Character.MAX_VALUE
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static boolean isOneCell(int c) {
    boolean mark =
        switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              true;
          default -> false;
        };
    return isPrintable(c) && !mark && !isRightToLeft(c) && !isWide(c);
  }

  /** East Asian scripts and the blocks with emoji; generous, since a wrong no costs one letter. */
  private static boolean isWide(int c) {
    return c >= 0x1100 && c < 0x1E00
        || c >= 0x2300 && c < 0x2400
        || c >= 0x25FD && c < 0x27C0
        || c >= 0x2B00 && c < 0x2C00
        || c >= 0x2E80;
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** A name, cut to so many characters. */
  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
