package org.backshadow.optimize;

import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a model's value is to be in each row of a table. Immutable.
 *
 * @param text where it is from
 * @param values of the rows; none if it is not set
 * @param plus the name of +1, empty if these are no classes
 * @param minus the name of -1
 */
record Target(String text, double[] values, String plus, String minus) {
  static final Target NONE = new Target("not set", new double[0], "", "");

  Target {
    values = values.clone();
  }

  static Target label(Table table, String column, Object plus, Object minus) {
    Column<?> labels = column(table, column);
    double[] values = new double[labels.size()];
    for (int row = 0; row < values.length; row++) {
      Object label = labels.get(row);
      if (!same(label, plus) && !same(label, minus)) {
        throw new IllegalArgumentException(
            "loss: row %d has %s %s, which is neither %s nor %s; drop such rows with table.where(...)"
                .formatted(row, column, labels.isMissing(row) ? "missing" : label, plus, minus));
      }
      values[row] = same(label, plus) ? 1 : -1;
    }
    String text = "+1 where %s is %s, -1 where %s".formatted(column, plus, minus);
    return new Target(text, values, String.valueOf(plus), String.valueOf(minus));
  }

  private static boolean same(Object label, Object name) {
    return label instanceof Number left && name instanceof Number right
        ? left.doubleValue() == right.doubleValue()
        : String.valueOf(label).equals(String.valueOf(name));
  }

  static Target regression(Table table, String column) {
    return new Target(column, numbers(table, column), "", "");
  }

  /**
   * A column of numbers.
   *
   * @throws IllegalArgumentException if there is none of this name, or a number is missing
   */
  static double[] numbers(Table table, String name) {
    if (!(column(table, name) instanceof NumericColumn<?> column)) {
      throw new IllegalArgumentException(
          "loss: column %s has no numbers but values of type %s"
              .formatted(name, column(table, name).type()));
    }
    double[] numbers = new double[column.size()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = column.isMissing(row) ? Double.NaN : column.getDouble(row);
      if (!Double.isFinite(numbers[row])) {
        throw new IllegalArgumentException(
            "loss: row %d of column %s is %s; drop such rows with table.dropRowsWithMissingValues()"
                .formatted(row, name, column.isMissing(row) ? "missing" : numbers[row]));
      }
    }
    return numbers;
  }

  private static Column<?> column(Table table, String name) {
    if (!has(table, name)) {
      throw new IllegalArgumentException(
          "loss: the table has no column %.80s; it has %s"
              .formatted(name, String.join(", ", table.columnNames())));
    }
    return table.column(name.trim());
  }

  /** Tablesaw trims the names of columns, but not those asked for. */
  private static boolean has(Table table, String name) {
    return table.containsColumn(name.trim());
  }

  static boolean hasNumbers(Table table, String name) {
    return has(table, name) && column(table, name) instanceof NumericColumn<?>;
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  Target requireSet() {
    if (this == NONE) {
      throw new IllegalArgumentException(
          "loss: what the model's value is to be is not set; add .label(\"column\", 0, 1) for classes or .target(\"column\") for numbers");
    }
    return this;
  }

  boolean isLabel() {
    return !plus.isEmpty();
  }

  Target requireLabel() {
    if (!isLabel()) {
      throw new IllegalArgumentException(
          "loss: an accuracy needs two classes: .label(\"column\", 0, 1)");
    }
    return this;
  }

  /** The class that a value of the model says. */
  String name(double value) {
    return value > 0 ? plus : value < 0 ? minus : "undecided";
  }

  @Override
  public String toString() {
    return text;
  }
}
