package org.backshadow.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.estimate.Moments;
import org.backshadow.experiment.checkpoint.ColumnType;
import org.backshadow.experiment.sweep.SweepRows.Row;
import org.backshadow.json.Json;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The rows of a sweep as tables. */
final class SweepTables {
  static final String STANDARD_ERROR = " standard error";

  private SweepTables() {}

  /** A row a trial: the point's columns, repeat, the result's. */
  static Table all(String title, SweepRows rows) {
    var columns = new ArrayList<Column<?>>();
    rows.points().names().forEach(name -> columns.add(column(rows, rows.rows(), name)));
    columns.add(
        IntColumn.create(Sweep.REPEAT, rows.rows().stream().mapToInt(Row::repeat).toArray()));
    rows.resultNames().forEach(name -> columns.add(column(rows, rows.rows(), name)));
    return Table.create(title, columns);
  }

  /** A row a point: how many trials, means and standard errors. */
  static Table summary(String title, SweepRows rows) {
    var groups = List.copyOf(rows.groups(rows.points().names()).values());
    List<Row> first = groups.stream().map(group -> group.get(0)).toList();
    var columns = new ArrayList<Column<?>>();
    rows.points().names().forEach(name -> columns.add(column(rows, first, name)));
    columns.add(IntColumn.create("trials", groups.stream().mapToInt(List::size).toArray()));
    for (String name : rows.resultNames()) {
      if (rows.isNumber(name)) {
        var mean = DoubleColumn.create(name);
        var error = DoubleColumn.create(name + STANDARD_ERROR);
        for (List<Row> group : groups) {
          Moments moments = moments(rows.numbers(group, name));
          mean.append(moments.mean());
          error.append(standardError(moments));
        }
        columns.add(mean);
        columns.add(error);
      }
    }
    return Table.create(title, columns);
  }

  static Moments moments(double[] values) {
    var moments = new Moments();
    for (double value : values) {
      moments.add(value, 1);
    }
    return moments;
  }

  /** The standard error of the mean; not a number for a single value. */
  static double standardError(Moments moments) {
    return moments.count() < 2 ? Double.NaN : Math.sqrt(moments.variance() / moments.count());
  }

  private static Column<?> column(SweepRows rows, List<Row> some, String name) {
    ColumnType type = rows.type(name);
    List<Object> values = some.stream().map(row -> rows.value(row, name)).toList();
    if (type.depth() > 0) {
      return StringColumn.create(name, values.stream().map(Json::write));
    }
    return switch (type.kind()) {
      case WHOLE -> LongColumn.create(name, values.stream().mapToLong(v -> (Long) v));
      case NUMBER ->
          DoubleColumn.create(name, values.stream().mapToDouble(v -> (Double) v).toArray());
      case TEXT -> StringColumn.create(name, values.stream().map(v -> (String) v));
      case BOOLEAN ->
          BooleanColumn.create(name, values.stream().map(v -> (Boolean) v).toArray(Boolean[]::new));
    };
  }
}
