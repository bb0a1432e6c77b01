package org.backshadow.linear;

import java.util.Arrays;

/**
 * Products of real matrices that are stored by rows: rows are added to rows, with coefficients. All
 * work that grows with the cube of the dimension ends here.
 *
 * <p>The inner loop runs along the rows, with one index for all arrays and no sum across it, so the
 * compiler may use vector instructions of any width and the bits stay the same. A complex matrix is
 * a real one of twice the width, see {@link ComplexRows}.
 */
final class RowSums {
  /** Columns and sources at a time: {@code 8 * 256 * 128} bytes stay in a second-level cache. */
  private static final int COLUMNS = 256;

  private static final int SOURCES = 128;

  private RowSums() {}

  /**
   * {@code target[t][i] += sum_k coefficients[t][k] source[k][i]} for the columns i from {@code
   * from} to {@code to - 1}.
   */
  static void add(double[][] target, double[][] coefficients, double[][] source, int from, int to) {
    boolean odd = target.length % 2 == 1;
    double[] noRow = new double[odd ? to : 0];
    double[] nothing = new double[odd ? source.length : 0];
    for (int left = from; left < to; left += COLUMNS) {
      int right = Math.min(to, left + COLUMNS);
      for (int first = 0; first < source.length; first += SOURCES) {
        int last = Math.min(source.length, first + SOURCES);
        for (int t = 0; t < target.length; t += 2) {
          boolean pair = t + 1 < target.length;
          addToTwo(
              target[t],
              pair ? target[t + 1] : noRow,
              coefficients[t],
              pair ? coefficients[t + 1] : nothing,
              source,
              first,
              last,
              left,
              right);
        }
      }
    }
  }

  private static void addToTwo(
      double[] target0,
      double[] target1,
      double[] c0,
      double[] c1,
      double[][] source,
      int first,
      int last,
      int from,
      int to) {
    int k = first;
    for (; k + 4 <= last; k += 4) {
      addFour(
          target0,
          target1,
          source[k],
          source[k + 1],
          source[k + 2],
          source[k + 3],
          c0,
          c1,
          k,
          from,
          to);
    }
    for (; k < last; k++) {
      addOne(target0, target1, source[k], c0[k], c1[k], from, to);
    }
  }

  private static void addFour(
      double[] target0,
      double[] target1,
      double[] s0,
      double[] s1,
      double[] s2,
      double[] s3,
      double[] c0,
      double[] c1,
      int k,
      int from,
      int to) {
    double c00 = c0[k];
    double c01 = c0[k + 1];
    double c02 = c0[k + 2];
    double c03 = c0[k + 3];
    double c10 = c1[k];
    double c11 = c1[k + 1];
    double c12 = c1[k + 2];
    double c13 = c1[k + 3];
    for (int i = from; i < to; i++) {
      double p = s0[i];
      double q = s1[i];
      double r = s2[i];
      double s = s3[i];
      target0[i] =
          Math.fma(c03, s, Math.fma(c02, r, Math.fma(c01, q, Math.fma(c00, p, target0[i]))));
      target1[i] =
          Math.fma(c13, s, Math.fma(c12, r, Math.fma(c11, q, Math.fma(c10, p, target1[i]))));
    }
  }

  private static void addOne(
      double[] target0, double[] target1, double[] source, double c0, double c1, int from, int to) {
    for (int i = from; i < to; i++) {
      double p = source[i];
      target0[i] = Math.fma(c0, p, target0[i]);
      target1[i] = Math.fma(c1, p, target1[i]);
    }
  }

  /** Rows of zeros. */
  static double[][] zeros(int rows, int columns) {
    double[][] zeros = new double[rows][];
    Arrays.setAll(zeros, k -> new double[columns]);
    return zeros;
  }
}
