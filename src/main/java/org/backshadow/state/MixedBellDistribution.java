package org.backshadow.state;

import org.backshadow.outcome.WalshHadamard;

/**
 * The outcomes of a Bell measurement between two mixed states.
 *
 * <p><b>Formula</b>: {@code p(a, b) = 4^-n sum_P (-1)^(x.z + x.b + z.a) tr(P rho) tr(P sigma)} over
 * the strings P with the masks x and z; an outcome is {@code a 2^n + b}. The means of all strings
 * are a transform for each x, and the sum is one more. <b>Cost</b>: {@code O(n 4^n)} steps.
 */
final class MixedBellDistribution {
  private MixedBellDistribution() {}

  /** All {@code 4^n} probabilities in the order of the outcomes. */
  static double[] probabilities(MatrixAmplitudes rho, MatrixAmplitudes sigma) {
    int dimension = rho.dimension();
    double[] p = new double[dimension * dimension];
    for (int x = 0; x < dimension; x++) {
      double[] first = means(rho, x);
      double[] second = means(sigma, x);
      for (int z = 0; z < dimension; z++) {
        int sign = 1 - 2 * (Integer.bitCount(x & z) & 1);
        p[z * dimension + x] = sign * first[z] * second[z] / p.length;
      }
    }
    WalshHadamard.transform(p);
    for (int i = 0; i < p.length; i++) {
      // What cancels exactly may leave a rounding error below 0.
      p[i] = Math.max(0, p[i]);
    }
    return p;
  }

  /** The expectation values of the strings with this X mask, by their Z masks. */
  private static double[] means(MatrixAmplitudes rho, int x) {
    int dimension = rho.dimension();
    double[] re = new double[dimension];
    double[] im = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      re[j] = rho.re(j, j ^ x);
      im[j] = rho.im(j, j ^ x);
    }
    WalshHadamard.transform(re);
    WalshHadamard.transform(im);
    double[] means = new double[dimension];
    for (int z = 0; z < dimension; z++) {
      int ys = Integer.bitCount(x & z) & 3;
      means[z] = ys == 0 ? re[z] : ys == 1 ? -im[z] : ys == 2 ? -re[z] : im[z];
    }
    return means;
  }
}
