package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Two rotations in one pass over a piece, of which at least one flips lanes. Rows b, b ^ x1, b ^ x2
 * and b ^ x1 ^ x2 are numbered 0 to 3.
 */
final class VectorPairs {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final VectorShuffle<Double>[] flips;
  private final DoubleVector[] laneSigns;

  /** With the exchange of lanes by each mask, and the signs of the lanes under each mask. */
  VectorPairs(VectorShuffle<Double>[] flips, DoubleVector[] laneSigns) {
    this.flips = flips;
    this.laneSigns = laneSigns;
  }

  void rotate(double[] u, int rows, Orbits orbits, double firstTangent, double secondTangent) {
    LocalString first = orbits.first();
    LocalString second = orbits.second();
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int z1 = first.rowSigns();
    int z2 = second.rowSigns();
    int pivots = orbits.pivots();
    VectorShuffle<Double> flip1 = flips[first.laneFlips()];
    VectorShuffle<Double> flip2 = flips[second.laneFlips()];
    DoubleVector weight1 = laneSigns[first.laneSigns()].mul(firstTangent);
    DoubleVector weight2 = laneSigns[second.laneSigns()].mul(secondTangent);
    // Turned backwards, from row 0 to its partner, a string may have the other sign.
    DoubleVector back1 = weight1.mul(VectorKernels.sign(x1 & z1));
    DoubleVector back2 = weight2.mul(VectorKernels.sign(x2 & z2));
    double turn1 = VectorKernels.sign(x2 & z1);
    double turn2 = VectorKernels.sign(x1 & z2);
    int b = 0;
    for (int count = rows >> 1; count > 0; count--) {
      int i0 = b * W;
      int i1 = (b ^ x1) * W;
      int i2 = (b ^ x2) * W;
      int i3 = (b ^ x1 ^ x2) * W;
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, u, i0);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, u, i1);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, u, i2);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, u, i3);
      double s = 1 - 2 * (Integer.bitCount(b & z1) & 1);
      DoubleVector b0 = a1.rearrange(flip1).fma(weight1.mul(s), a0);
      DoubleVector b1 = a0.rearrange(flip1).fma(back1.mul(s), a1);
      s *= turn1;
      DoubleVector b2 = a3.rearrange(flip1).fma(weight1.mul(s), a2);
      DoubleVector b3 = a2.rearrange(flip1).fma(back1.mul(s), a3);
      s = 1 - 2 * (Integer.bitCount(b & z2) & 1);
      b2.rearrange(flip2).fma(weight2.mul(s), b0).intoArray(u, i0);
      b0.rearrange(flip2).fma(back2.mul(s), b2).intoArray(u, i2);
      s *= turn2;
      b3.rearrange(flip2).fma(weight2.mul(s), b1).intoArray(u, i1);
      b1.rearrange(flip2).fma(back2.mul(s), b3).intoArray(u, i3);
      b = ((b | pivots) + 1) & ~pivots;
    }
  }
}
