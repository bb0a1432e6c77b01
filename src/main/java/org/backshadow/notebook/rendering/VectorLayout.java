package org.backshadow.notebook.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/**
 * A list of numbers: between brackets when it fits one line, otherwise ten to a row, each row led
 * by the index of its first entry.
 */
final class VectorLayout {
  private static final int PER_ROW = 10;
  private static final int MAX_ROWS = 30;

  /** The most entries that are shown. */
  static final int CAP = PER_ROW * MAX_ROWS;

  private VectorLayout() {}

  /**
   * The bundle of a vector.
   *
   * @param length how many entries it has
   * @param entries the text of the first entries, at most {@link #CAP}; read
   */
  static Map<String, Object> bundle(int length, String[] entries) {
    if (length == 0) return Bundle.text("[ ] (no entries)").toMap();
    if (length <= PER_ROW) {
      return new MatrixLayout(1, length, (j, rows) -> new String[] {entries[j]}).bundle();
    }
    int rows = (entries.length + PER_ROW - 1) / PER_ROW;
    var columns = new ArrayList<Grid.Column>();
    columns.add(new Grid.Column("", true, firstIndices(rows)));
    for (int j = 0; j < PER_ROW; j++) {
      columns.add(new Grid.Column("+" + j, true, everyTenth(entries, j, rows)));
    }
    return new Grid("", columns, note(length, entries.length)).bundle();
  }

  private static String[] firstIndices(int rows) {
    var cells = new String[rows];
    for (int row = 0; row < rows; row++) cells[row] = row * PER_ROW + ":";
    return cells;
  }

  private static String[] everyTenth(String[] entries, int first, int rows) {
    var cells = new String[rows];
    Arrays.fill(cells, "");
    for (int i = first; i < entries.length; i += PER_ROW) cells[i / PER_ROW] = entries[i];
    return Numbers.align(cells);
  }

  private static String note(int length, int shown) {
    String all = Numbers.grouped(length) + " entries";
    return shown < length ? shown + " of " + all : all;
  }
}
