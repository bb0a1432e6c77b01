package org.backshadow.state;

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

  /** {@code <a|a>}. */
  double normSquared(double[] re, double[] im, int offset, int length);

  /** {@code Re <a|b>}: with the norm, the chance of the outcome + of X. */
  double overlapX(double[] re, double[] im, int offset, int half);

  /** {@code Im <a|b>}: with the norm, the chance of the outcome + of Y. */
  double overlapY(double[] re, double[] im, int offset, int half);

  /** The three at once: writes {@code Re <a|b>}, {@code Im <a|b>} and {@code <a|a>}. */
  void overlaps(double[] re, double[] im, int offset, int half, double[] to);

  /**
   * Overwrites the target by what an outcome leaves: {@code a +- b} for X, {@code a -+ ib} for Y.
   */
  void project(
      boolean x,
      int outcome,
      double[] re,
      double[] im,
      int offset,
      int half,
      double[] toRe,
      double[] toIm);
}
