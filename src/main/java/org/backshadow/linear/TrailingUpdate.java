package org.backshadow.linear;

/**
 * What one reflection of the reduction to tridiagonal form does to the rows that are left, in one
 * pass over them: the rank-two update of the reflection before, and the product with the vector of
 * the next. Each entry is read and written once a reflection.
 */
final class TrailingUpdate {
  private final int dimension;

  /** {@code conj(w)}, {@code i conj(w)}, {@code conj(u)}, {@code i conj(u)}. */
  private final double[] wc;

  private final double[] iwc;
  private final double[] uc;
  private final double[] iuc;

  /** The sums over the rows, times the real and the imaginary part of the next vector. */
  private final double[] realSum;

  private final double[] imaginarySum;
  private final double[] noRow;

  TrailingUpdate(int dimension) {
    this.dimension = dimension;
    this.wc = new double[2 * dimension];
    this.iwc = new double[2 * dimension];
    this.uc = new double[2 * dimension];
    this.iuc = new double[2 * dimension];
    this.realSum = new double[2 * dimension];
    this.imaginarySum = new double[2 * dimension];
    this.noRow = new double[2 * dimension];
  }

  /** Sets the update {@code A -= u w^dagger + w u^dagger} of the rows and columns from k on. */
  void set(double[] u, double[] w, int k) {
    for (int j = 2 * k; j < 2 * dimension; j += 2) {
      uc[j] = u[j];
      uc[j + 1] = -u[j + 1];
      wc[j] = w[j];
      wc[j + 1] = -w[j + 1];
    }
    ComplexRows.turn(uc, iuc, 2 * k, 2 * dimension);
    ComplexRows.turn(wc, iwc, 2 * k, 2 * dimension);
  }

  /** Updates row k from column k on. */
  void updateRow(double[] row, int k) {
    double ur = -uc[2 * k];
    double ui = uc[2 * k + 1];
    double wr = -wc[2 * k];
    double wi = wc[2 * k + 1];
    for (int j = 2 * k; j < row.length; j++) {
      row[j] =
          Math.fma(
              wi, iuc[j], Math.fma(wr, uc[j], Math.fma(ui, iwc[j], Math.fma(ur, wc[j], row[j]))));
    }
  }

  /** Updates the rows and columns from k on and sets {@code product = A v} with the new A. */
  void updateAndMultiply(double[][] a, int k, double[] v, double[] product) {
    for (int j = 2 * k; j < 2 * dimension; j++) {
      realSum[j] = 0;
      imaginarySum[j] = 0;
    }
    int i = k;
    if ((dimension - k & 1) == 1) {
      twoRows(a[i], noRow, i, i, v, 0);
      i++;
    }
    for (; i < dimension; i += 2) {
      twoRows(a[i], a[i + 1], i, k, v, 1);
    }
    // The sums hold conj(A v), for the rows of A are its conjugated columns.
    ComplexRows.addTurned(realSum, imaginarySum, 2 * k, 2 * dimension);
    for (int j = 2 * k; j < 2 * dimension; j += 2) {
      product[j] = realSum[j];
      product[j + 1] = -realSum[j + 1];
    }
  }

  /** Row i and, with a weight of 1, row i + 1. */
  private void twoRows(double[] row0, double[] row1, int i, int k, double[] v, int weight) {
    int r = 2 * i;
    int s = r + 2 * weight;
    twoRows(
        row0,
        row1,
        wc,
        iwc,
        uc,
        iuc,
        realSum,
        imaginarySum,
        -uc[r],
        uc[r + 1],
        -wc[r],
        wc[r + 1],
        -uc[s] * weight,
        uc[s + 1] * weight,
        -wc[s] * weight,
        wc[s + 1] * weight,
        v[r],
        -v[r + 1],
        v[s] * weight,
        -v[s + 1] * weight,
        2 * k);
  }

  private static void twoRows(
      double[] row0,
      double[] row1,
      double[] wc,
      double[] iwc,
      double[] uc,
      double[] iuc,
      double[] realSum,
      double[] imaginarySum,
      double u0r,
      double u0i,
      double w0r,
      double w0i,
      double u1r,
      double u1i,
      double w1r,
      double w1i,
      double v0r,
      double v0i,
      double v1r,
      double v1i,
      int from) {
    for (int j = from; j < row0.length; j++) {
      double p = wc[j];
      double q = iwc[j];
      double r = uc[j];
      double s = iuc[j];
      double a = Math.fma(w0i, s, Math.fma(w0r, r, Math.fma(u0i, q, Math.fma(u0r, p, row0[j]))));
      double b = Math.fma(w1i, s, Math.fma(w1r, r, Math.fma(u1i, q, Math.fma(u1r, p, row1[j]))));
      row0[j] = a;
      row1[j] = b;
      realSum[j] = Math.fma(v1r, b, Math.fma(v0r, a, realSum[j]));
      imaginarySum[j] = Math.fma(v1i, b, Math.fma(v0i, a, imaginarySum[j]));
    }
  }
}
