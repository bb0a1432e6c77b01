package org.backshadow.dataset;

import static java.util.Objects.requireNonNull;

import tech.tablesaw.api.Table;

/**
 * Small data sets to classify, inside the library, as tables. Each call gives a new table.
 *
 * <pre>{@code
 * var flowers = Datasets.angles(Datasets.iris(), 0, Math.PI, "petal_length", "petal_width");
 * flowers.rowCount() // 150
 * }</pre>
 */
public class Datasets {
  /** Nested menus extend this class; there is nothing to construct. */
  protected Datasets() {}

  /**
   * Iris: 150 flowers, 50 of each species. Columns {@code sepal_length}, {@code sepal_width},
   * {@code petal_length}, {@code petal_width} in cm, and {@code label}: 0 setosa, 1 versicolor, 2
   * virginica, in this order of the rows.
   *
   * <p>Source: Fisher (1936), as shipped with scikit-learn.
   */
  public static Table iris() {
    return StoredTable.read("iris", "iris.csv");
  }

  /**
   * Bars and dots: 200 noisy patterns of 8 pixels on a ring. Columns {@code x0} to {@code x7}, and
   * {@code label}: 1 for a bar (four neighbours near 1, the others near -1, anywhere on the ring),
   * 0 for dots (1 and -1 in turn). Moving a pattern around the ring does not change its label.
   *
   * <p>Source: generated for this library; the task of Bowles, Wierichs, Park (2023),
   * arXiv:2306.14962.
   */
  public static Table barsAndDots() {
    return StoredTable.read("bars and dots", "bars-and-dots.csv");
  }

  /**
   * The table with columns of numbers turned into angles: each linearly, from {@code low} at its
   * smallest value in these rows to {@code high} at its largest.
   *
   * @param low in radians, as {@code high}
   * @throws IllegalArgumentException if a column is missing, has no numbers, or only one
   */
  public static Table angles(Table table, double low, double high, String... columns) {
    requireNonNull(columns, "columns");
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "angles from low = %s to high = %s; both must be finite".formatted(low, high));
    }
    Table scaled = table.copy();
    for (String name : columns) {
      scaled.replaceColumn(name, ColumnAngles.of(table, name, low, high));
    }
    return scaled;
  }
}
