package org.backshadow.notebook.rendering;

import java.util.Locale;
import org.backshadow.estimate.Rounding;
import org.backshadow.outcome.Counts;

/**
 * A square matrix over bit strings as colored cells on a light card: white for 0 and below, dark
 * for the largest entry.
 */
final class HeatMapPicture {
  private static final int SIDE = 320;
  private static final int MARGIN = 64;
  private static final int TOP = 30;
  private static final int FOOT = 72;

  /** The most rows whose bit strings are written beside them. */
  private static final int MOST_NAMES = 16;

  private static final int[] WHITE = {0xFF, 0xFF, 0xFF};
  private static final int[] DARK = {0x33, 0x22, 0x88};

  private final String title;
  private final String rows;
  private final String columns;
  private final double[][] values;
  private final double largest;

  /**
   * @param rows the label of the rows
   * @param columns the label of the columns
   * @param values as many rows as columns, a power of 2; <i>read</i>
   */
  HeatMapPicture(String title, String rows, String columns, double[][] values) {
    this.title = title;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    double most = 0;
    for (double[] row : values) {
      for (double value : row) {
        most = Math.max(most, value);
      }
    }
    this.largest = most;
  }

  /** In words: what it is, its size and its largest entry. */
  String alt() {
    int row = 0;
    int column = 0;
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values.length; c++) {
        if (values[r][c] > values[row][column]) {
          row = r;
          column = c;
        }
      }
    }
    return "Map of %s, %d x %d; rows %s; columns %s; largest %s at row %s, column %s"
        .formatted(
            title,
            values.length,
            values.length,
            rows,
            columns,
            Rounding.significant(values[row][column], 3),
            bits(row),
            bits(column));
  }

  String svg() {
    double cell = SIDE / (double) values.length;
    int width = SIDE + 2 * MARGIN;
    int height = TOP + SIDE + FOOT;
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\" font-family=\"%s\" font-size=\"11\" fill=\"#222\" stroke=\"none\"><rect width=\"%d\""
                + " height=\"%d\" rx=\"6\" fill=\"#fcfcfc\"/>",
            width,
            height,
            width,
            height,
            SvgText.FONT,
            width,
            height));
    text(svg, width / 2.0, 18, "middle", title);
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values.length; c++) {
        rectangle(svg, MARGIN + c * cell, TOP + r * cell, cell, cell, values[r][c]);
      }
    }
    names(svg, cell);
    text(svg, width / 2.0, TOP + SIDE + 32, "middle", "down: " + rows + "; across: " + columns);
    scale(svg, TOP + SIDE + 44);
    return svg.append("</svg>").toString();
  }

  /** Bit strings at each row and column, or at the first and the last. */
  private void names(StringBuilder svg, double cell) {
    int step = values.length <= MOST_NAMES ? 1 : values.length - 1;
    for (int k = 0; k < values.length; k += step) {
      double middle = (k + 0.5) * cell;
      text(svg, MARGIN - 6, TOP + middle + 4, "end", bits(k));
      if (values.length <= MOST_NAMES / 2 || k % (values.length - 1) == 0) {
        text(svg, MARGIN + middle, TOP + SIDE + 14, "middle", bits(k));
      }
    }
  }

  private void scale(StringBuilder svg, double y) {
    int steps = 20;
    for (int k = 0; k < steps; k++) {
      double value = largest * k / (steps - 1);
      rectangle(svg, MARGIN + 60 + k * 10.0, y, 10, 10, value);
    }
    text(svg, MARGIN + 54, y + 9, "end", "0");
    text(svg, MARGIN + 66 + steps * 10, y + 9, "start", Rounding.significant(largest, 3));
  }

  private void rectangle(
      StringBuilder svg, double x, double y, double width, double height, double value) {
    svg.append("<rect x=\"")
        .append(SvgText.number(x))
        .append("\" y=\"")
        .append(SvgText.number(y))
        .append("\" width=\"")
        .append(SvgText.number(width))
        .append("\" height=\"")
        .append(SvgText.number(height))
        .append("\" fill=\"")
        .append(color(largest > 0 ? Math.max(0, value) / largest : 0))
        .append("\"/>");
  }

  private static String color(double share) {
    int rgb = 0;
    for (int channel = 0; channel < WHITE.length; channel++) {
      long mixed = Math.round(WHITE[channel] + share * (DARK[channel] - WHITE[channel]));
      rgb = rgb << 8 | (int) mixed;
    }
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
    svg.append("<text x=\"")
        .append(SvgText.number(x))
        .append("\" y=\"")
        .append(SvgText.number(y))
        .append("\" text-anchor=\"")
        .append(anchor)
        .append("\">")
        .append(Html.escape(words))
        .append("</text>");
  }

  private String bits(int index) {
    return Counts.bitString(index, Integer.numberOfTrailingZeros(values.length));
  }
}
