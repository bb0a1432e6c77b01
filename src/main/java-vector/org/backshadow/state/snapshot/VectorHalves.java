package org.backshadow.state.snapshot;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops over halves on the processor's vectors: one vector has all lanes, or two have. Short
 * halves are left to plain Java.
 */
final class VectorHalves implements HalvesKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private static final boolean HALF = 2 * W == LANES;

  private final HalvesKernel plain = new PlainHalves();

  VectorHalves() {
    if (W != LANES && !HALF) {
      throw new UnsupportedOperationException("vectors of " + W + " numbers");
    }
  }

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(SPECIES, a, at);
  }

  /** The sum of all lanes in pairs, as in plain Java. */
  private static double total(DoubleVector low, DoubleVector high) {
    if (HALF) {
      DoubleVector four = low.add(high);
      return (four.lane(0) + four.lane(2)) + (four.lane(1) + four.lane(3));
    }
    return ((low.lane(0) + low.lane(4)) + (low.lane(2) + low.lane(6)))
        + ((low.lane(1) + low.lane(5)) + (low.lane(3) + low.lane(7)));
  }

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
    if (length < LANES) {
      return plain.product(re, im, offset, c, d, at, sign, length);
    }
    DoubleVector low = DoubleVector.zero(SPECIES);
    DoubleVector high = DoubleVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      int k = offset + i;
      int l = at + i;
      low = low.add(load(re, k).mul(load(c, l)).add(load(im, k).mul(load(d, l)).mul(sign)));
      if (HALF) {
        k += W;
        l += W;
        high = high.add(load(re, k).mul(load(c, l)).add(load(im, k).mul(load(d, l)).mul(sign)));
      }
    }
    return total(low, high);
  }

  @Override
  public void overlaps(double[] re, double[] im, int offset, int half, double[] to) {
    if (half < LANES) {
      plain.overlaps(re, im, offset, half, to);
      return;
    }
    DoubleVector x = DoubleVector.zero(SPECIES);
    DoubleVector y = DoubleVector.zero(SPECIES);
    DoubleVector z = DoubleVector.zero(SPECIES);
    DoubleVector highX = DoubleVector.zero(SPECIES);
    DoubleVector highY = DoubleVector.zero(SPECIES);
    DoubleVector highZ = DoubleVector.zero(SPECIES);
    for (int i = offset; i < offset + half; i += LANES) {
      DoubleVector ar = load(re, i);
      DoubleVector ai = load(im, i);
      DoubleVector br = load(re, i + half);
      DoubleVector bi = load(im, i + half);
      x = x.add(ar.mul(br).add(ai.mul(bi)));
      y = y.add(ar.mul(bi).sub(ai.mul(br)));
      z = z.add(ar.mul(ar).add(ai.mul(ai)));
      if (HALF) {
        ar = load(re, i + W);
        ai = load(im, i + W);
        br = load(re, i + W + half);
        bi = load(im, i + W + half);
        highX = highX.add(ar.mul(br).add(ai.mul(bi)));
        highY = highY.add(ar.mul(bi).sub(ai.mul(br)));
        highZ = highZ.add(ar.mul(ar).add(ai.mul(ai)));
      }
    }
    to[0] = total(x, highX);
    to[1] = total(y, highY);
    to[2] = total(z, highZ);
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
    if (length < W) {
      plain.add(re, im, offset, c, factor, d, otherFactor, at, length, toRe, toIm);
      return;
    }
    for (int i = 0; i < length; i += W) {
      load(re, offset + i).add(load(c, at + i).mul(factor)).intoArray(toRe, i);
      load(im, offset + i).add(load(d, at + i).mul(otherFactor)).intoArray(toIm, i);
    }
  }
}
