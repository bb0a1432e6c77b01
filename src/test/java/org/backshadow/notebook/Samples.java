package org.backshadow.notebook;

import java.util.List;
import org.backshadow.figure.ProgressBar;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One value of every type that is shown. */
final class Samples {
  private Samples() {}

  static List<Object> of(String label) {
    return List.of(
        chart(label),
        table(label),
        matrix(),
        complexMatrix(),
        new double[] {0.5, -1e-12, Double.NaN},
        new double[][] {{1, 0.5}, {2}},
        new int[] {1, 2},
        new int[][] {{1, 0}, {0, 1}},
        new long[40],
        new ProgressBar(label, 12, 60, label));
  }

  static XYChart chart(String label) {
    var chart = new XYChartBuilder().width(320).height(190).title(label).xAxisTitle(label).build();
    chart.addSeries(label.isEmpty() ? "series" : label, new double[] {1, 2}, new double[] {3, 4});
    return chart;
  }

  static Table table(String label) {
    return Table.create(
        label,
        StringColumn.create(label, label, "b"),
        IntColumn.create("copies", 100_000, 7),
        DoubleColumn.create("error", 0.1, -0.0707106));
  }

  static SimpleMatrix matrix() {
    return new SimpleMatrix(new double[][] {{1, -0.5}, {1.0 / 3, 0}});
  }

  static SimpleMatrix complexMatrix() {
    var matrix = new SimpleMatrix(2, 2, MatrixType.ZDRM);
    matrix.set(0, 0, Math.sqrt(0.5), 0);
    matrix.set(0, 1, 0, -0.5);
    matrix.set(1, 0, 0.5, 0.5);
    return matrix;
  }
}
