package org.backshadow.pauli;

import org.ejml.data.DMatrixRMaj;

/**
 * A Hermitian matrix as the real symmetric {@code [[Re, -Im], [Im, Re]]} of twice the size: EJML
 * has no complex Hermitian eigensolver, and the embedding has each eigenvalue twice.
 */
public final class RealEmbedding {
  private RealEmbedding() {}

  /** Of a matrix given row by row, both arrays <i>read</i>. */
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

  /** Of a Pauli sum, {@code 2 * 2^n} rows and columns; qubit 0 is the most significant bit. */
  public static DMatrixRMaj of(PauliSum sum) {
    int dimension = 1 << sum.qubits();
    var real = new DMatrixRMaj(2 * dimension, 2 * dimension);
    for (PauliSum.Term term : sum.terms()) {
      PauliString p = term.string();
      int ys = Long.bitCount(p.x() & p.z()) & 3;
      for (int column = 0; column < dimension; column++) {
        int row = column ^ (int) p.x();
        boolean minus = (Long.bitCount(p.z() & column) & 1) == 1;
        double c = minus ? -term.coefficient() : term.coefficient();
        double re = ys == 0 ? c : ys == 2 ? -c : 0;
        double im = ys == 1 ? c : ys == 3 ? -c : 0;
        real.add(row, column, re);
        real.add(row + dimension, column + dimension, re);
        real.add(row, column + dimension, -im);
        real.add(row + dimension, column, im);
      }
    }
    return real;
  }
}
