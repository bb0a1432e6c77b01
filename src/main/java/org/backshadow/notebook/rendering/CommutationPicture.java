package org.backshadow.notebook.rendering;

import static org.backshadow.notebook.rendering.SvgText.number;

import org.backshadow.circuit.propagation.Commutation;

/**
 * Which generators commute, as an SVG picture on its own light card: a square a pair, dark where
 * they anticommute, and a frame around each run of generators of one block.
 */
final class CommutationPicture {
  /** More are not drawn, and the picture says so. */
  private static final int MOST = 160;

  /** Up to so many the rows have their names. */
  private static final int NAMED = 40;

  private static final int ROOM = 420;
  private static final int MARGIN = 16;
  private static final int TEXT = 12;
  private static final int LONGEST_NAME = 28;
  private static final int FOOT = 44;

  private CommutationPicture() {}

  static String svg(Commutation commutation) {
    int shown = Math.min(commutation.size(), MOST);
    double cell = Math.max(2.5, Math.min(22, (double) ROOM / Math.max(1, shown)));
    double left = MARGIN + (shown <= NAMED ? names(commutation, shown) + 8 : 0);
    double top = MARGIN;
    double side = cell * shown;
    var body = new StringBuilder();
    squares(body, commutation, shown, left, top, cell);
    if (shown <= NAMED) {
      for (int i = 0; i < shown; i++) {
        double y = top + (i + 0.5) * cell + 0.35 * TEXT;
        body.append(text(left - 6, y, "end", name(commutation, i)));
      }
    }
    frames(body, commutation, shown, left, top, cell);
    double y = top + side + 20;
    legend(body, MARGIN, y);
    String note = commutation.toString();
    if (shown < commutation.size()) {
      note = "the first " + shown + " of " + note;
    }
    body.append(text(MARGIN, y + 18, "start", note));
    return card(commutation, Math.max(left + side + MARGIN, 310), top + side + FOOT + MARGIN, body);
  }

  private static void squares(
      StringBuilder svg, Commutation commutation, int shown, double left, double top, double cell) {
    var path = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      for (int j = 0; j < shown; j++) {
        if (!commutation.commute(i, j)) {
          path.append(
              "M%s %sh%sv%sh-%sz"
                  .formatted(
                      number(left + j * cell),
                      number(top + i * cell),
                      number(cell),
                      number(cell),
                      number(cell)));
        }
      }
    }
    double side = cell * shown;
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#dfe6f0\" stroke=\"#b8c2d0\"/>"
            .formatted(number(left), number(top), number(side), number(side)));
    svg.append("<path d=\"%s\" fill=\"#35548c\"/>".formatted(path));
  }

  /** A frame for each run of neighbours in one block. */
  private static void frames(
      StringBuilder svg, Commutation commutation, int shown, double left, double top, double cell) {
    int start = 0;
    for (int end = 1; end <= shown; end++) {
      if (end < shown && commutation.block(end) == commutation.block(start)) {
        continue;
      }
      if (commutation.block(start) >= 0) {
        double side = (end - start) * cell;
        svg.append(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"#d55e00\" stroke-width=\"%s\"/>"
                .formatted(
                    number(left + start * cell),
                    number(top + start * cell),
                    number(side),
                    number(side),
                    cell < 6 ? "1" : "2"));
      }
      start = end;
    }
  }

  private static void legend(StringBuilder svg, double x, double y) {
    String[][] entries = {
      {"#dfe6f0", "#b8c2d0", "commute"},
      {"#35548c", "#35548c", "anticommute"},
      {"none", "#d55e00", "block"}
    };
    double at = x;
    for (String[] entry : entries) {
      svg.append(
          "<rect x=\"%s\" y=\"%s\" width=\"11\" height=\"11\" fill=\"%s\" stroke=\"%s\"/>"
              .formatted(number(at), number(y - 9), entry[0], entry[1]));
      svg.append(text(at + 17, y, "start", entry[2]));
      at += 17 + SvgText.width(entry[2], TEXT) + 16;
    }
  }

  private static double names(Commutation commutation, int shown) {
    double widest = 0;
    for (int i = 0; i < shown; i++) {
      widest = Math.max(widest, SvgText.width(name(commutation, i), TEXT));
    }
    return widest;
  }

  private static String name(Commutation commutation, int rotation) {
    String name = Printable.line(commutation.label(rotation), 10 * LONGEST_NAME);
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private static String text(double x, double y, String anchor, String words) {
    return "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\">%s</text>"
        .formatted(number(x), number(y), TEXT, anchor, Html.escape(words));
  }

  private static String card(
      Commutation commutation, double width, double height, StringBuilder body) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" \
        viewBox="0 0 %1$s %2$s" role="img"><title>%3$s</title>\
        <rect x="0.5" y="0.5" width="%4$s" height="%5$s" rx="10" fill="#fcfcfd" stroke="#d8dde6"/>\
        <g font-family="%6$s" fill="#1f2733" stroke="none">%7$s</g></svg>"""
        .formatted(
            number(Math.ceil(width)),
            number(Math.ceil(height)),
            Html.escape(commutation.alt()),
            number(Math.ceil(width) - 1),
            number(Math.ceil(height) - 1),
            SvgText.FONT,
            body);
  }
}
