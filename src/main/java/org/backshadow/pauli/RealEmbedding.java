package org.backshadow.pauli;

import org.ejml.data.DMatrixRMaj;

/**
 * The Hermitian matrix of a Pauli sum as the real symmetric {@code [[Re, -Im], [Im, Re]]} of twice
 * the size: EJML has no complex Hermitian eigensolver, and the embedding has each eigenvalue twice.
 */
public final class RealEmbedding {
  private RealEmbedding() {}

  /** The embedding, {@code 2 * 2^n} rows and columns; qubit 0 is the most significant bit. */
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
