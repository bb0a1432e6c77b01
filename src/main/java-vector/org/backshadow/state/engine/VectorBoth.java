package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** One or two rotations of both vectors of a gradient in one pass, with their {@code l . J u}. */
final class VectorBoth {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final VectorShuffle<Double>[] flips;
  private final DoubleVector[] laneSigns;

  /** With the exchange of lanes by each mask, and the signs of the lanes under each mask. */
  VectorBoth(VectorShuffle<Double>[] flips, DoubleVector[] laneSigns) {
    this.flips = flips;
    this.laneSigns = laneSigns;
  }

  double rotate(double[] u, double[] l, int rows, LocalString j, double tangent) {
    int z = j.rowSigns();
    DoubleVector signs = laneSigns[j.laneSigns()];
    if (j.rowFlips() == 0) {
      return rotateLanes(u, l, rows, z, flips[j.laneFlips()], signs, tangent);
    }
    return j.laneFlips() == 0
        ? rotateRows(u, l, rows, j.rowFlips(), z, signs, tangent)
        : rotateBothWays(u, l, rows, j.rowFlips(), z, flips[j.laneFlips()], signs, tangent);
  }

  private static double rotateRows(
      double[] u, double[] l, int rows, int flips, int signs, DoubleVector lanes, double tangent) {
    DoubleVector w = lanes.mul(tangent);
    DoubleVector v = w.neg();
    DoubleVector plus = DoubleVector.zero(SPECIES);
    DoubleVector minus = DoubleVector.zero(SPECIES);
    int x = flips * W;
    int z = signs * W;
    int still = Integer.lowestOneBit(x) | W - 1;
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int i0 = b ^ -(Integer.bitCount(b & z) & 1) & x;
      int i1 = i0 ^ x;
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, u, i1);
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, i0);
      DoubleVector l1 = DoubleVector.fromArray(SPECIES, l, i1);
      plus = l0.fma(u1, plus);
      minus = l1.fma(u0, minus);
      u1.fma(w, u0).intoArray(u, i0);
      u0.fma(v, u1).intoArray(u, i1);
      l1.fma(w, l0).intoArray(l, i0);
      l0.fma(v, l1).intoArray(l, i1);
      b = (b | still) + 1 & ~still;
    }
    return VectorKernels.total(plus.sub(minus).mul(lanes));
  }

  private static double rotateBothWays(
      double[] u,
      double[] l,
      int rows,
      int x,
      int z,
      VectorShuffle<Double> flip,
      DoubleVector signs,
      double tangent) {
    DoubleVector weight = signs.mul(tangent);
    int pivot = Integer.lowestOneBit(x);
    double turn = VectorKernels.sign(x & z);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      double s = 1 - 2 * (Integer.bitCount(b & z) & 1);
      DoubleVector w = weight.mul(s);
      DoubleVector back = w.mul(turn);
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, u, k);
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, i);
      DoubleVector l1 = DoubleVector.fromArray(SPECIES, l, k);
      DoubleVector toU0 = u1.rearrange(flip);
      DoubleVector toU1 = u0.rearrange(flip);
      sum = l0.mul(toU0).add(l1.mul(toU1).mul(turn)).mul(s).add(sum);
      toU0.fma(w, u0).intoArray(u, i);
      toU1.fma(back, u1).intoArray(u, k);
      l1.rearrange(flip).fma(w, l0).intoArray(l, i);
      l0.rearrange(flip).fma(back, l1).intoArray(l, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
    return VectorKernels.total(sum.mul(signs));
  }

  private static double rotateLanes(
      double[] u,
      double[] l,
      int rows,
      int z,
      VectorShuffle<Double> flip,
      DoubleVector signs,
      double tangent) {
    DoubleVector weight = signs.mul(tangent);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int b = 0; b < 2 * rows; b++) {
      DoubleVector s =
          DoubleVector.broadcast(SPECIES, (double) (1 - 2 * (Integer.bitCount(b & z) & 1)));
      DoubleVector w = weight.mul(s);
      int i = b * W;
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, i);
      DoubleVector turned = u0.rearrange(flip);
      sum = l0.mul(turned).fma(s, sum);
      turned.fma(w, u0).intoArray(u, i);
      l0.rearrange(flip).fma(w, l0).intoArray(l, i);
    }
    return VectorKernels.total(sum.mul(signs));
  }

  void rotateTwice(
      double[] u, double[] l, int rows, Orbits orbits, double first, double second, double[] sums) {
    DoubleVector signs1 = laneSigns[orbits.first().laneSigns()];
    DoubleVector signs2 = laneSigns[orbits.second().laneSigns()];
    DoubleVector w1 = signs1.mul(first);
    DoubleVector w2 = signs2.mul(second);
    DoubleVector w12 = w1.mul(orbits.turn(0, 1));
    DoubleVector w21 = w2.mul(orbits.turn(1, 0));
    DoubleVector v1 = w1.neg();
    DoubleVector v2 = w2.neg();
    DoubleVector v12 = w12.neg();
    DoubleVector v21 = w21.neg();
    DoubleVector plus1 = DoubleVector.zero(SPECIES);
    DoubleVector minus1 = DoubleVector.zero(SPECIES);
    DoubleVector plus12 = DoubleVector.zero(SPECIES);
    DoubleVector minus12 = DoubleVector.zero(SPECIES);
    DoubleVector plus2 = DoubleVector.zero(SPECIES);
    DoubleVector minus2 = DoubleVector.zero(SPECIES);
    DoubleVector plus21 = DoubleVector.zero(SPECIES);
    DoubleVector minus21 = DoubleVector.zero(SPECIES);
    int x1 = orbits.first().rowFlips() * W;
    int x2 = orbits.second().rowFlips() * W;
    int m1 = orbits.masks()[0] * W;
    int m2 = orbits.masks()[1] * W;
    int still = orbits.pivots() * W | W - 1;
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      int i0 = b ^ -(Integer.bitCount(b & m1) & 1) & x1;
      i0 ^= -(Integer.bitCount(b & m2) & 1) & x2;
      int i1 = i0 ^ x1;
      int i2 = i0 ^ x2;
      int i3 = i1 ^ x2;
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, u, i1);
      DoubleVector u2 = DoubleVector.fromArray(SPECIES, u, i2);
      DoubleVector u3 = DoubleVector.fromArray(SPECIES, u, i3);
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, i0);
      DoubleVector l1 = DoubleVector.fromArray(SPECIES, l, i1);
      DoubleVector l2 = DoubleVector.fromArray(SPECIES, l, i2);
      DoubleVector l3 = DoubleVector.fromArray(SPECIES, l, i3);
      plus1 = l0.fma(u1, plus1);
      minus1 = l1.fma(u0, minus1);
      plus12 = l2.fma(u3, plus12);
      minus12 = l3.fma(u2, minus12);
      DoubleVector a0 = u1.fma(w1, u0);
      DoubleVector a1 = u0.fma(v1, u1);
      DoubleVector a2 = u3.fma(w12, u2);
      DoubleVector a3 = u2.fma(v12, u3);
      DoubleVector b0 = l1.fma(w1, l0);
      DoubleVector b1 = l0.fma(v1, l1);
      DoubleVector b2 = l3.fma(w12, l2);
      DoubleVector b3 = l2.fma(v12, l3);
      plus2 = b0.fma(a2, plus2);
      minus2 = b2.fma(a0, minus2);
      plus21 = b1.fma(a3, plus21);
      minus21 = b3.fma(a1, minus21);
      a2.fma(w2, a0).intoArray(u, i0);
      a0.fma(v2, a2).intoArray(u, i2);
      b2.fma(w2, b0).intoArray(l, i0);
      b0.fma(v2, b2).intoArray(l, i2);
      a3.fma(w21, a1).intoArray(u, i1);
      a1.fma(v21, a3).intoArray(u, i3);
      b3.fma(w21, b1).intoArray(l, i1);
      b1.fma(v21, b3).intoArray(l, i3);
      b = (b | still) + 1 & ~still;
    }
    DoubleVector sum1 = plus1.sub(minus1).add(plus12.sub(minus12).mul(orbits.turn(0, 1)));
    DoubleVector sum2 = plus2.sub(minus2).add(plus21.sub(minus21).mul(orbits.turn(1, 0)));
    sums[0] += VectorKernels.total(sum1.mul(signs1));
    sums[1] += VectorKernels.total(sum2.mul(signs2));
  }
}
