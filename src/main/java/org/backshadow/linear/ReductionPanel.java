package org.backshadow.linear;

import java.util.Arrays;

/**
 * Some reflections of the reduction to tridiagonal form whose updates {@code A -= u w^dagger + w
 * u^dagger} the matrix has yet to get: rows and products are corrected for them one by one, the
 * whole matrix gets them together. Source: Dongarra, Sorensen, Hammarling, J. Comput. Appl. Math.
 * 27 (1989) 215.
 */
final class ReductionPanel {
  /** How many reflections wait; the correction of a product grows with it. */
  static final int SIZE = 8;

  /** Rows that are updated together, as far as the longest of them goes. */
  private static final int ROWS = 16;

  private final double[][] a;
  private final int dimension;

  /** For each reflection {@code conj(w)}, {@code i conj(w)}, {@code conj(u)}, {@code i conj(u)}. */
  private final double[][] waiting;

  private final double[] weights;
  private int count;

  ReductionPanel(double[][] a) {
    this.a = a;
    this.dimension = a.length;
    this.waiting = RowSums.zeros(4 * SIZE, 2 * dimension);
    this.weights = new double[4 * SIZE];
  }

  boolean isFull() {
    return count == SIZE;
  }

  /** Brings row k up to date, from column k on. */
  void correctRow(int k) {
    double[][] row = {a[k]};
    RowSums.add(row, new double[][] {weights(k)}, waitingRows(), 2 * k, 2 * dimension);
  }

  /** What a row takes of the rows that wait. */
  private double[] weights(int row) {
    double[] taken = new double[4 * count];
    for (int l = 0; l < 4 * count; l += 4) {
      double[] wc = waiting[l];
      double[] uc = waiting[l + 2];
      taken[l] = -uc[2 * row];
      taken[l + 1] = uc[2 * row + 1];
      taken[l + 2] = -wc[2 * row];
      taken[l + 3] = wc[2 * row + 1];
    }
    return taken;
  }

  private double[][] waitingRows() {
    return Arrays.copyOf(waiting, 4 * count);
  }

  /** Adds the reflection {@code 1 - u u^dagger} of the rows and columns from {@code first} on. */
  void add(double[] u, int first) {
    int from = 2 * first;
    int to = 2 * dimension;
    double[] wc = conjugatedProduct(u, first);
    double[] uc = waiting[4 * count + 2];
    double half = 0;
    for (int j = from; j < to; j += 2) {
      uc[j] = u[j];
      uc[j + 1] = -u[j + 1];
      half += (uc[j] * wc[j] + uc[j + 1] * wc[j + 1]) / 2;
    }
    for (int j = from; j < to; j++) {
      wc[j] -= half * uc[j];
    }
    System.arraycopy(wc, from, waiting[4 * count], from, to - from);
    ComplexRows.turn(wc, waiting[4 * count + 1], from, to);
    ComplexRows.turn(uc, waiting[4 * count + 3], from, to);
    count++;
  }

  /** {@code conj(A u)} with all updates, which is {@code u^dagger A}: a sum of rows. */
  private double[] conjugatedProduct(double[] u, int first) {
    int from = 2 * first;
    int to = 2 * dimension;
    double[][] parts = RowSums.zeros(2, to);
    double[][] conjugated = RowSums.zeros(2, dimension - first);
    for (int i = first; i < dimension; i++) {
      conjugated[0][i - first] = u[2 * i];
      conjugated[1][i - first] = -u[2 * i + 1];
    }
    RowSums.add(parts, conjugated, Arrays.copyOfRange(a, first, dimension), from, to);
    ComplexRows.addTurned(parts[0], parts[1], from, to);
    double[][] inner = {new double[4 * count]};
    for (int l = 0; l < 4 * count; l += 4) {
      // u^dagger u_l stands before conj(w_l), and u^dagger w_l before conj(u_l).
      inner(waiting[l + 2], u, from, inner[0], l);
      inner(waiting[l], u, from, inner[0], l + 2);
    }
    RowSums.add(new double[][] {parts[0]}, inner, waitingRows(), from, to);
    return parts[0];
  }

  /** Stores the real and the imaginary part of {@code -(conj(c)^T conj(u))} for a row c. */
  private void inner(double[] c, double[] u, int from, double[] result, int place) {
    double re0 = 0;
    double re1 = 0;
    double im0 = 0;
    double im1 = 0;
    for (int j = from; j < c.length; j += 2) {
      re0 = Math.fma(c[j], u[j], re0);
      re1 = Math.fma(c[j + 1], u[j + 1], re1);
      im0 = Math.fma(c[j], u[j + 1], im0);
      im1 = Math.fma(c[j + 1], u[j], im1);
    }
    result[place] = re1 - re0;
    result[place + 1] = im0 + im1;
  }

  /** Gives the rows and columns from {@code first} on all the updates that wait. */
  void updateMatrix(int first) {
    double[][] rows = waitingRows();
    for (int low = first; low < dimension; low += ROWS) {
      int high = Math.min(dimension, low + ROWS);
      double[][] taken = new double[high - low][];
      for (int i = low; i < high; i++) {
        taken[i - low] = weights(i);
      }
      RowSums.add(Arrays.copyOfRange(a, low, high), taken, rows, 2 * first, 2 * high);
    }
    mirror(first);
    count = 0;
  }

  /** The entries right of the diagonal from those left of it. */
  private void mirror(int first) {
    for (int i = first; i < dimension; i++) {
      double[] row = a[i];
      for (int j = first; j < i; j++) {
        a[j][2 * i] = row[2 * j];
        a[j][2 * i + 1] = -row[2 * j + 1];
      }
    }
  }
}
