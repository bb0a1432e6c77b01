package org.backshadow.circuit;

import org.ejml.simple.SimpleMatrix;

/**
 * A linear map of one-qubit operators that shrinks the three axes of the Bloch ball and shifts it
 * along z; a derivative of such a map has trace 0 instead of 1.
 *
 * @param trace what becomes of {@code tr rho = 1}
 */
record BlochMap(double trace, double x, double y, double z, double shift) {
  /** Strengths to a map, differentiated {@code orders[k]} times by strength k. */
  interface Family {
    BlochMap at(int[] orders, double... strengths);
  }

  /** Shrinks the axes by factors that fall linearly with one strength. */
  static Family falling(double x, double y, double z) {
    return (orders, s) ->
        new BlochMap(
            orders[0] == 0 ? 1 : 0,
            line(orders[0], x, s[0]),
            line(orders[0], y, s[0]),
            line(orders[0], z, s[0]),
            0);
  }

  /** {@code 1 - slope * s}, differentiated so often. */
  static double line(int order, double slope, double s) {
    return order == 0 ? 1 - slope * s : order == 1 ? -slope : 0;
  }

  /**
   * {@code sqrt(1 - s)}, differentiated at most twice.
   *
   * @throws IllegalArgumentException at s = 1, where there is no derivative
   */
  static double root(int order, double s) {
    double root = StrictMath.sqrt(1 - s);
    if (order == 0) {
      return root;
    }
    if (root == 0) {
      throw new IllegalArgumentException(
          "damping of strength 1: the coherences fall as sqrt(1 - s), which has no derivative"
              + " there; use a strength below 1");
    }
    return order == 1 ? -1 / (2 * root) : -1 / (4 * root * root * root);
  }

  /** On the entries 00, 01, 10, 11 of a density matrix. */
  SimpleMatrix superoperator() {
    double together = (x + y) / 2;
    double apart = (x - y) / 2;
    return new SimpleMatrix(
        new double[][] {
          {(trace + shift + z) / 2, 0, 0, (trace + shift - z) / 2},
          {0, together, apart, 0},
          {0, apart, together, 0},
          {(trace - shift - z) / 2, 0, 0, (trace - shift + z) / 2}
        });
  }
}
