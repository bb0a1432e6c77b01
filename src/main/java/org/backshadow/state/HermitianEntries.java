package org.backshadow.state;

/** Checks entries that a user gives before they become a {@link HermitianMatrix}. */
final class HermitianEntries {
  /** How far an entry may be from its conjugated mirror image, in units of the largest. */
  private static final double TOLERANCE = 1e-12;

  private HermitianEntries() {}

  /** A part of the entries by row and column. */
  interface Part {
    double at(int row, int column);
  }

  /** The matrix of the entries' Hermitian part. */
  static HermitianMatrix matrix(int dimension, boolean square, Part re, Part im) {
    int qubits = 31 - Integer.numberOfLeadingZeros(Math.max(1, dimension));
    if (!square || dimension != 1 << qubits || qubits < 1 || qubits > HermitianMatrix.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a matrix on n qubits has 2^n rows and as many columns, n from 1 to %d; this one has %d"
                  .formatted(HermitianMatrix.MAX_QUBITS, dimension)
              + (square ? "" : " rows, and others of columns or of imaginary parts"));
    }
    double largest = 0;
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        double size = Math.abs(re.at(row, column)) + Math.abs(im.at(row, column));
        if (!Double.isFinite(size)) {
          throw new IllegalArgumentException(
              "the entry in row %d and column %d is not finite".formatted(row, column));
        }
        largest = Math.max(largest, size);
      }
    }
    double[] reals = new double[dimension * dimension];
    double[] imaginaries = new double[reals.length];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        double difference =
            Math.abs(re.at(row, column) - re.at(column, row))
                + Math.abs(im.at(row, column) + im.at(column, row));
        if (difference > TOLERANCE * largest) {
          throw new IllegalArgumentException(
              "the matrix is not Hermitian: the entries %d, %d and %d, %d differ by %s from each"
                      .formatted(row, column, column, row, (float) difference)
                  + " other's conjugates; take the mean of the matrix and its adjoint");
        }
        reals[row * dimension + column] = (re.at(row, column) + re.at(column, row)) / 2;
        imaginaries[row * dimension + column] = (im.at(row, column) - im.at(column, row)) / 2;
      }
    }
    return HermitianMatrix.wrap(qubits, reals, imaginaries);
  }
}
