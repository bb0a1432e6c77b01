package org.backshadow.notebook.rendering;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Arrays of numbers: {@code double[]} and {@code int[]} as a vector, arrays of arrays as a matrix.
 */
final class ArrayRenderings {
  private ArrayRenderings() {}

  static Map<String, Object> doubles(double[] vector) {
    return VectorLayout.bundle(
        vector.length,
        Arrays.stream(vector)
            .limit(VectorLayout.CAP)
            .mapToObj(Numbers::text)
            .toArray(String[]::new));
  }

  static Map<String, Object> ints(int[] vector) {
    return longs(Arrays.stream(vector).asLongStream().toArray());
  }

  static Map<String, Object> longs(long[] vector) {
    return VectorLayout.bundle(
        vector.length,
        Arrays.stream(vector)
            .limit(VectorLayout.CAP)
            .mapToObj(Long::toString)
            .toArray(String[]::new));
  }

  static Map<String, Object> doubleRows(double[][] rows) {
    int cols = Arrays.stream(rows).mapToInt(row -> row.length).max().orElse(0);
    return new MatrixLayout(rows.length, cols, (j, count) -> column(rows, j, count)).bundle();
  }

  static Map<String, Object> intRows(int[][] rows) {
    return doubleRows(
        Arrays.stream(rows)
            .map(row -> Arrays.stream(row).asDoubleStream().toArray())
            .toArray(double[][]::new));
  }

  /** Rows may differ in length: what a short one lacks is blank. */
  private static String[] column(double[][] rows, int j, int count) {
    int[] present = IntStream.range(0, count).filter(i -> j < rows[i].length).toArray();
    String[] numbers =
        Numbers.column(Arrays.stream(present).mapToDouble(i -> rows[i][j]).toArray());
    var cells = new String[count];
    Arrays.fill(cells, "");
    for (int k = 0; k < present.length; k++) cells[present[k]] = numbers[k];
    return cells;
  }
}
