package org.backshadow.state.snapshot;

/**
 * Loops over the two halves a and b of a state vector: those where the first of its qubits is 0 and
 * where it is 1. Vectors stand in their arrays from an offset on; all but targets are read.
 *
 * <p>Sums run in {@value #LANES} lanes, number i in lane {@code i % LANES}, which are added in
 * pairs at the end; products are rounded before they are added. So every machine, with vectors or
 * without, finds the same bits.
 */
interface HalvesKernel {
  /** A power of 2. */
  int LANES = 8;

  /** The sum of {@code re c + sign im d}, with the numbers of c and d from another offset on. */
  double product(
      double[] re,
      double[] im,
      int offset,
      double[] c,
      double[] d,
      int at,
      double sign,
      int length);

  /** Writes {@code Re <a|b>}, {@code Im <a|b>} and {@code <a|a>}, with the bits of products. */
  void overlaps(double[] re, double[] im, int offset, int half, double[] to);

  /** Overwrites the target by {@code re + c factor} and {@code im + d other factor}. */
  void add(
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
      double[] toIm);
}
