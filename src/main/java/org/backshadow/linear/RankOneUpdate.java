package org.backshadow.linear;

/**
 * The eigenvectors of {@code diag(d) + rho z z^T}, from the roots of its secular equation. They are
 * those of a nearby {@code z}, for which the computed roots are exact, and so they are orthogonal
 * however close the roots are. Source: Gu and Eisenstat, SIAM J. Matrix Anal. Appl. 15 (1994) 1266.
 */
final class RankOneUpdate {
  private final double[] roots;

  /** {@code vectors[i][j]}: entry j of the vector of root i. */
  private final double[][] vectors;

  /** The poles d ascending, the numbers z not zero, rho positive. */
  RankOneUpdate(double[] d, double[] z, double rho) {
    int count = d.length;
    var equation = new SecularEquation(d, z, rho);
    roots = new double[count];
    vectors = RowSums.zeros(count, count);
    for (int i = 0; i < count; i++) {
      roots[i] = equation.root(i, vectors[i]);
    }
    double[] nearby = nearby(d, z);
    for (double[] vector : vectors) {
      double squares = 0;
      for (int j = 0; j < count; j++) {
        vector[j] = nearby[j] / vector[j];
      }
      for (int j = 0; j < count; j++) {
        squares += vector[j] * vector[j];
      }
      double scale = 1 / Math.sqrt(squares);
      for (int j = 0; j < count; j++) {
        vector[j] *= scale;
      }
    }
  }

  /** The z with these roots, up to a factor, from the differences {@code d_j - root_i}. */
  private double[] nearby(double[] d, double[] z) {
    int count = d.length;
    double[] product = new double[count];
    for (int j = 0; j < count; j++) {
      product[j] = -vectors[j][j];
    }
    for (int i = 0; i < count; i++) {
      double[] differences = vectors[i];
      double pole = d[i];
      for (int j = 0; j < i; j++) {
        product[j] *= differences[j] / (d[j] - pole);
      }
      for (int j = i + 1; j < count; j++) {
        product[j] *= differences[j] / (d[j] - pole);
      }
    }
    for (int j = 0; j < count; j++) {
      product[j] = Math.copySign(Math.sqrt(Math.max(0, product[j])), z[j]);
    }
    return product;
  }

  double[] roots() {
    return roots.clone();
  }

  double entry(int root, int pole) {
    return vectors[root][pole];
  }
}
