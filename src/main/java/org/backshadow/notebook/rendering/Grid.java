package org.backshadow.notebook.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table ready to be shown: cells are text, numbers stand to the right, all else to the left. The
 * HTML sets no colors, so that it takes the front end's light or dark ones.
 *
 * @param caption above the table; empty for none
 * @param columns of equal length
 * @param note below the table, such as "30 of 1,234 rows"; empty for none
 */
record Grid(String caption, List<Column> columns, String note) {
  private static final int LONGEST_CELL = 200;
  private static final String GAP = "  ";

  /**
   * One column.
   *
   * @param header the name
   * @param numeric whether the cells are numbers
   * @param cells the text of each row; read
   */
  record Column(String header, boolean numeric, String[] cells) {
    int width() {
      int width = length(line(header));
      for (String cell : cells) width = Math.max(width, length(line(cell)));
      return width;
    }

    String pad(String cell, int width) {
      String shown = line(cell);
      String blanks = " ".repeat(width - length(shown));
      return numeric ? blanks + shown : shown + blanks;
    }

    String html(String tag, String cell) {
      String text = numeric && tag.equals("td") ? Numbers.html(cell) : cell;
      String align = numeric ? "right" : "left";
      return "<%1$s style=\"text-align:%2$s\">%3$s</%1$s>"
          .formatted(tag, align, Html.escape(text, LONGEST_CELL));
    }
  }

  Map<String, Object> bundle() {
    return Bundle.text(text()).html(html()).toMap();
  }

  String html() {
    var html = new StringBuilder("<table>");
    if (!caption.isEmpty()) {
      html.append("<caption style=\"text-align:left;caption-side:top;white-space:nowrap\">")
          .append(Html.escape(caption, LONGEST_CELL))
          .append("</caption>");
    }
    html.append("<thead><tr>");
    for (Column column : columns) html.append(column.html("th", column.header));
    html.append("</tr></thead><tbody>");
    for (int row = 0; row < rows(); row++) {
      html.append("<tr>");
      for (Column column : columns) html.append(column.html("td", column.cells[row]));
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    if (!note.isEmpty()) html.append(Html.note(note));
    return Html.block(html.toString());
  }

  String text() {
    var lines = new ArrayList<String>();
    if (!caption.isEmpty()) lines.add(line(caption));
    int[] widths = columns.stream().mapToInt(Column::width).toArray();
    if (!columns.isEmpty()) lines.add(textLine(widths, -1));
    for (int row = 0; row < rows(); row++) lines.add(textLine(widths, row));
    if (!note.isEmpty()) lines.add(note);
    return String.join("\n", lines);
  }

  /** A row of text, or the header for row -1. */
  private String textLine(int[] widths, int row) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      cells.add(column.pad(row < 0 ? column.header : column.cells[row], widths[i]));
    }
    return String.join(GAP, cells).stripTrailing();
  }

  private int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).cells.length;
  }

  private static String line(String text) {
    return Printable.line(text, LONGEST_CELL);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
