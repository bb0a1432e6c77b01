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
  private final VectorPairs pairs;
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
  public void rotate(double[] u, int rows, LocalString j, double tangent, int parity) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    DoubleVector weight = laneSigns[j.laneSigns()].mul(tangent);
    if (x == 0) {
      rotateLanes(u, rows, z, flips[j.laneFlips()], weight, parity);
    } else if (j.laneFlips() == 0) {
      rotateRows(u, rows, x, z, weight, parity);
    } else {
      rotateBothWays(u, rows, x, z, flips[j.laneFlips()], weight, parity);
    }
  }

  private static void rotateRows(
      double[] u, int rows, int x, int z, DoubleVector weight, int parity) {
    int pivot = Integer.lowestOneBit(x);
    DoubleVector zero = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      double s = 1 - 2 * ((Integer.bitCount(b & z) ^ parity) & 1);
      DoubleVector w = weight.mul(s);
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector first = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector second = DoubleVector.fromArray(SPECIES, u, k);
      second.fma(w, first).intoArray(u, i);
      first.fma(zero.sub(w), second).intoArray(u, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
  }

  private static void rotateBothWays(
      double[] u,
      int rows,
      int x,
      int z,
      VectorShuffle<Double> flip,
      DoubleVector weight,
      int parity) {
    int pivot = Integer.lowestOneBit(x);
    double turn = sign(x & z);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      double s = 1 - 2 * ((Integer.bitCount(b & z) ^ parity) & 1);
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
      double[] u, int rows, int z, VectorShuffle<Double> flip, DoubleVector weight, int parity) {
    for (int b = 0; b < 2 * rows; b++) {
      double s = 1 - 2 * ((Integer.bitCount(b & z) ^ parity) & 1);
      DoubleVector w = weight.mul(s);
      DoubleVector row = DoubleVector.fromArray(SPECIES, u, b * W);
      row.rearrange(flip).fma(w, row).intoArray(u, b * W);
    }
  }

  @Override
  public void rotateTwice(
      double[] u,
      int rows,
      LocalString first,
      double firstTangent,
      int firstParity,
      LocalString second,
      double secondTangent,
      int secondParity) {
    if ((first.laneFlips() | second.laneFlips()) != 0) {
      pairs.rotate(u, rows, first, firstTangent, firstParity, second, secondTangent, secondParity);
      return;
    }
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int z1 = first.rowSigns();
    int z2 = second.rowSigns();
    int pivot = Integer.lowestOneBit(x1);
    int pivots = pivot | Integer.lowestOneBit((x2 & pivot) != 0 ? x2 ^ x1 : x2);
    DoubleVector weight1 = laneSigns[first.laneSigns()].mul(firstTangent);
    DoubleVector weight2 = laneSigns[second.laneSigns()].mul(secondTangent);
    DoubleVector turned1 = weight1.mul(sign(x2 & z1));
    DoubleVector turned2 = weight2.mul(sign(x1 & z2));
    DoubleVector zero = DoubleVector.zero(SPECIES);
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
      double s1 = 1 - 2 * ((Integer.bitCount(b & z1) ^ firstParity) & 1);
      DoubleVector w = weight1.mul(s1);
      DoubleVector b0 = a1.fma(w, a0);
      DoubleVector b1 = a0.fma(zero.sub(w), a1);
      w = turned1.mul(s1);
      DoubleVector b2 = a3.fma(w, a2);
      DoubleVector b3 = a2.fma(zero.sub(w), a3);
      double s2 = 1 - 2 * ((Integer.bitCount(b & z2) ^ secondParity) & 1);
      w = weight2.mul(s2);
      b2.fma(w, b0).intoArray(u, i0);
      b0.fma(zero.sub(w), b2).intoArray(u, i2);
      w = turned2.mul(s2);
      b3.fma(w, b1).intoArray(u, i1);
      b1.fma(zero.sub(w), b3).intoArray(u, i3);
      b = ((b | pivots) + 1) & ~pivots;
    }
  }

  @Override
  public double rotateBoth(
      double[] u, double[] l, int rows, LocalString j, double tangent, int parity) {
    int x = j.rowFlips();
    int z = j.rowSigns();
    VectorShuffle<Double> flip = flips[j.laneFlips()];
    DoubleVector signs = laneSigns[j.laneSigns()];
    if (x == 0) {
      return bothLanes(u, l, rows, z, flip, signs, tangent, parity);
    }
    return j.laneFlips() == 0
        ? bothRows(u, l, rows, x, z, signs, tangent, parity)
        : bothBothWays(u, l, rows, x, z, flip, signs, tangent, parity);
  }

  private static double bothRows(
      double[] u,
      double[] l,
      int rows,
      int x,
      int z,
      DoubleVector signs,
      double tangent,
      int parity) {
    DoubleVector weight = signs.mul(tangent);
    int pivot = Integer.lowestOneBit(x);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector zero = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      DoubleVector s =
          DoubleVector.broadcast(
              SPECIES, (double) (1 - 2 * ((Integer.bitCount(b & z) ^ parity) & 1)));
      DoubleVector w = weight.mul(s);
      DoubleVector back = zero.sub(w);
      int i = b * W;
      int k = (b ^ x) * W;
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector u1 = DoubleVector.fromArray(SPECIES, u, k);
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, i);
      DoubleVector l1 = DoubleVector.fromArray(SPECIES, l, k);
      sum = l0.mul(u1).sub(l1.mul(u0)).fma(s, sum);
      u1.fma(w, u0).intoArray(u, i);
      u0.fma(back, u1).intoArray(u, k);
      l1.fma(w, l0).intoArray(l, i);
      l0.fma(back, l1).intoArray(l, k);
      b = ((b | pivot) + 1) & ~pivot;
    }
    return total(sum.mul(signs));
  }

  private static double bothBothWays(
      double[] u,
      double[] l,
      int rows,
      int x,
      int z,
      VectorShuffle<Double> flip,
      DoubleVector signs,
      double tangent,
      int parity) {
    DoubleVector weight = signs.mul(tangent);
    int pivot = Integer.lowestOneBit(x);
    double turn = sign(x & z);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int b = 0;
    for (int count = rows; count > 0; count--) {
      double s = 1 - 2 * ((Integer.bitCount(b & z) ^ parity) & 1);
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
    return total(sum.mul(signs));
  }

  private static double bothLanes(
      double[] u,
      double[] l,
      int rows,
      int z,
      VectorShuffle<Double> flip,
      DoubleVector signs,
      double tangent,
      int parity) {
    DoubleVector weight = signs.mul(tangent);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int b = 0; b < 2 * rows; b++) {
      DoubleVector s =
          DoubleVector.broadcast(
              SPECIES, (double) (1 - 2 * ((Integer.bitCount(b & z) ^ parity) & 1)));
      DoubleVector w = weight.mul(s);
      DoubleVector u0 = DoubleVector.fromArray(SPECIES, u, b * W);
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, b * W);
      DoubleVector turned = u0.rearrange(flip);
      sum = l0.mul(turned).fma(s, sum);
      turned.fma(w, u0).intoArray(u, b * W);
      l0.rearrange(flip).fma(w, l0).intoArray(l, b * W);
    }
    return total(sum.mul(signs));
  }

  @Override
  public void rotateBothTwice(
      double[] u,
      double[] l,
      int rows,
      LocalString first,
      double firstTangent,
      int firstParity,
      LocalString second,
      double secondTangent,
      int secondParity,
      double[] sums) {
    if ((first.laneFlips() | second.laneFlips()) != 0) {
      // With the lanes of eight rows to flip, one pass for both takes as long as two.
      sums[0] += rotateBoth(u, l, rows, first, firstTangent, firstParity);
      sums[1] += rotateBoth(u, l, rows, second, secondTangent, secondParity);
      return;
    }
    int x1 = first.rowFlips();
    int x2 = second.rowFlips();
    int z1 = first.rowSigns();
    int z2 = second.rowSigns();
    int pivot = Integer.lowestOneBit(x1);
    int pivots = pivot | Integer.lowestOneBit((x2 & pivot) != 0 ? x2 ^ x1 : x2);
    DoubleVector signs1 = laneSigns[first.laneSigns()];
    DoubleVector signs2 = laneSigns[second.laneSigns()];
    DoubleVector weight1 = signs1.mul(firstTangent);
    DoubleVector weight2 = signs2.mul(secondTangent);
    DoubleVector turn1 = DoubleVector.broadcast(SPECIES, sign(x2 & z1));
    DoubleVector turn2 = DoubleVector.broadcast(SPECIES, sign(x1 & z2));
    DoubleVector sum1 = DoubleVector.zero(SPECIES);
    DoubleVector sum2 = DoubleVector.zero(SPECIES);
    DoubleVector zero = DoubleVector.zero(SPECIES);
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
      DoubleVector l0 = DoubleVector.fromArray(SPECIES, l, i0);
      DoubleVector l1 = DoubleVector.fromArray(SPECIES, l, i1);
      DoubleVector l2 = DoubleVector.fromArray(SPECIES, l, i2);
      DoubleVector l3 = DoubleVector.fromArray(SPECIES, l, i3);
      DoubleVector s =
          DoubleVector.broadcast(
              SPECIES, (double) (1 - 2 * ((Integer.bitCount(b & z1) ^ firstParity) & 1)));
      DoubleVector even = l0.mul(u1).sub(l1.mul(u0));
      sum1 = l2.mul(u3).sub(l3.mul(u2)).fma(turn1, even).fma(s, sum1);
      DoubleVector w = weight1.mul(s);
      DoubleVector v = zero.sub(w);
      DoubleVector a0 = u1.fma(w, u0);
      DoubleVector a1 = u0.fma(v, u1);
      DoubleVector b0 = l1.fma(w, l0);
      DoubleVector b1 = l0.fma(v, l1);
      w = w.mul(turn1);
      v = zero.sub(w);
      DoubleVector a2 = u3.fma(w, u2);
      DoubleVector a3 = u2.fma(v, u3);
      DoubleVector b2 = l3.fma(w, l2);
      DoubleVector b3 = l2.fma(v, l3);
      s =
          DoubleVector.broadcast(
              SPECIES, (double) (1 - 2 * ((Integer.bitCount(b & z2) ^ secondParity) & 1)));
      even = b0.mul(a2).sub(b2.mul(a0));
      sum2 = b1.mul(a3).sub(b3.mul(a1)).fma(turn2, even).fma(s, sum2);
      w = weight2.mul(s);
      v = zero.sub(w);
      a2.fma(w, a0).intoArray(u, i0);
      a0.fma(v, a2).intoArray(u, i2);
      b2.fma(w, b0).intoArray(l, i0);
      b0.fma(v, b2).intoArray(l, i2);
      w = w.mul(turn2);
      v = zero.sub(w);
      a3.fma(w, a1).intoArray(u, i1);
      a1.fma(v, a3).intoArray(u, i3);
      b3.fma(w, b1).intoArray(l, i1);
      b1.fma(v, b3).intoArray(l, i3);
      b = ((b | pivots) + 1) & ~pivots;
    }
    sums[0] += total(sum1.mul(signs1));
    sums[1] += total(sum2.mul(signs2));
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
