package org.backshadow.state;

/** The loops over halves in plain Java. */
final class PlainHalves implements HalvesKernel {
  /** Below this length one loop is faster than two that the compiler turns into vector code. */
  private static final int SHORT = 32;

  @Override
  public double normSquared(double[] re, double[] im, int offset, int length) {
    return products(re, offset, re, offset, 1, im, offset, im, offset, length);
  }

  @Override
  public double overlapX(double[] re, double[] im, int offset, int half) {
    return products(re, offset, re, offset + half, 1, im, offset, im, offset + half, half);
  }

  @Override
  public double overlapY(double[] re, double[] im, int offset, int half) {
    return products(re, offset, im, offset + half, -1, im, offset, re, offset + half, half);
  }

  @Override
  public void overlaps(double[] re, double[] im, int offset, int half, double[] to) {
    to[0] = overlapX(re, im, offset, half);
    to[1] = overlapY(re, im, offset, half);
    to[2] = normSquared(re, im, offset, half);
  }

  /** The sum of {@code a b + sign c d}. */
  private static double products(
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
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int i = 0;
    for (; i + LANES <= length; i += LANES) {
      sum0 += a[atA + i] * b[atB + i] + sign * (c[atC + i] * d[atD + i]);
      sum1 += a[atA + i + 1] * b[atB + i + 1] + sign * (c[atC + i + 1] * d[atD + i + 1]);
      sum2 += a[atA + i + 2] * b[atB + i + 2] + sign * (c[atC + i + 2] * d[atD + i + 2]);
      sum3 += a[atA + i + 3] * b[atB + i + 3] + sign * (c[atC + i + 3] * d[atD + i + 3]);
      sum4 += a[atA + i + 4] * b[atB + i + 4] + sign * (c[atC + i + 4] * d[atD + i + 4]);
      sum5 += a[atA + i + 5] * b[atB + i + 5] + sign * (c[atC + i + 5] * d[atD + i + 5]);
      sum6 += a[atA + i + 6] * b[atB + i + 6] + sign * (c[atC + i + 6] * d[atD + i + 6]);
      sum7 += a[atA + i + 7] * b[atB + i + 7] + sign * (c[atC + i + 7] * d[atD + i + 7]);
    }
    // A vector of fewer numbers than lanes.
    for (; i < length; i++) {
      sum0 += a[atA + i] * b[atB + i] + sign * (c[atC + i] * d[atD + i]);
    }
    return ((sum0 + sum4) + (sum2 + sum6)) + ((sum1 + sum5) + (sum3 + sum7));
  }

  @Override
  public void project(
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
