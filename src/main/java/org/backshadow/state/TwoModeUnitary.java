package org.backshadow.state;

import org.jspecify.annotations.Nullable;

/**
 * A 2 x 2 unitary that mixes two modes, and what it does to k bosons in them: the {@code (k+1) x
 * (k+1)} matrices of spin k/2, for {@code k = 0..m}.
 */
final class TwoModeUnitary {
  private final double[] re;
  private final double[] im;
  private double @Nullable [][] liftedRe;
  private double @Nullable [][] liftedIm;

  /** Takes the entries row by row, both arrays <i>kept</i>. */
  TwoModeUnitary(double[] re, double[] im) {
    this.re = re;
    this.im = im;
  }

  TwoModeUnitary adjoint() {
    return new TwoModeUnitary(
        new double[] {re[0], re[2], re[1], re[3]}, new double[] {-im[0], -im[2], -im[1], -im[3]});
  }

  /**
   * Applies it to two modes of a symmetric state, overwriting the amplitudes.
   *
   * <p>{@code sum (k+1)^2} over the groups: about size &middot; copies / 2 steps.
   */
  void apply(SymmetricBasis basis, int first, int second, double[] ampRe, double[] ampIm) {
    lift(basis.copies());
    SymmetricBasis.Pairs pairs = basis.pairs(first, second);
    int[] members = pairs.members();
    double[] oldRe = new double[basis.copies() + 1];
    double[] oldIm = new double[basis.copies() + 1];
    int at = 0;
    for (int length : pairs.lengths()) {
      double[] uRe = liftedRe[length - 1];
      double[] uIm = liftedIm[length - 1];
      for (int n = 0; n < length; n++) {
        oldRe[n] = ampRe[members[at + n]];
        oldIm[n] = ampIm[members[at + n]];
      }
      for (int row = 0; row < length; row++) {
        double real = 0;
        double imaginary = 0;
        int entry = row * length;
        for (int n = 0; n < length; n++) {
          real += uRe[entry + n] * oldRe[n] - uIm[entry + n] * oldIm[n];
          imaginary += uRe[entry + n] * oldIm[n] + uIm[entry + n] * oldRe[n];
        }
        ampRe[members[at + row]] = real;
        ampIm[members[at + row]] = imaginary;
      }
      at += length;
    }
  }

  /**
   * The matrices up to k = m, each from the one before: {@code |n, l> = (a^dagger a + b^dagger b)
   * |n, l> / k}. The step is the tensor product with the 2 x 2 matrix, cut down to the symmetric
   * subspace, so that rounding errors add up and never grow.
   */
  private void lift(int most) {
    if (liftedRe != null && liftedRe.length > most) {
      return;
    }
    double[][] allRe = new double[most + 1][];
    double[][] allIm = new double[most + 1][];
    allRe[0] = new double[] {1};
    allIm[0] = new double[] {0};
    for (int k = 1; k <= most; k++) {
      allRe[k] = new double[(k + 1) * (k + 1)];
      allIm[k] = new double[(k + 1) * (k + 1)];
      for (int row = 0; row <= k; row++) {
        for (int n = 0; n <= k; n++) {
          int entry = row * (k + 1) + n;
          // out of the first mode into the first, out of the first into the second, ...
          add(allRe, allIm, k, entry, 0, row - 1, n - 1, (double) row * n);
          add(allRe, allIm, k, entry, 2, row, n - 1, (double) (k - row) * n);
          add(allRe, allIm, k, entry, 1, row - 1, n, (double) row * (k - n));
          add(allRe, allIm, k, entry, 3, row, n, (double) (k - row) * (k - n));
        }
      }
    }
    liftedRe = allRe;
    liftedIm = allIm;
  }

  private void add(
      double[][] allRe,
      double[][] allIm,
      int k,
      int entry,
      int u,
      int row,
      int n,
      double squaredWeight) {
    if (squaredWeight == 0) {
      return;
    }
    double weight = Math.sqrt(squaredWeight) / k;
    double oldRe = allRe[k - 1][row * k + n];
    double oldIm = allIm[k - 1][row * k + n];
    allRe[k][entry] += weight * (re[u] * oldRe - im[u] * oldIm);
    allIm[k][entry] += weight * (re[u] * oldIm + im[u] * oldRe);
  }
}
