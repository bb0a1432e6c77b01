package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Strings of an observable times a piece, and their expectation values, vector by vector. */
final class VectorProducts {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final VectorShuffle<Double>[] flips;
  private final DoubleVector[] laneSigns;

  /** With the exchange of lanes by each mask, and the signs of the lanes under each mask. */
  VectorProducts(VectorShuffle<Double>[] flips, DoubleVector[] laneSigns) {
    this.flips = flips;
    this.laneSigns = laneSigns;
  }

  void add(
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
      DoubleVector f = DoubleVector.fromArray(SPECIES, factors, (keys[b] ^ flip) * W);
      DoubleVector from = DoubleVector.fromArray(SPECIES, u, (b ^ rowFlips) * W);
      DoubleVector turned = laneFlips == 0 ? from : from.rearrange(lanes);
      turned.fma(f, DoubleVector.fromArray(SPECIES, out, b * W)).intoArray(out, b * W);
    }
  }

  void addTwo(
      double[] out,
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor) {
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int z1 = first.rowSigns();
    int z2 = second.rowSigns();
    int pivot = Integer.lowestOneBit(x1);
    int pivots = pivot | Integer.lowestOneBit((x2 & pivot) != 0 ? x2 ^ x1 : x2);
    DoubleVector weight1 = laneSigns[first.laneSigns()].mul(firstFactor);
    DoubleVector weight2 = laneSigns[second.laneSigns()].mul(secondFactor);
    DoubleVector turned1 = weight1.mul(VectorKernels.sign(x2 & z1));
    DoubleVector turned2 = weight2.mul(VectorKernels.sign(x1 & z2));
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      int i0 = b * W;
      int i1 = (b ^ x1) * W;
      int i2 = (b ^ x2) * W;
      int i3 = (b ^ x1 ^ x2) * W;
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, u, i1);
      DoubleVector u2 = DoubleVector.fromArray(SPECIES, u, i2);
      DoubleVector u3 = DoubleVector.fromArray(SPECIES, u, i3);
      double s1 = 1 - 2 * (Integer.bitCount(b & z1) & 1);
      double s2 = 1 - 2 * (Integer.bitCount(b & z2) & 1);
      DoubleVector w1 = weight1.mul(s1);
      DoubleVector w2 = weight2.mul(s2);
      DoubleVector v1 = turned1.mul(s1);
      DoubleVector v2 = turned2.mul(s2);
      u2.fma(w2, u1.fma(w1, DoubleVector.fromArray(SPECIES, out, i0))).intoArray(out, i0);
      u3.fma(v2, u0.fma(w1, DoubleVector.fromArray(SPECIES, out, i1))).intoArray(out, i1);
      u0.fma(w2, u3.fma(v1, DoubleVector.fromArray(SPECIES, out, i2))).intoArray(out, i2);
      u1.fma(v2, u2.fma(v1, DoubleVector.fromArray(SPECIES, out, i3))).intoArray(out, i3);
      b = ((b | pivots) + 1) & ~pivots;
    }
  }

  double value(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors) {
    VectorShuffle<Double> lanes = flips[laneFlips];
    DoubleVector sum = DoubleVector.zero(SPECIES);
    // J is symmetric, so of two rows that trade places one tells all.
    int pivot = Integer.lowestOneBit(rowFlips);
    int times = rowFlips == 0 ? 1 : 2;
    int b = 0;
    for (int count = 2 * rows / times; count > 0; count--) {
      DoubleVector f = DoubleVector.fromArray(SPECIES, factors, (keys[b] ^ flip) * W);
      DoubleVector from = DoubleVector.fromArray(SPECIES, u, (b ^ rowFlips) * W);
      DoubleVector turned = laneFlips == 0 ? from : from.rearrange(lanes);
      sum = turned.mul(f).fma(DoubleVector.fromArray(SPECIES, u, b * W), sum);
      b = ((b | pivot) + 1) & ~pivot;
    }
    return times * VectorKernels.total(sum);
  }

  double valueOfTwo(
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor) {
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int z1 = first.rowSigns();
    int z2 = second.rowSigns();
    int pivot = Integer.lowestOneBit(x1);
    int pivots = pivot | Integer.lowestOneBit((x2 & pivot) != 0 ? x2 ^ x1 : x2);
    double turn1 = VectorKernels.sign(x2 & z1);
    double turn2 = VectorKernels.sign(x1 & z2);
    DoubleVector sum1 = DoubleVector.zero(SPECIES);
    DoubleVector sum2 = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, b * W);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, u, (b ^ x1) * W);
      DoubleVector u2 = DoubleVector.fromArray(SPECIES, u, (b ^ x2) * W);
      DoubleVector u3 = DoubleVector.fromArray(SPECIES, u, (b ^ x1 ^ x2) * W);
      DoubleVector s1 =
          DoubleVector.broadcast(SPECIES, (double) (1 - 2 * (Integer.bitCount(b & z1) & 1)));
      DoubleVector s2 =
          DoubleVector.broadcast(SPECIES, (double) (1 - 2 * (Integer.bitCount(b & z2) & 1)));
      sum1 = u2.mul(turn1).fma(u3, u0.mul(u1)).fma(s1, sum1);
      sum2 = u1.mul(turn2).fma(u3, u0.mul(u2)).fma(s2, sum2);
      b = ((b | pivots) + 1) & ~pivots;
    }
    // The matrices are symmetric: of two rows that trade places one tells all.
    double value1 = VectorKernels.total(sum1.mul(laneSigns[first.laneSigns()]));
    double value2 = VectorKernels.total(sum2.mul(laneSigns[second.laneSigns()]));
    return 2 * (firstFactor * value1 + secondFactor * value2);
  }

  double dot(double[] u, double[] v, int length) {
    DoubleVector even = DoubleVector.zero(SPECIES);
    DoubleVector odd = DoubleVector.zero(SPECIES);
    int i = 0;
    // A sum waits for the one before, so two take turns. Rows of both parts are even in number.
    for (int count = length / (2 * W); count > 0; count--) {
      even = DoubleVector.fromArray(SPECIES, u, i).fma(DoubleVector.fromArray(SPECIES, v, i), even);
      int k = i + W;
      odd = DoubleVector.fromArray(SPECIES, u, k).fma(DoubleVector.fromArray(SPECIES, v, k), odd);
      i = k + W;
    }
    return VectorKernels.total(even.add(odd));
  }
}
