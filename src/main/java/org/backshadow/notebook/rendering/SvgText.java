package org.backshadow.notebook.rendering;

import java.util.List;
import org.backshadow.circuit.AngleText;

/** Lines of text in a picture whose font is whatever sans-serif the page's machine has. */
final class SvgText {
  static final String FONT =
      "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";

  static final int NAME_SIZE = 14;
  static final int ANGLE_SIZE = 13;

  private SvgText() {}

  /** An upper estimate of the width in pixels: the fonts above differ by about a tenth. */
  static double width(String text, int size) {
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ems +=
          "iIjl.,:;|'!()[] ".indexOf(c) >= 0
              ? 0.36
              : "mwMW…".indexOf(c) >= 0 || c > 0x2E80
                  ? 1
                  : Character.isUpperCase(c) || c == '+' || c == '√' ? 0.74 : 0.6;
    }
    return ems * size;
  }

  /** The name of a gate around a point; the letter of Rx, Ry, Rz is lowered. */
  static String name(String name, double x, double y) {
    String text =
        name.matches("R[xyz]")
            ? "R<tspan dy=\"3\" font-size=\"11\">" + name.charAt(1) + "</tspan>"
            : Html.escape(name);
    return element(x, y, NAME_SIZE, text);
  }

  /** An angle around a point, names of parameters in italics. */
  static String angle(List<AngleText> pieces, double x, double y) {
    var text = new StringBuilder();
    for (AngleText piece : pieces) {
      String escaped = Html.escape(piece.text());
      text.append(piece.name() ? "<tspan font-style=\"italic\">" + escaped + "</tspan>" : escaped);
    }
    return element(x, y, ANGLE_SIZE, text.toString());
  }

  private static String element(double x, double y, int size, String content) {
    return "<text x=\"%s\" y=\"%s\" font-size=\"%d\">%s</text>"
        .formatted(number(x), number(y + 0.35 * size), size, content);
  }

  /** A coordinate to a tenth of a pixel. */
  static String number(double coordinate) {
    long tenths = Math.round(coordinate * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }
}
