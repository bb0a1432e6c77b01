package org.backshadow.state;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops over halves on the processor's vectors: one vector has all lanes, or two have. Short
 * halves are left to plain Java.
 */
final class VectorHalves implements HalvesKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private static final boolean TWO = 2 * W == LANES;

  private final HalvesKernel plain = new PlainHalves();

  VectorHalves() {
    if (W != LANES && !TWO) {
      throw new UnsupportedOperationException("vectors of " + W + " numbers");
    }
  }

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(SPECIES, a, at);
  }

  /** {@code a b + c d}, number by number. */
  private static DoubleVector plus(DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d) {
    return a.mul(b).add(c.mul(d));
  }

  /** {@code a b - c d}, number by number. */
  private static DoubleVector minus(
      DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d) {
    return a.mul(b).sub(c.mul(d));
  }

  /** The sum of all lanes, in the order of plain Java. */
  private static double total(DoubleVector low, DoubleVector high) {
    if (TWO) {
      DoubleVector half = low.add(high);
      return (half.lane(0) + half.lane(2)) + (half.lane(1) + half.lane(3));
    }
    return ((low.lane(0) + low.lane(4)) + (low.lane(2) + low.lane(6)))
        + ((low.lane(1) + low.lane(5)) + (low.lane(3) + low.lane(7)));
  }

  @Override
  public double normSquared(double[] re, double[] im, int offset, int length) {
    if (length < LANES) {
      return plain.normSquared(re, im, offset, length);
    }
    DoubleVector low = DoubleVector.zero(SPECIES);
    DoubleVector high = DoubleVector.zero(SPECIES);
    for (int i = offset; i < offset + length; i += LANES) {
      DoubleVector a = load(re, i);
      DoubleVector c = load(im, i);
      low = low.add(plus(a, a, c, c));
      if (TWO) {
        a = load(re, i + W);
        c = load(im, i + W);
        high = high.add(plus(a, a, c, c));
      }
    }
    return total(low, high);
  }

  @Override
  public double overlapX(double[] re, double[] im, int offset, int half) {
    if (half < LANES) {
      return plain.overlapX(re, im, offset, half);
    }
    DoubleVector low = DoubleVector.zero(SPECIES);
    DoubleVector high = DoubleVector.zero(SPECIES);
    for (int i = offset; i < offset + half; i += LANES) {
      int k = i + half;
      low = low.add(plus(load(re, i), load(re, k), load(im, i), load(im, k)));
      if (TWO) {
        high = high.add(plus(load(re, i + W), load(re, k + W), load(im, i + W), load(im, k + W)));
      }
    }
    return total(low, high);
  }

  @Override
  public double overlapY(double[] re, double[] im, int offset, int half) {
    if (half < LANES) {
      return plain.overlapY(re, im, offset, half);
    }
    DoubleVector low = DoubleVector.zero(SPECIES);
    DoubleVector high = DoubleVector.zero(SPECIES);
    for (int i = offset; i < offset + half; i += LANES) {
      int k = i + half;
      low = low.add(minus(load(re, i), load(im, k), load(im, i), load(re, k)));
      if (TWO) {
        high = high.add(minus(load(re, i + W), load(im, k + W), load(im, i + W), load(re, k + W)));
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
      x = x.add(plus(ar, br, ai, bi));
      y = y.add(minus(ar, bi, ai, br));
      z = z.add(plus(ar, ar, ai, ai));
      if (TWO) {
        ar = load(re, i + W);
        ai = load(im, i + W);
        br = load(re, i + W + half);
        bi = load(im, i + W + half);
        highX = highX.add(plus(ar, br, ai, bi));
        highY = highY.add(minus(ar, bi, ai, br));
        highZ = highZ.add(plus(ar, ar, ai, ai));
      }
    }
    to[0] = total(x, highX);
    to[1] = total(y, highY);
    to[2] = total(z, highZ);
  }

  @Override
  public void project(
      boolean x,
      int outcome,
      double[] re,
      double[] im,
      int offset,
      int half,
      double[] toRe,
      double[] toIm) {
    if (half < W) {
      plain.project(x, outcome, re, im, offset, half, toRe, toIm);
    } else if (x) {
      add(outcome == 0, re, offset, re, offset + half, half, toRe);
      add(outcome == 0, im, offset, im, offset + half, half, toIm);
    } else {
      add(outcome == 0, re, offset, im, offset + half, half, toRe);
      add(outcome != 0, im, offset, re, offset + half, half, toIm);
    }
  }

  private static void add(
      boolean plus, double[] a, int atA, double[] b, int atB, int length, double[] to) {
    if (plus) {
      for (int i = 0; i < length; i += W) {
        load(a, atA + i).add(load(b, atB + i)).intoArray(to, i);
      }
    } else {
      for (int i = 0; i < length; i += W) {
        load(a, atA + i).sub(load(b, atB + i)).intoArray(to, i);
      }
    }
  }
}
