package org.backshadow.state.symmetric;

/**
 * A 2 x 2 unitary that mixes two modes, and what it does to k bosons in them: the {@code (k+1) x
 * (k+1)} matrices of spin k/2, for {@code k = 0..m}.
 *
 * <p>Each of these comes from the one before: {@code |n, l> = (a^dagger a + b^dagger b) |n, l> /
 * k}. The step is the tensor product with the 2 x 2 matrix, cut down to the symmetric subspace, so
 * that rounding errors add up and never grow. Only two of them are held at a time.
 */
final class TwoModeUnitary {
  private final double[] re;
  private final double[] im;

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
    SymmetricBasis.Pairs pairs = basis.pairs(first, second);
    int most = basis.copies();
    double[] liftedRe = {1};
    double[] liftedIm = {0};
    int at = pairs.groups()[0];
    for (int k = 1; k <= most; k++) {
      double[] nextRe = new double[(k + 1) * (k + 1)];
      double[] nextIm = new double[(k + 1) * (k + 1)];
      lift(k, liftedRe, liftedIm, nextRe, nextIm);
      liftedRe = nextRe;
      liftedIm = nextIm;
      for (int group = 0; group < pairs.groups()[k]; group++) {
        multiply(k + 1, liftedRe, liftedIm, pairs.members(), at, ampRe, ampIm);
        at += k + 1;
      }
    }
  }

  /** Overwrites the amplitudes of one group. */
  private static void multiply(
      int length,
      double[] uRe,
      double[] uIm,
      int[] members,
      int at,
      double[] ampRe,
      double[] ampIm) {
    double[] oldRe = new double[length];
    double[] oldIm = new double[length];
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
  }

  /** From k - 1 bosons to k. */
  private void lift(int k, double[] oldRe, double[] oldIm, double[] nextRe, double[] nextIm) {
    for (int row = 0; row <= k; row++) {
      for (int n = 0; n <= k; n++) {
        int entry = row * (k + 1) + n;
        double real = 0;
        double imaginary = 0;
        // One boson out of the first mode (bit 0 clear) or the second, into the first or the
        // second.
        for (int u = 0; u < 4; u++) {
          boolean intoFirst = u < 2;
          boolean outOfFirst = (u & 1) == 0;
          double squared = (double) (intoFirst ? row : k - row) * (outOfFirst ? n : k - n);
          if (squared > 0) {
            int old = (intoFirst ? row - 1 : row) * k + (outOfFirst ? n - 1 : n);
            double weight = Math.sqrt(squared) / k;
            real += weight * (re[u] * oldRe[old] - im[u] * oldIm[old]);
            imaginary += weight * (re[u] * oldIm[old] + im[u] * oldRe[old]);
          }
        }
        nextRe[entry] = real;
        nextIm[entry] = imaginary;
      }
    }
  }
}
