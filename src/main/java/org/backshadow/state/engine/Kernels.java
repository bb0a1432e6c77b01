package org.backshadow.state.engine;

/**
 * The loops over a piece: real rows of {@link #width} numbers, first those of the real part, then
 * those of the imaginary part. A tangent or factor has the sign that its string has at the coset's
 * start.
 */
interface Kernels {
  /** Numbers in a row, a power of 2. */
  int width();

  /** {@code u += tan J u}: a rotation but for its cosine. */
  void rotate(double[] u, int rows, LocalString j, double tangent);

  /** Two such rotations, by two strings' tangents. */
  void rotateTwice(double[] u, int rows, Orbits orbits, double first, double second);

  /** Three such rotations, none of which flips lanes. */
  void rotateThrice(double[] u, int rows, Orbits orbits, double first, double second, double third);

  /** Rotates both vectors; returns {@code l . J u} as it was before. */
  double rotateBoth(double[] u, double[] l, int rows, LocalString j, double tangent);

  /** As {@link #rotateTwice} for both vectors; adds each {@code l . J u} to the two sums. */
  void rotateBothTwice(
      double[] u, double[] l, int rows, Orbits orbits, double first, double second, double[] sums);

  /** Multiplies by phases {@code re + i im}, row v by those of its key. */
  void turnPhases(double[] u, int rows, byte[] keys, int flip, double[] re, double[] im);

  /**
   * Multiplies both vectors by conjugate phases and adds {@code Im(conj(l) u)} of each row, before
   * that, to the sums of its key.
   */
  void turnPhasesBack(
      double[] u,
      double[] l,
      int rows,
      byte[] keys,
      int flip,
      double[] re,
      double[] im,
      double[] sums);

  /** {@code out += f J u}, the factor of a row by its key. */
  void addProduct(
      double[] out,
      double[] u,
      int rows,
      int rowFlips,
      int laneFlips,
      byte[] keys,
      int flip,
      double[] factors);

  /** {@code out += (a S + b T) u} for two strings with independent row flips and no lane flips. */
  void addProducts(
      double[] out,
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor);

  /** {@code u . f J u}, the factor of a row by its key. */
  double product(
      double[] u, int rows, int rowFlips, int laneFlips, byte[] keys, int flip, double[] factors);

  /** {@code u . (a S + b T) u} for two strings as in {@link #addProducts}. */
  double products(
      double[] u,
      int rows,
      LocalString first,
      double firstFactor,
      LocalString second,
      double secondFactor);

  double dot(double[] u, double[] v, int length);

  void scale(double[] u, int length, double factor);

  /** Copies a coset's amplitudes of one component into rows of a piece. */
  void gather(double[] from, double[] into, int intoRow, Coset coset, int start);

  /** Copies them back, times a factor. */
  void scatter(double[] from, int fromRow, double[] into, Coset coset, int start, double factor);

  /** Adds them to what is there. */
  void scatterAdd(double[] from, int fromRow, double[] into, Coset coset, int start);
}
