package org.backshadow.state;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/**
 * A Hermitian matrix as the real symmetric {@code [[Re, -Im], [Im, Re]]} of twice the size, which
 * has each eigenvalue twice: EJML has no eigensolver for complex ones.
 */
final class HermitianMatrix {
  private final SimpleMatrix embedded;

  private HermitianMatrix(SimpleMatrix embedded) {
    this.embedded = embedded;
  }

  interface Entry {
    double at(int row, int column);
  }

  static HermitianMatrix of(int dimension, Entry re, Entry im) {
    var real = new SimpleMatrix(2 * dimension, 2 * dimension);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        real.set(row, column, re.at(row, column));
        real.set(row + dimension, column + dimension, re.at(row, column));
        real.set(row, column + dimension, -im.at(row, column));
        real.set(row + dimension, column, im.at(row, column));
      }
    }
    return new HermitianMatrix(real);
  }

  static HermitianMatrix of(MatrixAmplitudes matrix) {
    return of(matrix.dimension(), matrix::re, matrix::im);
  }

  HermitianMatrix minus(HermitianMatrix other) {
    return new HermitianMatrix(embedded.minus(other.embedded));
  }

  /** {@code this * middle * this}. */
  HermitianMatrix around(HermitianMatrix middle) {
    return new HermitianMatrix(embedded.mult(middle.embedded).mult(embedded));
  }

  /** Every eigenvalue twice. */
  private double[] eigenvalues() {
    var eigen = decompose(false);
    double[] values = new double[eigen.getNumberOfEigenvalues()];
    for (int k = 0; k < values.length; k++) {
      values[k] = eigen.getEigenvalue(k).getReal();
    }
    return values;
  }

  private EigenDecomposition_F64<DMatrixRMaj> decompose(boolean vectors) {
    int size = embedded.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, vectors, true);
    if (!eigen.decompose(embedded.copy().getDDRM())) {
      throw new IllegalStateException("the eigendecomposition did not converge");
    }
    return eigen;
  }

  double smallestEigenvalue() {
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : eigenvalues()) {
      smallest = Math.min(smallest, value);
    }
    return smallest;
  }

  /** {@code -tr rho log2 rho}. */
  double entropy() {
    double entropy = 0;
    for (double p : eigenvalues()) {
      entropy -= p > 0 ? p * StrictMath.log(p) / StrictMath.log(2) / 2 : 0;
    }
    return Math.max(0, entropy);
  }

  /** The sum of the absolute values of the eigenvalues. */
  double traceNorm() {
    double sum = 0;
    for (double value : eigenvalues()) {
      sum += Math.abs(value) / 2;
    }
    return sum;
  }

  /** {@code tr sqrt(A)} of a positive A; eigenvalues below 0 are rounding. */
  double traceOfRoot() {
    double sum = 0;
    for (double value : eigenvalues()) {
      sum += Math.sqrt(Math.max(0, value)) / 2;
    }
    return sum;
  }

  /** {@code sqrt(A)} of a positive A; eigenvalues below 0 are rounding. */
  HermitianMatrix root() {
    var eigen = decompose(true);
    int size = embedded.getNumRows();
    var scaled = new SimpleMatrix(size, size);
    var vectors = new SimpleMatrix(size, size);
    for (int k = 0; k < size; k++) {
      double root = Math.sqrt(Math.max(0, eigen.getEigenvalue(k).getReal()));
      double[] vector = eigen.getEigenVector(k).getData();
      for (int row = 0; row < size; row++) {
        vectors.set(row, k, vector[row]);
        scaled.set(row, k, root * vector[row]);
      }
    }
    return new HermitianMatrix(scaled.mult(vectors.transpose()));
  }
}
