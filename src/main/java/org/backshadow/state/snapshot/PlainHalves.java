package org.backshadow.state.snapshot;

/** The loops over halves in plain Java. */
final class PlainHalves implements HalvesKernel {
  /** Below this length one loop is faster than two that the compiler turns into vector code. */
  private static final int SHORT = 32;

  @Override
  public double product(
      double[] re,
      double[] im,
      int offset,
      double[] c,
      double[] d,
      int at,
      double sign,
      int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int i = offset;
    int k = at;
    for (; i + LANES <= offset + length; i += LANES, k += LANES) {
      sum0 += re[i] * c[k] + sign * (im[i] * d[k]);
      sum1 += re[i + 1] * c[k + 1] + sign * (im[i + 1] * d[k + 1]);
      sum2 += re[i + 2] * c[k + 2] + sign * (im[i + 2] * d[k + 2]);
      sum3 += re[i + 3] * c[k + 3] + sign * (im[i + 3] * d[k + 3]);
      sum4 += re[i + 4] * c[k + 4] + sign * (im[i + 4] * d[k + 4]);
      sum5 += re[i + 5] * c[k + 5] + sign * (im[i + 5] * d[k + 5]);
      sum6 += re[i + 6] * c[k + 6] + sign * (im[i + 6] * d[k + 6]);
      sum7 += re[i + 7] * c[k + 7] + sign * (im[i + 7] * d[k + 7]);
    }
    // A vector of fewer numbers than lanes.
    for (; i < offset + length; i++, k++) {
      sum0 += re[i] * c[k] + sign * (im[i] * d[k]);
    }
    return ((sum0 + sum4) + (sum2 + sum6)) + ((sum1 + sum5) + (sum3 + sum7));
  }

  @Override
  public void overlaps(double[] re, double[] im, int offset, int half, double[] to) {
    to[0] = product(re, im, offset, re, im, offset + half, 1, half);
    to[1] = product(re, im, offset, im, re, offset + half, -1, half);
    to[2] = product(re, im, offset, re, im, offset, 1, half);
  }

  @Override
  public void add(
      double[] re,
      double[] im,
      int offset,
      double[] c,
      double factor,
      double[] d,
      double otherFactor,
      int at,
      int length,
      double[] toRe,
      double[] toIm) {
    if (length < SHORT) {
      for (int i = 0; i < length; i++) {
        toRe[i] = re[offset + i] + factor * c[at + i];
        toIm[i] = im[offset + i] + otherFactor * d[at + i];
      }
    } else {
      add(re, offset, factor, c, at, length, toRe);
      add(im, offset, otherFactor, d, at, length, toIm);
    }
  }

  private static void add(
      double[] a, int atA, double factor, double[] b, int atB, int length, double[] to) {
    for (int i = 0; i < length; i++) {
      to[i] = a[atA + i] + factor * b[atB + i];
    }
  }
}
