package org.backshadow.dataset;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** A column of numbers on another scale; what is missing stays missing. */
final class ColumnAngles {
  private ColumnAngles() {}

  static DoubleColumn of(Table table, String name, double low, double high) {
    if (!table.containsColumn(name)) {
      throw new IllegalArgumentException(
          "angles: the table has no column %s; it has %s"
              .formatted(name, String.join(", ", table.columnNames())));
    }
    if (!(table.column(name) instanceof NumericColumn<?> numbers)) {
      throw new IllegalArgumentException(
          "angles: column %s has no numbers but values of type %s"
              .formatted(name, table.column(name).type()));
    }
    double least = numbers.min();
    double range = numbers.max() - least;
    if (!(range > 0)) {
      throw new IllegalArgumentException(
          "angles: column %s has the same value in all rows, which tells them not apart; leave it out"
              .formatted(name));
    }
    var angles = DoubleColumn.create(name);
    for (int row = 0; row < numbers.size(); row++) {
      if (numbers.isMissing(row)) {
        angles.appendMissing();
      } else {
        angles.append(low + (numbers.getDouble(row) - least) / range * (high - low));
      }
    }
    return angles;
  }
}
