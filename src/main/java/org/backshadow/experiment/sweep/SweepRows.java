package org.backshadow.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.backshadow.experiment.checkpoint.ColumnType;
import org.backshadow.experiment.checkpoint.Columns;

/**
 * The finished rows of a sweep by point and repeat.
 *
 * @param points the columns of the points
 * @param results the columns of the results; none before the first row
 * @param axis the first component that is a number and that the whole sweep varies
 */
record SweepRows(Columns points, Optional<Columns> results, List<Row> rows, Optional<String> axis) {
  /** One trial: the values of its point and of its result. */
  record Row(List<Object> point, int repeat, List<Object> result) {}

  static SweepRows of(
      Sweep<?> sweep, Optional<Columns> results, Map<Integer, List<Object>> finished) {
    var rows = new ArrayList<Row>();
    finished.forEach(
        (number, result) ->
            rows.add(new Row(sweep.values(number), number % sweep.repeats(), result)));
    return new SweepRows(sweep.columns(), results, List.copyOf(rows), sweep.axis());
  }

  SweepRows where(Predicate<Row> kept) {
    return new SweepRows(points, results, rows.stream().filter(kept).toList(), axis);
  }

  List<String> resultNames() {
    return results.map(Columns::names).orElse(List.of());
  }

  /** The type of a column of the points or the results. */
  ColumnType type(String name) {
    if (points.names().contains(name)) {
      return points.type(name);
    }
    if (resultNames().contains(name)) {
      return results.orElseThrow().type(name);
    }
    throw new IllegalArgumentException(
        "no column \"%.80s\"; the points have %s and the results %s"
            .formatted(name, points.names(), resultNames()));
  }

  Object value(Row row, String name) {
    int k = points.names().indexOf(name);
    return k >= 0 ? row.point().get(k) : row.result().get(resultNames().indexOf(name));
  }

  /**
   * A column as a number; true is 1 and false 0.
   *
   * @throws IllegalArgumentException if there is no such column or it holds text or lists
   */
  double number(Row row, String name) {
    Object value = value(row, name);
    return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).doubleValue();
  }

  boolean isNumber(String name) {
    ColumnType type = type(name);
    return type.isNumeric() || type.equals(new ColumnType(ColumnType.Kind.BOOLEAN, 0));
  }

  void requireNumber(String name) {
    if (!isNumber(name)) {
      throw new IllegalArgumentException(
          "the column %s holds %s; numbers are needed".formatted(name, type(name).kind()));
    }
  }

  /** The components of the points that have more than one value here. */
  List<String> varied() {
    return points.names().stream()
        .filter(name -> rows.stream().map(row -> value(row, name)).distinct().count() > 1)
        .toList();
  }

  /** The rows of each combination of values of these columns, in order of appearance. */
  Map<List<Object>, List<Row>> groups(List<String> names) {
    var groups = new LinkedHashMap<List<Object>, List<Row>>();
    for (Row row : rows) {
      List<Object> key = names.stream().map(name -> value(row, name)).toList();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  double[] numbers(List<Row> some, String name) {
    return some.stream().mapToDouble(row -> number(row, name)).toArray();
  }
}
