package org.backshadow.state;

/**
 * Loops over amplitudes for Pauli strings given as bit masks: {@code P|j> = i^popcount(x&z)
 * (-1)^parity(z&j) |j^x>}.
 */
final class PauliKernel {
  private PauliKernel() {}

  /** Overwrites psi by {@code exp(-i angle P / 2)} psi, where all control bits are 1. */
  static void rotate(double[] re, double[] im, int x, int z, int controls, double angle) {
    double c = StrictMath.cos(angle / 2);
    double s = StrictMath.sin(angle / 2);
    if (x == 0) {
      rotateDiagonal(re, im, z, controls, c, s);
      return;
    }
    int ys = Integer.bitCount(x & z);
    // -i s i^ys (-1)^parity = (factorRe + i factorIm) (-1)^parity
    double factorRe = (ys & 1) == 0 ? 0 : ((ys & 3) == 1 ? s : -s);
    double factorIm = (ys & 1) == 1 ? 0 : ((ys & 3) == 0 ? -s : s);
    // The two ends of a pair have signs that differ by (-1)^ys.
    double back = (ys & 1) == 0 ? 1 : -1;
    int pivot = Integer.highestOneBit(x);
    for (int block = 0; block < re.length; block += 2 * pivot) {
      for (int i = block; i < block + pivot; i++) {
        if ((i & controls) != controls) {
          continue;
        }
        int j = i ^ x;
        double sign = 1 - 2 * (Integer.bitCount(i & z) & 1);
        double toJre = sign * factorRe;
        double toJim = sign * factorIm;
        double toIre = back * toJre;
        double toIim = back * toJim;
        double ar = re[i];
        double ai = im[i];
        double br = re[j];
        double bi = im[j];
        re[i] = c * ar + toIre * br - toIim * bi;
        im[i] = c * ai + toIre * bi + toIim * br;
        re[j] = c * br + toJre * ar - toJim * ai;
        im[j] = c * bi + toJre * ai + toJim * ar;
      }
    }
  }

  private static void rotateDiagonal(
      double[] re, double[] im, int z, int controls, double c, double s) {
    for (int i = 0; i < re.length; i++) {
      if ((i & controls) == controls) {
        double t = (Integer.bitCount(i & z) & 1) == 0 ? -s : s;
        double ar = re[i];
        re[i] = c * ar - t * im[i];
        im[i] = c * im[i] + t * ar;
      }
    }
  }

  /**
   * Adds {@code factor P psi}, restricted to where the control bits are all 1, to a sum, which is
   * overwritten; psi is read, and x must not touch the controls.
   */
  static void addProduct(
      double[] sumRe,
      double[] sumIm,
      double[] re,
      double[] im,
      int x,
      int z,
      int controls,
      double factor) {
    int ys = Integer.bitCount(x & z) & 3;
    double phaseRe = ys == 0 ? factor : ys == 2 ? -factor : 0;
    double phaseIm = ys == 1 ? factor : ys == 3 ? -factor : 0;
    for (int j = 0; j < re.length; j++) {
      if ((j & controls) != controls) {
        continue;
      }
      double sign = 1 - 2 * (Integer.bitCount(j & z) & 1);
      double pr = sign * phaseRe;
      double pi = sign * phaseIm;
      sumRe[j ^ x] += pr * re[j] - pi * im[j];
      sumIm[j ^ x] += pr * im[j] + pi * re[j];
    }
  }

  /**
   * The real or imaginary part of {@code <a|P|b>} over the indices whose control bits are all 1; x
   * must not touch the controls. All arrays are read.
   */
  static double inner(
      double[] aRe,
      double[] aIm,
      double[] bRe,
      double[] bIm,
      int x,
      int z,
      int controls,
      boolean imaginary) {
    double re = 0;
    double im = 0;
    for (int j = 0; j < bRe.length; j++) {
      if ((j & controls) == controls) {
        int i = j ^ x;
        double sign = 1 - 2 * (Integer.bitCount(j & z) & 1);
        re += sign * (aRe[i] * bRe[j] + aIm[i] * bIm[j]);
        im += sign * (aRe[i] * bIm[j] - aIm[i] * bRe[j]);
      }
    }
    // times i^ys
    return switch (Integer.bitCount(x & z) & 3) {
      case 0 -> imaginary ? im : re;
      case 1 -> imaginary ? re : -im;
      case 2 -> imaginary ? -im : -re;
      default -> imaginary ? -re : im;
    };
  }
}
