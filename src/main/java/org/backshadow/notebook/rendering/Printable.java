package org.backshadow.notebook.rendering;

/**
 * Text made fit to be shown: what would reorder, hide or recolor its surroundings (control and
 * bidirectional characters, half surrogate pairs) is spelled out by its code, and text that is too
 * long is cut and says so.
 */
final class Printable {
  private Printable() {}

  /** The text on one line: line breaks and tabs become blanks. */
  static String line(String text, int longest) {
    return text(text, longest).replace('\n', ' ').replace('\t', ' ');
  }

  /** The text, with its line breaks and tabs. */
  static String text(String text, int longest) {
    int end = Math.min(text.length(), longest);
    var shown = new StringBuilder(end + 16);
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isSafe(c)) shown.appendCodePoint(c);
      else if (c != '\r') shown.append(String.format("\\u%04x", c));
    }
    if (end < text.length()) {
      shown.append("… (").append(Numbers.grouped(text.length())).append(" characters)");
    }
    return shown.toString();
  }

  private static boolean isSafe(int c) {
    if (c == '\n' || c == '\t') return true;
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      // Joiners shape emoji and several scripts and move nothing.
      case Character.FORMAT -> c == '\u200c' || c == '\u200d' || c == '\u00ad';
      default -> true;
    };
  }
}
