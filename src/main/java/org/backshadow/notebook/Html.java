package org.backshadow.notebook;

/** Text for HTML and SVG: every string that is not our own goes through {@link #escape}. */
final class Html {
  private Html() {}

  /** The text as content of an element or a quoted attribute; control characters become U+FFFD. */
  static String escape(String text) {
    var html = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(isPlain(c) ? c : 0xFFFD);
              }
            });
    return html.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> (c & 0xFFFE) != 0xFFFE;
    };
  }
}
