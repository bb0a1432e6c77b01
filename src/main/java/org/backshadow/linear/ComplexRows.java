package org.backshadow.linear;

/**
 * Complex matrices as rows of pairs {@code re, im, re, im, ...}.
 *
 * <p>A complex multiple {@code (a + ib) r} of such a row is the real sum {@code a r + b (ir)}, so a
 * complex product is a real one with each row r followed by ir.
 */
final class ComplexRows {
  private ComplexRows() {}

  /** From entries row by row in two arrays, each times a factor. */
  static double[][] of(int dimension, double[] re, double[] im, double factor) {
    double[][] rows = RowSums.zeros(dimension, 2 * dimension);
    for (int i = 0; i < dimension; i++) {
      double[] row = rows[i];
      for (int j = 0; j < dimension; j++) {
        row[2 * j] = factor * re[i * dimension + j];
        row[2 * j + 1] = factor * im[i * dimension + j];
      }
    }
    return rows;
  }

  /** {@code target += a b}. */
  static void addProduct(double[][] target, double[][] a, double[][] b) {
    RowSums.add(target, a, withTurned(b), 0, b[0].length);
  }

  /** Each row r followed by ir. */
  static double[][] withTurned(double[][] rows) {
    double[][] both = new double[2 * rows.length][];
    for (int k = 0; k < rows.length; k++) {
      both[2 * k] = rows[k];
      both[2 * k + 1] = new double[rows[k].length];
      turn(rows[k], both[2 * k + 1], 0, rows[k].length);
    }
    return both;
  }

  /** {@code result = i row}, from an even index to another. */
  static void turn(double[] row, double[] result, int from, int to) {
    for (int j = from; j < to; j += 2) {
      result[j] = -row[j + 1];
      result[j + 1] = row[j];
    }
  }

  /** {@code real += i imaginary}, from an even index to another. */
  static void addTurned(double[] real, double[] imaginary, int from, int to) {
    for (int j = from; j < to; j += 2) {
      real[j] -= imaginary[j + 1];
      real[j + 1] += imaginary[j];
    }
  }

  /** The columns as rows, conjugated. */
  static double[][] adjoint(double[][] rows) {
    int columns = rows[0].length / 2;
    double[][] adjoint = RowSums.zeros(columns, 2 * rows.length);
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      for (int j = 0; j < columns; j++) {
        adjoint[j][2 * i] = row[2 * j];
        adjoint[j][2 * i + 1] = -row[2 * j + 1];
      }
    }
    return adjoint;
  }
}
