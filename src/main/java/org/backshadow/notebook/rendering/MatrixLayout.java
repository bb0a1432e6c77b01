package org.backshadow.notebook.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Numbers between brackets. At most {@value #CAP} rows and columns are shown; the rest is an
 * ellipsis and a note.
 */
final class MatrixLayout {
  static final int CAP = 16;

  // No color, which would be the text's own: JupyterLab drops "currentColor" from the styles of a
  // notebook that is not trusted, and the border with it.
  private static final String BRACKET =
      "border:2px solid;border-%s:none;width:5px;min-width:5px;padding:0px";

  private final List<String[]> columns = new ArrayList<>();
  private final String note;
  private final int rows;

  /** The first {@code rows} cells of a column, as text. */
  @FunctionalInterface
  interface Cells {
    String[] column(int column, int rows);
  }

  MatrixLayout(int rows, int cols, Cells cells) {
    int shownRows = Math.min(rows, CAP);
    int shownCols = Math.min(cols, CAP);
    for (int j = 0; j < shownCols; j++) {
      columns.add(withEllipsis(cells.column(j, shownRows), rows > CAP ? "⋮" : ""));
    }
    this.rows = rows > CAP ? shownRows + 1 : shownRows;
    if (cols > CAP) columns.add(ellipsis(this.rows, rows > CAP));
    this.note = note(rows, cols);
  }

  Map<String, Object> bundle() {
    return Bundle.text(text()).html(html()).toMap();
  }

  String html() {
    if (columns.isEmpty() || rows == 0) return Html.block(Html.note(note));
    var html = new StringBuilder("<table style=\"border-collapse:collapse\"><tbody>");
    for (int row = 0; row < rows; row++) {
      html.append("<tr style=\"background:none\">");
      if (row == 0) html.append(bracket("right"));
      for (String[] column : columns) {
        html.append("<td style=\"text-align:right\">")
            .append(Html.escape(Numbers.html(column[row])))
            .append("</td>");
      }
      if (row == 0) html.append(bracket("left"));
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    if (!note.isEmpty()) html.append(Html.note(note));
    return Html.block(html.toString());
  }

  String text() {
    var lines = new ArrayList<String>();
    for (int row = 0; row < rows && !columns.isEmpty(); row++) {
      var line = new StringBuilder("[ ");
      for (String[] column : columns) {
        int width = 0;
        for (String cell : column) width = Math.max(width, cell.length());
        line.append(" ".repeat(width - column[row].length())).append(column[row]).append("  ");
      }
      lines.add(line.deleteCharAt(line.length() - 1).append(']').toString());
    }
    if (!note.isEmpty()) lines.add(note);
    return String.join("\n", lines);
  }

  private String bracket(String openSide) {
    return "<td rowspan=\"" + rows + "\" style=\"" + BRACKET.formatted(openSide) + "\"></td>";
  }

  private static String[] withEllipsis(String[] cells, String last) {
    if (last.isEmpty()) return cells;
    var extended = Arrays.copyOf(cells, cells.length + 1);
    extended[cells.length] = last;
    return extended;
  }

  private static String[] ellipsis(int rows, boolean corner) {
    var cells = new String[rows];
    Arrays.fill(cells, "⋯");
    if (corner) cells[rows - 1] = "⋱";
    return cells;
  }

  private static String note(int rows, int cols) {
    if (rows == 0 || cols == 0) return rows + " x " + cols + " matrix";
    if (rows <= CAP && cols <= CAP) return "";
    return "%s of %s rows, %s of %s columns"
        .formatted(
            Math.min(rows, CAP), Numbers.grouped(rows), Math.min(cols, CAP), Numbers.grouped(cols));
  }
}
