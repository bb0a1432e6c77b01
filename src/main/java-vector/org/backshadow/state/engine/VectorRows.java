package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One to three rotations in one pass over a piece, none of which flips lanes. Each orbit starts at
 * the row without signs, so that all weights stay in registers, and its rows are numbered by which
 * of the flips they have. Numbers of rows are those of their first elements.
 */
final class VectorRows {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final DoubleVector[] laneSigns;

  /** With the signs of the lanes under each mask. */
  VectorRows(DoubleVector[] laneSigns) {
    this.laneSigns = laneSigns;
  }

  void rotate(double[] u, int rows, LocalString j, double tangent) {
    DoubleVector w = laneSigns[j.laneSigns()].mul(tangent);
    DoubleVector v = w.neg();
    int x = j.rowFlips() * W;
    int z = j.rowSigns() * W;
    int still = Integer.lowestOneBit(x) | W - 1;
    int b = 0;
    for (int count = rows; count > 0; count--) {
      int i0 = b ^ -(Integer.bitCount(b & z) & 1) & x;
      int i1 = i0 ^ x;
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, u, i1);
      a1.fma(w, a0).intoArray(u, i0);
      a0.fma(v, a1).intoArray(u, i1);
      b = (b | still) + 1 & ~still;
    }
  }

  void rotateTwice(double[] u, int rows, Orbits orbits, double first, double second) {
    DoubleVector w1 = laneSigns[orbits.first().laneSigns()].mul(first);
    DoubleVector w2 = laneSigns[orbits.second().laneSigns()].mul(second);
    DoubleVector w12 = w1.mul(orbits.turn(0, 1));
    DoubleVector w21 = w2.mul(orbits.turn(1, 0));
    DoubleVector v1 = w1.neg();
    DoubleVector v2 = w2.neg();
    DoubleVector v12 = w12.neg();
    DoubleVector v21 = w21.neg();
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
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, u, i1);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, u, i2);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, u, i3);
      DoubleVector b0 = a1.fma(w1, a0);
      DoubleVector b1 = a0.fma(v1, a1);
      DoubleVector b2 = a3.fma(w12, a2);
      DoubleVector b3 = a2.fma(v12, a3);
      b2.fma(w2, b0).intoArray(u, i0);
      b0.fma(v2, b2).intoArray(u, i2);
      b3.fma(w21, b1).intoArray(u, i1);
      b1.fma(v21, b3).intoArray(u, i3);
      b = (b | still) + 1 & ~still;
    }
  }

  void rotateThrice(
      double[] u, int rows, Orbits orbits, double first, double second, double third) {
    DoubleVector w1 = laneSigns[orbits.first().laneSigns()].mul(first);
    DoubleVector w2 = laneSigns[orbits.second().laneSigns()].mul(second);
    DoubleVector w3 = laneSigns[orbits.strings().get(2).laneSigns()].mul(third);
    DoubleVector w12 = w1.mul(orbits.turn(0, 1));
    DoubleVector w13 = w1.mul(orbits.turn(0, 2));
    DoubleVector w123 = w12.mul(orbits.turn(0, 2));
    DoubleVector w21 = w2.mul(orbits.turn(1, 0));
    DoubleVector w23 = w2.mul(orbits.turn(1, 2));
    DoubleVector w213 = w21.mul(orbits.turn(1, 2));
    DoubleVector w31 = w3.mul(orbits.turn(2, 0));
    DoubleVector w32 = w3.mul(orbits.turn(2, 1));
    DoubleVector w312 = w31.mul(orbits.turn(2, 1));
    DoubleVector v1 = w1.neg();
    DoubleVector v2 = w2.neg();
    DoubleVector v3 = w3.neg();
    DoubleVector v12 = w12.neg();
    DoubleVector v13 = w13.neg();
    DoubleVector v123 = w123.neg();
    DoubleVector v21 = w21.neg();
    DoubleVector v23 = w23.neg();
    DoubleVector v213 = w213.neg();
    DoubleVector v31 = w31.neg();
    DoubleVector v32 = w32.neg();
    DoubleVector v312 = w312.neg();
    int x1 = orbits.first().rowFlips() * W;
    int x2 = orbits.second().rowFlips() * W;
    int x3 = orbits.strings().get(2).rowFlips() * W;
    int m1 = orbits.masks()[0] * W;
    int m2 = orbits.masks()[1] * W;
    int m3 = orbits.masks()[2] * W;
    int still = orbits.pivots() * W | W - 1;
    int b = 0;
    for (int count = rows >> 2; count > 0; count--) {
      int i0 = b ^ -(Integer.bitCount(b & m1) & 1) & x1;
      i0 ^= -(Integer.bitCount(b & m2) & 1) & x2;
      i0 ^= -(Integer.bitCount(b & m3) & 1) & x3;
      int i1 = i0 ^ x1;
      int i2 = i0 ^ x2;
      int i3 = i1 ^ x2;
      int i4 = i0 ^ x3;
      int i5 = i1 ^ x3;
      int i6 = i2 ^ x3;
      int i7 = i3 ^ x3;
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, u, i1);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, u, i2);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, u, i3);
      DoubleVector a4 = DoubleVector.fromArray(SPECIES, u, i4);
      DoubleVector a5 = DoubleVector.fromArray(SPECIES, u, i5);
      DoubleVector a6 = DoubleVector.fromArray(SPECIES, u, i6);
      DoubleVector a7 = DoubleVector.fromArray(SPECIES, u, i7);
      DoubleVector b0 = a1.fma(w1, a0);
      DoubleVector b1 = a0.fma(v1, a1);
      DoubleVector b2 = a3.fma(w12, a2);
      DoubleVector b3 = a2.fma(v12, a3);
      DoubleVector b4 = a5.fma(w13, a4);
      DoubleVector b5 = a4.fma(v13, a5);
      DoubleVector b6 = a7.fma(w123, a6);
      DoubleVector b7 = a6.fma(v123, a7);
      a0 = b2.fma(w2, b0);
      a2 = b0.fma(v2, b2);
      a1 = b3.fma(w21, b1);
      a3 = b1.fma(v21, b3);
      a4 = b6.fma(w23, b4);
      a6 = b4.fma(v23, b6);
      a5 = b7.fma(w213, b5);
      a7 = b5.fma(v213, b7);
      a4.fma(w3, a0).intoArray(u, i0);
      a0.fma(v3, a4).intoArray(u, i4);
      a5.fma(w31, a1).intoArray(u, i1);
      a1.fma(v31, a5).intoArray(u, i5);
      a6.fma(w32, a2).intoArray(u, i2);
      a2.fma(v32, a6).intoArray(u, i6);
      a7.fma(w312, a3).intoArray(u, i3);
      a3.fma(v312, a7).intoArray(u, i7);
      b = (b | still) + 1 & ~still;
    }
  }
}
