package org.backshadow.state.engine;

import static org.backshadow.state.engine.MultiplyAdd.fma;

/**
 * The kernels in plain Java, for where the module of vectors is absent: every number is rounded as
 * by vectors of eight, so that the bits are the same with and without it.
 */
final class ScalarKernels implements Kernels {
  private static final int W = 8;

  private final double[] laneSigns = Weights.signs(W);
  private final ScalarSums sums = new ScalarSums(W, laneSigns);

  @Override
  public int width() {
    return W;
  }

  /** -1 where the bits are odd, else 1. */
  private static double sign(int bits) {
    return 1 - 2 * (Integer.bitCount(bits) & 1);
  }

  @Override
  public void rotate(double[] u, int rows, LocalString j, double tangent) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    int lanes = j.laneFlips();
    int pivot = Integer.lowestOneBit(x == 0 ? lanes : x);
    int signs = 2 * W * j.laneSigns();
    for (int b = 0; b < 2 * rows; b++) {
      if (x == 0 || (b & pivot) == 0) {
        double forth = sign(b & z) * tangent;
        double back = sign((b ^ x) & z) * tangent;
        for (int n = 0; n < W; n++) {
          if (x != 0 || (n & pivot) == 0) {
            int i = b * W + n;
            int m = n ^ lanes;
            int k = (b ^ x) * W + m;
            double first = u[i];
            double second = u[k];
            u[i] = fma(forth * laneSigns[signs + n], second, first);
            u[k] = fma(back * laneSigns[signs + m], first, second);
          }
        }
      }
    }
  }

  @Override
  public void rotateTwice(double[] u, int rows, Orbits orbits, double first, double second) {
    rotate(u, rows, orbits.first(), first);
    rotate(u, rows, orbits.second(), second);
  }

  @Override
  public void rotateThrice(
      double[] u, int rows, Orbits orbits, double first, double second, double third) {
    rotateTwice(u, rows, orbits, first, second);
    rotate(u, rows, orbits.strings().get(2), third);
  }

  @Override
  public double rotateBoth(double[] u, double[] l, int rows, LocalString j, double tangent) {
    double sum = sums.between(l, u, rows, j);
    rotate(u, rows, j, tangent);
    rotate(l, rows, j, tangent);
    return sum;
  }

  @Override
  public void rotateBothTwice(
      double[] u, double[] l, int rows, Orbits orbits, double first, double second, double[] into) {
    if (orbits.flipLanes()) {
      into[0] += rotateBoth(u, l, rows, orbits.first(), first);
      into[1] += rotateBoth(u, l, rows, orbits.second(), second);
      return;
    }
    into[0] += sums.betweenOrbits(l, u, rows, orbits, 0);
    rotate(u, rows, orbits.first(), first);
    rotate(l, rows, orbits.first(), first);
    into[1] += sums.betweenOrbits(l, u, rows, orbits, 1);
    rotate(u, rows, orbits.second(), second);
    rotate(l, rows, orbits.second(), second);
  }

  @Override
  public void turnPhases(double[] u, int rows, byte[] keys, int flip, double[] re, double[] im) {
    int half = rows * W;
    for (int i = 0; i < half; i++) {
      int k = (keys[i / W] ^ flip) * W + i % W;
      double a = u[i];
      double b = u[i + half];
      u[i] = a * re[k] - b * im[k];
      u[i + half] = fma(a, im[k], b * re[k]);
    }
  }

  @Override
  public void turnPhasesBack(
      double[] u,
      double[] l,
      int rows,
      byte[] keys,
      int flip,
      double[] re,
      double[] im,
      double[] sums) {
    int half = rows * W;
    for (int i = 0; i < half; i++) {
      int k = (keys[i / W] ^ flip) * W + i % W;
      double a = u[i];
      double b = u[i + half];
      double e = l[i];
      double f = l[i + half];
      sums[k] += e * b - f * a;
      u[i] = fma(a, re[k], b * im[k]);
      u[i + half] = b * re[k] - a * im[k];
      l[i] = fma(e, re[k], f * im[k]);
      l[i + half] = f * re[k] - e * im[k];
    }
  }

  @Override
  public void addProduct(
      double[] out,
      double[] u,
      int rows,
      int rowFlips,
      int laneFlips,
      byte[] keys,
      int flip,
      double[] factors) {
    for (int b = 0; b < 2 * rows; b++) {
      int f = (keys[b] ^ flip) * W;
      int k = (b ^ rowFlips) * W;
      for (int n = 0; n < W; n++) {
        out[b * W + n] = fma(u[k + (n ^ laneFlips)], factors[f + n], out[b * W + n]);
      }
    }
  }

  @Override
  public void addProducts(
      double[] out,
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor) {
    addProduct(out, u, rows, first, firstFactor);
    addProduct(out, u, rows, second, secondFactor);
  }

  private void addProduct(double[] out, double[] u, int rows, LocalString j, double factor) {
    int signs = 2 * W * j.laneSigns();
    for (int b = 0; b < 2 * rows; b++) {
      double signed = sign(b & j.rowSigns()) * factor;
      int k = (b ^ j.rowFlips()) * W;
      for (int n = 0; n < W; n++) {
        out[b * W + n] = fma(u[k + n], signed * laneSigns[signs + n], out[b * W + n]);
      }
    }
  }

  @Override
  public double product(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors) {
    return sums.ofString(u, rows, rowFlips, laneFlips, keys, flip, factors);
  }

  @Override
  public double products(
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor) {
    double one = sums.ofOneOfTwo(u, rows, first, second, first);
    double other = sums.ofOneOfTwo(u, rows, first, second, second);
    return 2 * (firstFactor * one + secondFactor * other);
  }

  @Override
  public double dot(double[] u, double[] v, int length) {
    return sums.dot(u, v, length);
  }

  @Override
  public void scale(double[] u, int length, double factor) {
    for (int i = 0; i < length; i++) {
      u[i] *= factor;
    }
  }

  @Override
  public void gather(double[] from, double[] into, int intoRow, Coset coset, int start) {
    for (int v = 0; v < coset.rows(); v++) {
      int at = start ^ coset.offset(v);
      for (int n = 0; n < W; n++) {
        into[(intoRow + v) * W + n] = from[at ^ n];
      }
    }
  }

  @Override
  public void scatter(
      double[] from, int fromRow, double[] into, Coset coset, int start, double factor) {
    for (int v = 0; v < coset.rows(); v++) {
      int at = start ^ coset.offset(v);
      for (int n = 0; n < W; n++) {
        into[at ^ n] = factor * from[(fromRow + v) * W + n];
      }
    }
  }

  @Override
  public void scatterAdd(double[] from, int fromRow, double[] into, Coset coset, int start) {
    for (int v = 0; v < coset.rows(); v++) {
      int at = start ^ coset.offset(v);
      for (int n = 0; n < W; n++) {
        into[at ^ n] += from[(fromRow + v) * W + n];
      }
    }
  }
}
