package org.backshadow.notebook.rendering;

/**
 * Text for HTML and SVG. Every string that did not come from our own source goes through {@link
 * #escape} before it reaches a page.
 *
 * <pre>{@code
 * Html.escape("<0|Z|0>") // &lt;0|Z|0&gt;
 * }</pre>
 */
public final class Html {
  /** Longer text is cut. */
  static final int LONGEST = 10_000;

  /**
   * Keeps MathJax, versions 3 and 2, from reading a label such as {@code $\href{..}} as
   * mathematics.
   */
  static final String NO_MATH = "class=\"mathjax_ignore tex2jax_ignore\"";

  private Html() {}

  /**
   * The text as content of an element or of a quoted attribute: nothing in it can open a tag, end
   * an attribute or reorder the page. Text of more than 10,000 characters is cut and says so.
   */
  public static String escape(String text) {
    return escape(text, LONGEST);
  }

  static String escape(String text, int longest) {
    String printable = Printable.text(text, longest);
    var html = new StringBuilder(printable.length() + 16);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '`' -> html.append("&#96;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** A block of its own, small and pale: how much of a value is shown. */
  static String note(String text) {
    return "<div style=\"text-align:left;font-size:smaller;opacity:0.75\">"
        + escape(text)
        + "</div>";
  }

  /** The outermost element of everything we show. */
  static String block(String html) {
    return "<div " + NO_MATH + ">" + html + "</div>";
  }
}
