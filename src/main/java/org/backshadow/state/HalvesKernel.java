package org.backshadow.state;

/**
 * Loops over the two halves a and b of a state vector: those where the first of its qubits is 0 and
 * where it is 1. Vectors stand in their arrays from an offset on; all but targets are read. The
 * order of the additions is the same on every machine.
 */
final class HalvesKernel {
  /** Below this length one loop is faster than two that the compiler turns into vector code. */
  private static final int SHORT = 32;

  private HalvesKernel() {}

  /** {@code <a|a>}. */
  static double normSquared(double[] re, double[] im, int offset, int length) {
    return twoProducts(re, offset, re, offset, 1, im, offset, im, offset, length);
  }

  /** {@code Re <a|b>}: with the norm, the chance of the outcome + of X. */
  static double overlapX(double[] re, double[] im, int offset, int half) {
    return twoProducts(re, offset, re, offset + half, 1, im, offset, im, offset + half, half);
  }

  /** {@code Im <a|b>}: with the norm, the chance of the outcome + of Y. */
  static double overlapY(double[] re, double[] im, int offset, int half) {
    return twoProducts(re, offset, im, offset + half, -1, im, offset, re, offset + half, half);
  }

  /** The sum of {@code a b + sign c d}, in four running sums. */
  private static double twoProducts(
      double[] a,
      int atA,
      double[] b,
      int atB,
      double sign,
      double[] c,
      int atC,
      double[] d,
      int atD,
      int length) {
    double ab0 = 0;
    double ab1 = 0;
    double ab2 = 0;
    double ab3 = 0;
    double cd0 = 0;
    double cd1 = 0;
    double cd2 = 0;
    double cd3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      ab0 += a[atA + i] * b[atB + i];
      cd0 += c[atC + i] * d[atD + i];
      ab1 += a[atA + i + 1] * b[atB + i + 1];
      cd1 += c[atC + i + 1] * d[atD + i + 1];
      ab2 += a[atA + i + 2] * b[atB + i + 2];
      cd2 += c[atC + i + 2] * d[atD + i + 2];
      ab3 += a[atA + i + 3] * b[atB + i + 3];
      cd3 += c[atC + i + 3] * d[atD + i + 3];
    }
    for (; i < length; i++) {
      ab0 += a[atA + i] * b[atB + i];
      cd0 += c[atC + i] * d[atD + i];
    }
    return (ab0 + ab1) + (ab2 + ab3) + sign * ((cd0 + cd1) + (cd2 + cd3));
  }

  /**
   * Overwrites the target by what an outcome leaves: {@code a +- b} for X, {@code a -+ ib} for Y.
   */
  static void project(
      boolean x,
      int outcome,
      double[] re,
      double[] im,
      int offset,
      int half,
      double[] toRe,
      double[] toIm) {
    double sign = outcome == 0 ? 1 : -1;
    if (half < SHORT) {
      for (int i = 0; i < half; i++) {
        double br = re[offset + half + i];
        double bi = im[offset + half + i];
        toRe[i] = re[offset + i] + (x ? sign * br : sign * bi);
        toIm[i] = im[offset + i] + (x ? sign * bi : -sign * br);
      }
    } else if (x) {
      add(re, offset, sign, re, offset + half, half, toRe);
      add(im, offset, sign, im, offset + half, half, toIm);
    } else {
      add(re, offset, sign, im, offset + half, half, toRe);
      add(im, offset, -sign, re, offset + half, half, toIm);
    }
  }

  private static void add(
      double[] a, int atA, double factor, double[] b, int atB, int length, double[] to) {
    for (int i = 0; i < length; i++) {
      to[i] = a[atA + i] + factor * b[atB + i];
    }
  }
}
