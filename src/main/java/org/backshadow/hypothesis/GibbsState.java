package org.backshadow.hypothesis;

import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.pauli.RealEmbedding;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * {@code exp(H) / tr exp(H)} as a matrix, by the real symmetric {@code [[Re, -Im], [Im, Re]]} of
 * twice the size, which has each eigenvalue of H twice.
 */
final class GibbsState {
  private final int dimension;

  /** The real embedding of the density matrix, with trace 2. */
  private final double[][] embedded;

  private GibbsState(int dimension, double[][] embedded) {
    this.dimension = dimension;
    this.embedded = embedded;
  }

  static GibbsState of(PauliSum exponent) {
    int dimension = 1 << exponent.qubits();
    int size = 2 * dimension;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(RealEmbedding.of(exponent))) {
      throw new IllegalStateException("the eigendecomposition did not converge");
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
    }
    double[][] sum = new double[size][size];
    double trace = 0;
    for (int k = 0; k < size; k++) {
      double weight = StrictMath.exp(eigen.getEigenvalue(k).getReal() - largest);
      double[] vector = eigen.getEigenVector(k).getData();
      trace += weight;
      for (int row = 0; row < size; row++) {
        double scaled = weight * vector[row];
        for (int column = 0; column < size; column++) {
          sum[row][column] += scaled * vector[column];
        }
      }
    }
    for (double[] row : sum) {
      for (int column = 0; column < size; column++) {
        row[column] *= 2 / trace;
      }
    }
    return new GibbsState(dimension, sum);
  }

  double expectation(PauliSum observable) {
    double total = 0;
    for (PauliSum.Term term : observable.terms()) {
      total += term.coefficient() * expectation(term.string());
    }
    return total;
  }

  /** {@code Re sum_j <j^x|P|j> omega[j, j^x]}. */
  private double expectation(PauliString p) {
    int ys = Long.bitCount(p.x() & p.z()) & 3;
    double total = 0;
    for (int j = 0; j < dimension; j++) {
      int i = j ^ (int) p.x();
      double sign = (Long.bitCount(p.z() & j) & 1) == 0 ? 1 : -1;
      double re = embedded[j][i];
      double im = embedded[j + dimension][i];
      total += sign * (ys == 0 ? re : ys == 1 ? -im : ys == 2 ? -re : im);
    }
    return total;
  }
}
