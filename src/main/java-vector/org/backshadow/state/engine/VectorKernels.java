package org.backshadow.state.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the processor's vectors: a row is one vector.
 *
 * <p>Loops call nothing but the vectors' own methods and intrinsics, not even a method of one line.
 * The compiler inlines a kernel into its callers, as deep as they are, and from a depth of 15 only
 * what the JDK forces it to; a vector that passes a call which is not inlined goes through the
 * memory as an object, at half the speed. A negative is {@code zero.sub(w)}, for the units that add
 * have time while those that multiply have none.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int W = SPECIES.length();
  private final VectorShuffle<Double>[] flips;
  private final DoubleVector[] laneSigns = new DoubleVector[W];
  private final VectorCosets cosets;
  private final VectorRows turns;
  private final VectorPairs pairs;
  private final VectorBoth both;
  private final VectorProducts products;

  @SuppressWarnings({"unchecked", "rawtypes"})
  VectorKernels() {
    flips = new VectorShuffle[W];
    for (int f = 0; f < W; f++) {
      int flip = f;
      flips[f] = VectorShuffle.fromOp(SPECIES, lane -> lane ^ flip);
      laneSigns[f] = DoubleVector.fromArray(SPECIES, Weights.signs(W), 2 * W * f);
    }
    cosets = new VectorCosets(flips);
    turns = new VectorRows(laneSigns);
    both = new VectorBoth(flips, laneSigns);
    pairs = new VectorPairs(flips, laneSigns);
    products = new VectorProducts(flips, laneSigns);
  }

  @Override
  public int width() {
    return W;
  }

  /** Lane by lane: the order of a reduction is the compiler's choice, and so would the bits be. */
  static double total(DoubleVector lanes) {
    double total = 0;
    for (double lane : lanes.toArray()) {
      total += lane;
    }
    return total;
  }

  /** -1 where the bits are odd, else 1. */
  static double sign(int bits) {
    return 1 - 2 * (Integer.bitCount(bits) & 1);
  }

  @Override
  public void rotate(double[] u, int rows, LocalString j, double tangent) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    DoubleVector weight = laneSigns[j.laneSigns()].mul(tangent);
    if (x == 0) {
      rotateLanes(u, rows, z, flips[j.laneFlips()], weight);
    } else if (j.laneFlips() == 0) {
      turns.rotate(u, rows, j, tangent);
    } else {
      rotateBothWays(u, rows, x, z, flips[j.laneFlips()], weight);
    }
  }

  private static void rotateBothWays(
      double[] u, int rows, int x, int z, VectorShuffle<Double> flip, DoubleVector weight) {
    int pivot = Integer.lowestOneBit(x);
    double turn = sign(x & z);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      double s = 1 - 2 * (Integer.bitCount(b & z) & 1);
      DoubleVector w = weight.mul(s);
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector first = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector second = DoubleVector.fromArray(SPECIES, u, k);
      second.rearrange(flip).fma(w, first).intoArray(u, i);
      first.rearrange(flip).fma(w.mul(turn), second).intoArray(u, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
  }

  private static void rotateLanes(
      double[] u, int rows, int z, VectorShuffle<Double> flip, DoubleVector weight) {
    for (int b = 0; b < 2 * rows; b++) {
      double s = 1 - 2 * (Integer.bitCount(b & z) & 1);
      DoubleVector w = weight.mul(s);
      DoubleVector row = DoubleVector.fromArray(SPECIES, u, b * W);
      row.rearrange(flip).fma(w, row).intoArray(u, b * W);
    }
  }

  @Override
  public void rotateTwice(double[] u, int rows, Orbits orbits, double first, double second) {
    if (orbits.flipLanes()) {
      pairs.rotate(u, rows, orbits, first, second);
    } else {
      turns.rotateTwice(u, rows, orbits, first, second);
    }
  }

  @Override
  public void rotateThrice(
      double[] u, int rows, Orbits orbits, double first, double second, double third) {
    turns.rotateThrice(u, rows, orbits, first, second, third);
  }

  @Override
  public double rotateBoth(double[] u, double[] l, int rows, LocalString j, double tangent) {
    return both.rotate(u, l, rows, j, tangent);
  }

  @Override
  public void rotateBothTwice(
      double[] u, double[] l, int rows, Orbits orbits, double first, double second, double[] sums) {
    if (orbits.flipLanes()) {
      // With the lanes of eight rows to flip, one pass for both takes as long as two.
      sums[0] += both.rotate(u, l, rows, orbits.first(), first);
      sums[1] += both.rotate(u, l, rows, orbits.second(), second);
    } else {
      both.rotateTwice(u, l, rows, orbits, first, second, sums);
    }
  }

  @Override
  public void turnPhases(double[] u, int rows, byte[] keys, int flip, double[] re, double[] im) {
    int half = rows * W;
    for (int v = 0; v < rows; v++) {
      int k = (keys[v] ^ flip) * W;
      int i = v * W;
      DoubleVector c = DoubleVector.fromArray(SPECIES, re, k);
      DoubleVector s = DoubleVector.fromArray(SPECIES, im, k);
      DoubleVector a = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector b = DoubleVector.fromArray(SPECIES, u, i + half);
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
      DoubleVector c = DoubleVector.fromArray(SPECIES, re, k);
      DoubleVector s = DoubleVector.fromArray(SPECIES, im, k);
      DoubleVector a = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector b = DoubleVector.fromArray(SPECIES, u, i + half);
      DoubleVector e = DoubleVector.fromArray(SPECIES, l, i);
      DoubleVector f = DoubleVector.fromArray(SPECIES, l, i + half);
      e.mul(b).sub(f.mul(a)).add(DoubleVector.fromArray(SPECIES, sums, k)).intoArray(sums, k);
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
    products.add(out, u, rows, rowFlips, laneFlips, keys, flip, factors);
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
    products.addTwo(out, u, rows, first, firstFactor, second, secondFactor);
  }

  @Override
  public double product(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors) {
    return products.value(u, rows, rowFlips, laneFlips, keys, flip, factors);
  }

  @Override
  public double products(
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor) {
    return products.valueOfTwo(u, rows, first, firstFactor, second, secondFactor);
  }

  @Override
  public double dot(double[] u, double[] v, int length) {
    return products.dot(u, v, length);
  }

  @Override
  public void scale(double[] u, int length, double factor) {
    for (int i = 0; i < length; i += W) {
      DoubleVector.fromArray(SPECIES, u, i).mul(factor).intoArray(u, i);
    }
  }

  @Override
  public void gather(double[] from, double[] into, int intoRow, Coset coset, int start) {
    cosets.gather(from, into, intoRow, coset, start);
  }

  @Override
  public void scatter(
      double[] from, int fromRow, double[] into, Coset coset, int start, double factor) {
    cosets.scatter(from, fromRow, into, coset, start, factor);
  }

  @Override
  public void scatterAdd(double[] from, int fromRow, double[] into, Coset coset, int start) {
    cosets.scatterAdd(from, fromRow, into, coset, start);
  }
}
