package org.backshadow.state.engine;

import static org.backshadow.state.engine.MultiplyAdd.fma;

/**
 * Sums of products in plain Java: one for each lane, in the order in which the kernels on vectors
 * add.
 */
final class ScalarSums {
  private final int width;
  private final double[] laneSigns;

  /** With the signs of the lanes under each mask. */
  ScalarSums(int width, double[] laneSigns) {
    this.width = width;
    this.laneSigns = laneSigns;
  }

  /** {@code l . J u}. */
  double between(double[] l, double[] u, int rows, LocalString j) {
    if (j.rowFlips() == 0) {
      return betweenLanes(l, u, rows, j);
    }
    return j.laneFlips() == 0 ? betweenRows(l, u, rows, j) : betweenBoth(l, u, rows, j);
  }

  private double betweenRows(double[] l, double[] u, int rows, LocalString j) {
    int x = j.rowFlips();
    int pivot = Integer.lowestOneBit(x);
    double[] plus = new double[width];
    double[] minus = new double[width];
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int row = odd(b & j.rowSigns()) ? b ^ x : b;
      add(plus, l, row, u, row ^ x);
      add(minus, l, row ^ x, u, row);
      b = (b | pivot) + 1 & ~pivot;
    }
    double total = 0;
    for (int n = 0; n < width; n++) {
      total += (plus[n] - minus[n]) * laneSign(j, n);
    }
    return total;
  }

  private double betweenLanes(double[] l, double[] u, int rows, LocalString j) {
    double[] sum = new double[width];
    for (int b = 0; b < 2 * rows; b++) {
      double sign = sign(b & j.rowSigns());
      for (int n = 0; n < width; n++) {
        double product = l[b * width + n] * u[b * width + (n ^ j.laneFlips())];
        sum[n] = fma(product, sign, sum[n]);
      }
    }
    return total(sum, j);
  }

  private double betweenBoth(double[] l, double[] u, int rows, LocalString j) {
    int x = j.rowFlips();
    int pivot = Integer.lowestOneBit(x);
    double turn = sign(x & j.rowSigns());
    double[] sum = new double[width];
    int b = 0;
    for (int count = rows; count > 0; count--) {
      double sign = sign(b & j.rowSigns());
      int i = b * width;
      int k = (b ^ x) * width;
      for (int n = 0; n < width; n++) {
        int m = n ^ j.laneFlips();
        double there = l[i + n] * u[k + m];
        double back = l[k + n] * u[i + m];
        sum[n] += (there + turn * back) * sign;
      }
      b = (b | pivot) + 1 & ~pivot;
    }
    return total(sum, j);
  }

  /** {@code l . J u} of string k of two, orbit by orbit. */
  double betweenOrbits(double[] l, double[] u, int rows, Orbits orbits, int k) {
    LocalString own = orbits.strings().get(k);
    int x = own.rowFlips();
    int y = orbits.strings().get(1 - k).rowFlips();
    int x1 = orbits.first().rowFlips();
    int x2 = orbits.second().rowFlips();
    int pivots = orbits.pivots();
    double[][] sums = new double[4][width];
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      int row = b ^ (odd(b & orbits.masks()[0]) ? x1 : 0) ^ (odd(b & orbits.masks()[1]) ? x2 : 0);
      add(sums[0], l, row, u, row ^ x);
      add(sums[1], l, row ^ x, u, row);
      add(sums[2], l, row ^ y, u, row ^ x ^ y);
      add(sums[3], l, row ^ x ^ y, u, row ^ y);
      b = (b | pivots) + 1 & ~pivots;
    }
    double turn = orbits.turn(k, 1 - k);
    double total = 0;
    for (int n = 0; n < width; n++) {
      double sum = sums[0][n] - sums[1][n] + (sums[2][n] - sums[3][n]) * turn;
      total += sum * laneSign(own, n);
    }
    return total;
  }

  /** {@code u . f J u} of a symmetric J: of two rows that trade places one tells all. */
  double ofString(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors) {
    double[] sum = new double[width];
    int pivot = Integer.lowestOneBit(rowFlips);
    int times = rowFlips == 0 ? 1 : 2;
    int b = 0;
    for (int count = 2 * rows / times; count > 0; count--) {
      int f = (keys[b] ^ flip) * width;
      int k = (b ^ rowFlips) * width;
      for (int n = 0; n < width; n++) {
        double turned = u[k + (n ^ laneFlips)] * factors[f + n];
        sum[n] = fma(turned, u[b * width + n], sum[n]);
      }
      b = (b | pivot) + 1 & ~pivot;
    }
    return times * total(sum);
  }

  /** Half of {@code u . J u} of one of two strings, orbit by orbit. */
  double ofOneOfTwo(double[] u, int rows, LocalString first, LocalString second, LocalString own) {
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int pivot = Integer.lowestOneBit(x1);
    int pivots = pivot | Integer.lowestOneBit((x2 & pivot) != 0 ? x2 ^ x1 : x2);
    int x = own.rowFlips();
    int y = x1 ^ x2 ^ x;
    double turn = sign(y & own.rowSigns());
    double[] sum = new double[width];
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      double sign = sign(b & own.rowSigns());
      for (int n = 0; n < width; n++) {
        double near = u[b * width + n] * u[(b ^ x) * width + n];
        double far = u[(b ^ y) * width + n] * turn;
        sum[n] = fma(fma(far, u[(b ^ x ^ y) * width + n], near), sign, sum[n]);
      }
      b = (b | pivots) + 1 & ~pivots;
    }
    return total(sum, own);
  }

  /** Even and odd rows apart. */
  double dot(double[] u, double[] v, int length) {
    double[] even = new double[width];
    double[] odd = new double[width];
    for (int row = 0; row < length / width; row++) {
      add(row % 2 == 0 ? even : odd, u, row, v, row);
    }
    double total = 0;
    for (int n = 0; n < width; n++) {
      total += even[n] + odd[n];
    }
    return total;
  }

  /** The products of two rows, lane by lane. */
  private void add(double[] sums, double[] u, int row, double[] v, int other) {
    for (int n = 0; n < width; n++) {
      sums[n] = fma(u[row * width + n], v[other * width + n], sums[n]);
    }
  }

  private static boolean odd(int bits) {
    return (Integer.bitCount(bits) & 1) == 1;
  }

  private static double sign(int bits) {
    return odd(bits) ? -1 : 1;
  }

  private double laneSign(LocalString j, int lane) {
    return laneSigns[2 * width * j.laneSigns() + lane];
  }

  private double total(double[] sum) {
    double total = 0;
    for (double lane : sum) {
      total += lane;
    }
    return total;
  }

  private double total(double[] sum, LocalString j) {
    double total = 0;
    for (int n = 0; n < width; n++) {
      total += sum[n] * laneSign(j, n);
    }
    return total;
  }
}
