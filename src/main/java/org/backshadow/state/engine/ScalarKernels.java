package org.backshadow.state.engine;

/** The kernels in plain Java, for where the module of vectors is absent. */
final class ScalarKernels implements Kernels {
  private static final int W = 8;

  @Override
  public int width() {
    return W;
  }

  private static int odd(int bits) {
    return Integer.bitCount(bits) & 1;
  }

  @Override
  public void rotate(double[] u, int rows, LocalString j, double[] w, int at, int parity) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    int lanes = j.laneFlips();
    if (x == 0) {
      for (int b = 0; b < 2 * rows; b++) {
        rotateRow(u, b * W, lanes, w, at + (odd(b & z) ^ parity) * W);
      }
      return;
    }
    int pivot = Integer.lowestOneBit(x);
    int turn = odd(x & z);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int p = odd(b & z) ^ parity;
      rotatePair(u, b * W, (b ^ x) * W, lanes, w, at + p * W, at + (p ^ turn) * W);
      b = ((b | pivot) + 1) & ~pivot;
    }
  }

  private static void rotatePair(
      double[] u, int i, int k, int lanes, double[] w, int forth, int back) {
    for (int l = 0; l < W; l++) {
      int m = l ^ lanes;
      double first = u[i + l];
      double second = u[k + m];
      u[i + l] = first + w[forth + l] * second;
      u[k + m] = second + w[back + m] * first;
    }
  }

  /** Within a row: the lanes that trade places, each pair once. */
  private static void rotateRow(double[] u, int i, int lanes, double[] w, int at) {
    int pivot = Integer.lowestOneBit(lanes);
    for (int l = 0; l < W; l++) {
      if ((l & pivot) == 0) {
        int m = l ^ lanes;
        double first = u[i + l];
        double second = u[i + m];
        u[i + l] = first + w[at + l] * second;
        u[i + m] = second + w[at + m] * first;
      }
    }
  }

  @Override
  public void rotateTwice(
      double[] u,
      int rows,
      LocalString first,
      int firstAt,
      int firstParity,
      LocalString second,
      int secondAt,
      int secondParity,
      double[] w) {
    rotate(u, rows, first, w, firstAt, firstParity);
    rotate(u, rows, second, w, secondAt, secondParity);
  }

  @Override
  public double rotateBoth(
      double[] u,
      double[] l,
      int rows,
      LocalString j,
      double[] w,
      int at,
      double[] signs,
      int signsAt,
      int parity) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    double sum = 0;
    for (int b = 0; b < 2 * rows; b++) {
      int p = signsAt + (odd(b & z) ^ parity) * W;
      int k = (b ^ x) * W;
      for (int n = 0; n < W; n++) {
        sum += signs[p + n] * (l[b * W + n] * u[k + (n ^ j.laneFlips())]);
      }
    }
    rotate(u, rows, j, w, at, parity);
    rotate(l, rows, j, w, at, parity);
    return sum;
  }

  @Override
  public void turnPhases(double[] u, int rows, byte[] keys, int flip, double[] re, double[] im) {
    int half = rows * W;
    for (int i = 0; i < half; i++) {
      int k = (keys[i / W] ^ flip) * W + i % W;
      double a = u[i];
      double b = u[i + half];
      u[i] = a * re[k] - b * im[k];
      u[i + half] = a * im[k] + b * re[k];
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
      u[i] = a * re[k] + b * im[k];
      u[i + half] = b * re[k] - a * im[k];
      l[i] = e * re[k] + f * im[k];
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
        out[b * W + n] += factors[f + n] * u[k + (n ^ laneFlips)];
      }
    }
  }

  @Override
  public double product(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors) {
    double sum = 0;
    for (int b = 0; b < 2 * rows; b++) {
      int f = (keys[b] ^ flip) * W;
      int k = (b ^ rowFlips) * W;
      for (int n = 0; n < W; n++) {
        sum += u[b * W + n] * (factors[f + n] * u[k + (n ^ laneFlips)]);
      }
    }
    return sum;
  }

  @Override
  public double dot(double[] u, double[] v, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
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
