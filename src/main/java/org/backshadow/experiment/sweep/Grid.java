package org.backshadow.experiment.sweep;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.backshadow.experiment.checkpoint.Columns;
import tech.tablesaw.api.Table;

/**
 * Points of sweeps: all combinations of some values, or the rows of a table.
 *
 * <pre>{@code
 * record Point(int qubits, double noise) {}
 * Grid.of(Point.class, List.of(2, 3), List.of(0.0, 0.1)).get(1) // Point[qubits=2, noise=0.1]
 * }</pre>
 */
public final class Grid {
  private Grid() {}

  /**
   * All combinations, the last component changing fastest.
   *
   * @param values of each component, in order
   * @throws IllegalArgumentException if there are more or fewer lists than components, or values of
   *     another type
   */
  public static <P extends Record> List<P> of(Class<P> type, List<?>... values) {
    Columns columns = Columns.of(type);
    if (values.length != columns.names().size()) {
      throw new IllegalArgumentException(
          "grid: %d lists of values; %s has the components %s"
              .formatted(values.length, type.getSimpleName(), columns));
    }
    List<List<Object>> rows = List.of(List.of());
    for (int k = 0; k < values.length; k++) {
      var longer = new ArrayList<List<Object>>();
      for (List<Object> row : rows) {
        for (Object value : values[k]) {
          var all = new ArrayList<>(row);
          all.add(plain(columns, columns.names().get(k), value));
          longer.add(all);
        }
      }
      rows = longer;
    }
    return columns.records(type, rows);
  }

  /**
   * The rows of a table as points; its columns are found by the names of the components, others are
   * left out.
   *
   * @throws IllegalArgumentException if a column or a value is missing
   */
  public static <P extends Record> List<P> of(Class<P> type, Table table) {
    Columns columns = Columns.of(type);
    var rows = new ArrayList<List<Object>>();
    for (int r = 0; r < table.rowCount(); r++) {
      var row = new ArrayList<Object>();
      for (String name : columns.names()) {
        if (!table.containsColumn(name) || table.column(name).isMissing(r)) {
          throw new IllegalArgumentException(
              "row %d of the table has no %s; %s needs %s"
                  .formatted(r, name, type.getSimpleName(), names(type)));
        }
        row.add(plain(columns, name, table.column(name).get(r)));
      }
      rows.add(row);
    }
    return columns.records(type, rows);
  }

  private static String names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  private static Object plain(Columns columns, String name, Object value) {
    try {
      Object plain = columns.type(name).plain(value);
      // A whole number may stand where any number may, not the other way round.
      if (columns.type(name).accepts(plain)
          && !(plain instanceof Long whole && ((Number) value).doubleValue() != whole)) {
        return plain;
      }
    } catch (ClassCastException e) {
      // Said below.
      return refuse(columns, name, value);
    }
    return refuse(columns, name, value);
  }

  private static Object refuse(Columns columns, String name, Object value) {
    throw new IllegalArgumentException(
        "%s is a %s; the value %s is none".formatted(name, columns.words().get(name), value));
  }
}
