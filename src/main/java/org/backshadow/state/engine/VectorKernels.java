package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the processor's vectors: a row is one vector. */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final VectorShuffle<Double>[] flips;

  @SuppressWarnings({"unchecked", "rawtypes"})
  VectorKernels() {
    flips = new VectorShuffle[W];
    for (int f = 0; f < W; f++) {
      int flip = f;
      flips[f] = VectorShuffle.fromOp(SPECIES, lane -> lane ^ flip);
    }
  }

  @Override
  public int width() {
    return W;
  }

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(SPECIES, a, at);
  }

  private static int odd(int bits) {
    return Integer.bitCount(bits) & 1;
  }

  @Override
  public void rotate(double[] u, int rows, LocalString j, double[] weights, int at, int parity) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    if (x == 0) {
      rotateLanes(u, rows, z, flips[j.laneFlips()], weights, at, parity);
    } else if (j.laneFlips() == 0) {
      rotateRows(u, rows, x, z, weights, at, parity);
    } else {
      rotateBothWays(u, rows, x, z, flips[j.laneFlips()], weights, at, parity);
    }
  }

  private static void rotateRows(
      double[] u, int rows, int x, int z, double[] w, int at, int parity) {
    int pivot = Integer.lowestOneBit(x);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int p = odd(b & z) ^ parity;
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector first = load(u, i);
      DoubleVector second = load(u, k);
      second.fma(load(w, at + p * W), first).intoArray(u, i);
      first.fma(load(w, at + (p ^ 1) * W), second).intoArray(u, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
  }

  private static void rotateBothWays(
      double[] u,
      int rows,
      int x,
      int z,
      VectorShuffle<Double> flip,
      double[] w,
      int at,
      int parity) {
    int pivot = Integer.lowestOneBit(x);
    int back = odd(x & z);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int p = odd(b & z) ^ parity;
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector first = load(u, i);
      DoubleVector second = load(u, k);
      second.rearrange(flip).fma(load(w, at + p * W), first).intoArray(u, i);
      first.rearrange(flip).fma(load(w, at + (p ^ back) * W), second).intoArray(u, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
  }

  private static void rotateLanes(
      double[] u, int rows, int z, VectorShuffle<Double> flip, double[] w, int at, int parity) {
    for (int b = 0; b < 2 * rows; b++) {
      int p = odd(b & z) ^ parity;
      DoubleVector row = load(u, b * W);
      row.rearrange(flip).fma(load(w, at + p * W), row).intoArray(u, b * W);
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
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int z1 = first.rowSigns();
    int z2 = second.rowSigns();
    int pivot = Integer.lowestOneBit(x1);
    int pivots = pivot | Integer.lowestOneBit((x2 & pivot) != 0 ? x2 ^ x1 : x2);
    int turn1 = odd(x2 & z1);
    int turn2 = odd(x1 & z2);
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      int p1 = odd(b & z1) ^ firstParity;
      int p2 = odd(b & z2) ^ secondParity;
      int i0 = b * W;
      int i1 = (b ^ x1) * W;
      int i2 = (b ^ x2) * W;
      int i3 = (b ^ x1 ^ x2) * W;
      DoubleVector a0 = load(u, i0);
      DoubleVector a1 = load(u, i1);
      DoubleVector a2 = load(u, i2);
      DoubleVector a3 = load(u, i3);
      int s = firstAt + p1 * W;
      int t = firstAt + (p1 ^ 1) * W;
      DoubleVector b0 = a1.fma(load(w, s), a0);
      DoubleVector b1 = a0.fma(load(w, t), a1);
      s = firstAt + (p1 ^ turn1) * W;
      t = firstAt + (p1 ^ turn1 ^ 1) * W;
      DoubleVector b2 = a3.fma(load(w, s), a2);
      DoubleVector b3 = a2.fma(load(w, t), a3);
      s = secondAt + p2 * W;
      t = secondAt + (p2 ^ 1) * W;
      b2.fma(load(w, s), b0).intoArray(u, i0);
      b0.fma(load(w, t), b2).intoArray(u, i2);
      s = secondAt + (p2 ^ turn2) * W;
      t = secondAt + (p2 ^ turn2 ^ 1) * W;
      b3.fma(load(w, s), b1).intoArray(u, i1);
      b1.fma(load(w, t), b3).intoArray(u, i3);
      b = ((b | pivots) + 1) & ~pivots;
      // The lower pivot may be passed by a carry into the higher one, so both stay cleared.
    }
  }

  @Override
  public double rotateBoth(
      double[] u,
      double[] l,
      int rows,
      LocalString j,
      double[] weights,
      int at,
      double[] signs,
      int signsAt,
      int parity) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    VectorShuffle<Double> flip = flips[j.laneFlips()];
    if (x == 0) {
      return bothLanes(u, l, rows, z, flip, weights, at, signs, signsAt, parity);
    }
    return j.laneFlips() == 0
        ? bothRows(u, l, rows, x, z, weights, at, signs, signsAt, parity)
        : bothBothWays(u, l, rows, x, z, flip, weights, at, signs, signsAt, parity);
  }

  private static double bothRows(
      double[] u,
      double[] l,
      int rows,
      int x,
      int z,
      double[] w,
      int at,
      double[] signs,
      int signsAt,
      int parity) {
    int pivot = Integer.lowestOneBit(x);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int p = (odd(b & z) ^ parity) * W;
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector forth = load(w, at + p);
      DoubleVector back = load(w, at + (p ^ W));
      DoubleVector u0 = load(u, i);
      DoubleVector u1 = load(u, k);
      DoubleVector l0 = load(l, i);
      DoubleVector l1 = load(l, k);
      sum = l0.mul(u1).sub(l1.mul(u0)).fma(load(signs, signsAt + p), sum);
      u1.fma(forth, u0).intoArray(u, i);
      u0.fma(back, u1).intoArray(u, k);
      l1.fma(forth, l0).intoArray(l, i);
      l0.fma(back, l1).intoArray(l, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static double bothBothWays(
      double[] u,
      double[] l,
      int rows,
      int x,
      int z,
      VectorShuffle<Double> flip,
      double[] w,
      int at,
      double[] signs,
      int signsAt,
      int parity) {
    int pivot = Integer.lowestOneBit(x);
    int turn = odd(x & z) * W;
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int p = (odd(b & z) ^ parity) * W;
      int q = p ^ turn;
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector u0 = load(u, i);
      DoubleVector u1 = load(u, k);
      DoubleVector l0 = load(l, i);
      DoubleVector l1 = load(l, k);
      DoubleVector toU0 = u1.rearrange(flip);
      DoubleVector toU1 = u0.rearrange(flip);
      sum = l0.mul(toU0).fma(load(signs, signsAt + p), sum);
      sum = l1.mul(toU1).fma(load(signs, signsAt + q), sum);
      toU0.fma(load(w, at + p), u0).intoArray(u, i);
      toU1.fma(load(w, at + q), u1).intoArray(u, k);
      l1.rearrange(flip).fma(load(w, at + p), l0).intoArray(l, i);
      l0.rearrange(flip).fma(load(w, at + q), l1).intoArray(l, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static double bothLanes(
      double[] u,
      double[] l,
      int rows,
      int z,
      VectorShuffle<Double> flip,
      double[] w,
      int at,
      double[] signs,
      int signsAt,
      int parity) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int b = 0; b < 2 * rows; b++) {
      int p = (odd(b & z) ^ parity) * W;
      DoubleVector u0 = load(u, b * W);
      DoubleVector l0 = load(l, b * W);
      DoubleVector turned = u0.rearrange(flip);
      sum = l0.mul(turned).fma(load(signs, signsAt + p), sum);
      turned.fma(load(w, at + p), u0).intoArray(u, b * W);
      l0.rearrange(flip).fma(load(w, at + p), l0).intoArray(l, b * W);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public void turnPhases(double[] u, int rows, byte[] keys, int flip, double[] re, double[] im) {
    int half = rows * W;
    for (int v = 0; v < rows; v++) {
      int k = (keys[v] ^ flip) * W;
      int i = v * W;
      DoubleVector c = load(re, k);
      DoubleVector s = load(im, k);
      DoubleVector a = load(u, i);
      DoubleVector b = load(u, i + half);
      a.mul(c).sub(b.mul(s)).intoArray(u, i);
      a.fma(s, b.mul(c)).intoArray(u, i + half);
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
    for (int v = 0; v < rows; v++) {
      int k = (keys[v] ^ flip) * W;
      int i = v * W;
      DoubleVector c = load(re, k);
      DoubleVector s = load(im, k);
      DoubleVector a = load(u, i);
      DoubleVector b = load(u, i + half);
      DoubleVector e = load(l, i);
      DoubleVector f = load(l, i + half);
      e.mul(b).sub(f.mul(a)).add(load(sums, k)).intoArray(sums, k);
      a.fma(c, b.mul(s)).intoArray(u, i);
      b.mul(c).sub(a.mul(s)).intoArray(u, i + half);
      e.fma(c, f.mul(s)).intoArray(l, i);
      f.mul(c).sub(e.mul(s)).intoArray(l, i + half);
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
    VectorShuffle<Double> lanes = flips[laneFlips];
    for (int b = 0; b < 2 * rows; b++) {
      DoubleVector f = load(factors, (keys[b] ^ flip) * W);
      DoubleVector from = load(u, (b ^ rowFlips) * W);
      DoubleVector turned = laneFlips == 0 ? from : from.rearrange(lanes);
      turned.fma(f, load(out, b * W)).intoArray(out, b * W);
    }
  }

  @Override
  public double product(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors) {
    VectorShuffle<Double> lanes = flips[laneFlips];
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int b = 0; b < 2 * rows; b++) {
      DoubleVector f = load(factors, (keys[b] ^ flip) * W);
      DoubleVector from = load(u, (b ^ rowFlips) * W);
      DoubleVector turned = laneFlips == 0 ? from : from.rearrange(lanes);
      sum = turned.mul(f).fma(load(u, b * W), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public double dot(double[] u, double[] v, int length) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int i = 0; i < length; i += W) {
      sum = load(u, i).fma(load(v, i), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public void scale(double[] u, int length, double factor) {
    for (int i = 0; i < length; i += W) {
      load(u, i).mul(factor).intoArray(u, i);
    }
  }

  @Override
  public void gather(double[] from, double[] into, int intoRow, Coset coset, int start) {
    int run = coset.run();
    for (int v = 0; v < coset.rows(); v += run) {
      int at = start ^ coset.offset(v);
      int skew = at & (W - 1);
      int block = at ^ skew;
      int to = (intoRow + v) * W;
      if (skew == 0) {
        System.arraycopy(from, block, into, to, run * W);
      } else {
        VectorShuffle<Double> flip = flips[skew];
        for (int i = 0; i < run * W; i += W) {
          load(from, block + i).rearrange(flip).intoArray(into, to + i);
        }
      }
    }
  }

  @Override
  public void scatter(
      double[] from, int fromRow, double[] into, Coset coset, int start, double factor) {
    int run = coset.run();
    for (int v = 0; v < coset.rows(); v += run) {
      int at = start ^ coset.offset(v);
      int skew = at & (W - 1);
      int block = at ^ skew;
      int row = (fromRow + v) * W;
      if (skew == 0) {
        for (int i = 0; i < run * W; i += W) {
          load(from, row + i).mul(factor).intoArray(into, block + i);
        }
      } else {
        VectorShuffle<Double> flip = flips[skew];
        for (int i = 0; i < run * W; i += W) {
          load(from, row + i).mul(factor).rearrange(flip).intoArray(into, block + i);
        }
      }
    }
  }

  @Override
  public void scatterAdd(double[] from, int fromRow, double[] into, Coset coset, int start) {
    int run = coset.run();
    for (int v = 0; v < coset.rows(); v += run) {
      int at = start ^ coset.offset(v);
      int skew = at & (W - 1);
      int block = at ^ skew;
      int row = (fromRow + v) * W;
      VectorShuffle<Double> flip = flips[skew];
      for (int i = 0; i < run * W; i += W) {
        load(from, row + i).rearrange(flip).add(load(into, block + i)).intoArray(into, block + i);
      }
    }
  }
}
