package org.backshadow.state;

import org.ejml.data.ZMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** The density matrix of some qubits of a pure state, the others traced out. */
final class ReducedState {
  private final int dimension;
  private final double[] re;
  private final double[] im;

  private ReducedState(int dimension, double[] re, double[] im) {
    this.dimension = dimension;
    this.re = re;
    this.im = im;
  }

  /** Of the given qubits, the first the most significant bit of the matrix's index. */
  static ReducedState of(Amplitudes psi, int... kept) {
    int n = psi.qubits();
    int dimension = 1 << kept.length;
    int[] place = new int[dimension];
    int keptMask = 0;
    for (int k = 0; k < kept.length; k++) {
      int bit = 1 << (n - 1 - kept[k]);
      keptMask |= bit;
      for (int m = 0; m < dimension; m++) {
        place[m] |= (m >> (kept.length - 1 - k) & 1) == 1 ? bit : 0;
      }
    }
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    for (int rest = 0; rest < psi.re.length; rest++) {
      if ((rest & keptMask) != 0) {
        continue;
      }
      for (int row = 0; row < dimension; row++) {
        int a = rest | place[row];
        for (int column = 0; column < dimension; column++) {
          int b = rest | place[column];
          int entry = row * dimension + column;
          re[entry] += psi.re[a] * psi.re[b] + psi.im[a] * psi.im[b];
          im[entry] += psi.im[a] * psi.re[b] - psi.re[a] * psi.im[b];
        }
      }
    }
    return new ReducedState(dimension, re, im);
  }

  SimpleMatrix matrix() {
    var matrix = new ZMatrixRMaj(dimension, dimension);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        int entry = row * dimension + column;
        matrix.set(row, column, re[entry], im[entry]);
      }
    }
    return SimpleMatrix.wrap(matrix);
  }

  /** {@code tr rho^2}. */
  double purity() {
    double sum = 0;
    for (int entry = 0; entry < re.length; entry++) {
      sum += re[entry] * re[entry] + im[entry] * im[entry];
    }
    return sum;
  }

  /** {@code -tr rho log2 rho}. */
  double entropy() {
    return HermitianMatrix.wrap(Integer.numberOfTrailingZeros(dimension), re, im).entropy();
  }
}
