package org.backshadow.notebook.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** A Tablesaw table: its first {@value #MAX_ROWS} rows and {@value #MAX_COLUMNS} columns. */
final class TableRendering implements Rendering<Relation> {
  static final int MAX_ROWS = 30;
  static final int MAX_COLUMNS = 30;

  @Override
  public Map<String, Object> mimeBundle(Relation table) {
    int rows = Math.min(table.rowCount(), MAX_ROWS);
    var columns = new ArrayList<Grid.Column>();
    table.columns().stream().limit(MAX_COLUMNS).forEach(c -> columns.add(column(c, rows)));
    String name = table.name() == null ? "" : table.name();
    return new Grid(name, columns, note(table)).bundle();
  }

  private static Grid.Column column(Column<?> column, int rows) {
    boolean numeric = column instanceof NumericColumn<?>;
    return new Grid.Column(column.name(), numeric, cells(column, rows));
  }

  private static String[] cells(Column<?> column, int rows) {
    // Tablesaw keeps a missing double as NaN; no value of ours is one, so both are blank.
    if (column instanceof DoubleColumn || column instanceof FloatColumn) {
      var numbers = (NumericColumn<?>) column;
      String[] cells =
          Numbers.column(IntStream.range(0, rows).mapToDouble(numbers::getDouble).toArray());
      return Arrays.stream(cells).map(c -> c.strip().equals("NaN") ? "" : c).toArray(String[]::new);
    }
    return IntStream.range(0, rows)
        .mapToObj(row -> column.isMissing(row) ? "" : String.valueOf(column.get(row)))
        .toArray(String[]::new);
  }

  private static String note(Relation table) {
    int rows = table.rowCount();
    int columns = table.columnCount();
    if (rows == 0) return "no rows";
    var note = new ArrayList<String>();
    if (rows > MAX_ROWS) note.add(MAX_ROWS + " of " + Numbers.grouped(rows) + " rows");
    if (columns > MAX_COLUMNS)
      note.add(MAX_COLUMNS + " of " + Numbers.grouped(columns) + " columns");
    return String.join(", ", note);
  }
}
