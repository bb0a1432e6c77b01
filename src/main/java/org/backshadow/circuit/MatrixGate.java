package org.backshadow.circuit;

import java.util.Locale;
import org.ejml.simple.SimpleMatrix;

/** A fixed unitary given by its matrix. */
record MatrixGate(UnitaryForm.Dense matrix) implements Gate {
  /** How far {@code U U^dagger} may be from the identity in any entry. */
  private static final double TOLERANCE = 1e-9;

  static MatrixGate of(SimpleMatrix matrix) {
    int dimension = matrix.getNumRows();
    if (dimension != matrix.getNumCols() || dimension < 2 || Integer.bitCount(dimension) != 1) {
      throw new IllegalArgumentException(
          "unitary: a matrix on k qubits is 2^k x 2^k, this one is %d x %d"
              .formatted(dimension, matrix.getNumCols()));
    }
    double defect = defect(matrix);
    if (!(defect <= TOLERANCE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "unitary: the matrix is not unitary: U U^dagger differs from the identity by %.1e"
                  + " (allowed: %.0e)",
              defect,
              TOLERANCE));
    }
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        re[row * dimension + column] = matrix.getReal(row, column);
        im[row * dimension + column] = matrix.getImag(row, column);
      }
    }
    return new MatrixGate(new UnitaryForm.Dense(re, im));
  }

  private static double defect(SimpleMatrix matrix) {
    int dimension = matrix.getNumRows();
    double worst = 0;
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < dimension; b++) {
        double re = a == b ? -1 : 0;
        double im = 0;
        for (int k = 0; k < dimension; k++) {
          re +=
              matrix.getReal(a, k) * matrix.getReal(b, k)
                  + matrix.getImag(a, k) * matrix.getImag(b, k);
          im +=
              matrix.getImag(a, k) * matrix.getReal(b, k)
                  - matrix.getReal(a, k) * matrix.getImag(b, k);
        }
        double off = Math.hypot(re, im);
        worst = Double.isNaN(off) ? Double.NaN : Math.max(worst, off);
        if (Double.isNaN(worst)) {
          return worst;
        }
      }
    }
    return worst;
  }

  @Override
  public String label() {
    return "unitary";
  }

  @Override
  public int qubits() {
    return matrix.qubits();
  }

  @Override
  public int angles() {
    return 0;
  }

  @Override
  public UnitaryForm form(double... angles) {
    return matrix;
  }
}
