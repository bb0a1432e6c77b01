package org.backshadow.notebook.rendering;

import static org.backshadow.notebook.rendering.SvgText.number;

/** The light card that pictures stand on, so that they read the same on light and dark pages. */
final class SvgCard {
  private SvgCard() {}

  /**
   * A whole picture.
   *
   * @param alt the picture in words
   * @param body elements; their text is centered where they do not say otherwise
   */
  static String of(String alt, double width, double height, CharSequence body) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" \
        viewBox="0 0 %1$s %2$s" role="img"><title>%3$s</title>\
        <rect x="0.5" y="0.5" width="%4$s" height="%5$s" rx="10" fill="#fcfcfd" stroke="#d8dde6"/>\
        <g font-family="%6$s" fill="#1f2733" stroke="none" text-anchor="middle">%7$s</g></svg>"""
        .formatted(
            number(Math.ceil(width)),
            number(Math.ceil(height)),
            Html.escape(alt),
            number(Math.ceil(width) - 1),
            number(Math.ceil(height) - 1),
            SvgText.FONT,
            body);
  }
}
