package org.backshadow.linear;

/**
 * Consecutive reflections as {@code 1 - V T V^dagger}, so that they act by products of matrices: V
 * has their vectors as columns, T is upper triangular. Source: Schreiber and Van Loan, SIAM J. Sci.
 * Stat. Comput. 10 (1989) 53.
 */
final class ReflectionBlock {
  /** How many reflections make a block. */
  static final int SIZE = 16;

  /** The rows of V. */
  private final double[][] v;

  /** For each column of V its real parts, then the imaginary parts with the sign changed. */
  private final double[][] conjugated;

  /** Takes vectors u of reflections {@code 1 - u u^dagger} whose first entries are zero. */
  ReflectionBlock(double[][] vectors, int zeros) {
    int rows = vectors[0].length / 2 - zeros;
    v = RowSums.zeros(rows, 2 * vectors.length);
    conjugated = RowSums.zeros(2 * vectors.length, rows);
    for (int k = 0; k < vectors.length; k++) {
      for (int i = 0; i < rows; i++) {
        double re = vectors[k][2 * (i + zeros)];
        double im = vectors[k][2 * (i + zeros) + 1];
        v[i][2 * k] = re;
        v[i][2 * k + 1] = im;
        conjugated[2 * k][i] = re;
        conjugated[2 * k + 1][i] = -im;
      }
    }
  }

  /** Overwrites x, the rows that the vectors' entries belong to. */
  void apply(double[][] x) {
    double[][] vt = RowSums.zeros(v.length, v[0].length);
    ComplexRows.addProduct(vt, v, minusT());
    ComplexRows.addProduct(x, vt, adjointTimes(x));
  }

  /** {@code V^dagger x}. */
  private double[][] adjointTimes(double[][] x) {
    int columns = x[0].length;
    double[][] parts = RowSums.zeros(conjugated.length, columns);
    RowSums.add(parts, conjugated, x, 0, columns);
    double[][] product = new double[parts.length / 2][];
    for (int k = 0; k < product.length; k++) {
      product[k] = parts[2 * k];
      ComplexRows.addTurned(product[k], parts[2 * k + 1], 0, columns);
    }
    return product;
  }

  /** {@code -T}: column by column {@code T_jj = 1} and {@code T_kj = -(T V^dagger V)_kj}. */
  private double[][] minusT() {
    double[][] gram = adjointTimes(v);
    int count = gram.length;
    double[][] t = RowSums.zeros(count, 2 * count);
    for (int j = 0; j < count; j++) {
      t[j][2 * j] = -1;
      for (int k = 0; k < j; k++) {
        double re = 0;
        double im = 0;
        for (int l = k; l < j; l++) {
          double gr = gram[l][2 * j];
          double gi = gram[l][2 * j + 1];
          re -= t[k][2 * l] * gr - t[k][2 * l + 1] * gi;
          im -= t[k][2 * l] * gi + t[k][2 * l + 1] * gr;
        }
        t[k][2 * j] = re;
        t[k][2 * j + 1] = im;
      }
    }
    return t;
  }
}
