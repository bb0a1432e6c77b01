package org.backshadow.testing;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * A Hermitian matrix as the real symmetric {@code [[Re, -Im], [Im, Re]]} of twice the size, for
 * EJML, which has no complex Hermitian eigensolver: each eigenvalue is there twice.
 */
public final class RealEmbedding {
  private RealEmbedding() {}

  /** Of a matrix given row by row. */
  public static DMatrixRMaj of(int dimension, double[] re, double[] im) {
    var real = new DMatrixRMaj(2 * dimension, 2 * dimension);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        int entry = row * dimension + column;
        real.set(row, column, re[entry]);
        real.set(row + dimension, column + dimension, re[entry]);
        real.set(row, column + dimension, -im[entry]);
        real.set(row + dimension, column, im[entry]);
      }
    }
    return real;
  }

  /** EJML's eigenvalues, ascending, each once. */
  public static double[] eigenvalues(int dimension, double[] re, double[] im) {
    var eigen = DecompositionFactory_DDRM.eig(2 * dimension, false, true);
    if (!eigen.decompose(of(dimension, re, im))) {
      throw new IllegalStateException("EJML finds no eigenvalues");
    }
    double[] twice = new double[2 * dimension];
    Arrays.setAll(twice, k -> eigen.getEigenvalue(k).getReal());
    Arrays.sort(twice);
    double[] once = new double[dimension];
    Arrays.setAll(once, k -> (twice[2 * k] + twice[2 * k + 1]) / 2);
    return once;
  }
}
