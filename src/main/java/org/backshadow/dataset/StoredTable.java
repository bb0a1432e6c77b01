package org.backshadow.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A resource beside this class as a table: lines of numbers, the whole number label last. */
final class StoredTable {
  private StoredTable() {}

  static Table read(String name, String resource) {
    List<String> lines = lines(resource);
    String[] head = lines.get(0).split(",");
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",")).toList();
    int label = head.length - 1;
    var columns = new ArrayList<Column<?>>();
    for (int c = 0; c < label; c++) {
      int column = c;
      columns.add(
          DoubleColumn.create(
              head[c],
              rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray()));
    }
    columns.add(
        IntColumn.create(
            head[label], rows.stream().mapToInt(row -> Integer.parseInt(row[label])).toArray()));
    return Table.create(name, columns);
  }

  /** Without the head that names the source, whose lines start with #. */
  private static List<String> lines(String resource) {
    try (InputStream in = StoredTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the library's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
