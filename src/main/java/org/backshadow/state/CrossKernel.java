package org.backshadow.state;

import org.ejml.simple.SimpleMatrix;

/**
 * Loops for a real 4 x 4 matrix with entries on its two diagonals only, on two bits of an index:
 * the superoperator of a channel that shrinks and shifts the Bloch ball along its axes.
 */
final class CrossKernel {
  private CrossKernel() {}

  static boolean fits(SimpleMatrix matrix) {
    if (matrix.getNumRows() != 4) {
      return false;
    }
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        boolean crossed = row == column || row == 3 - column;
        if (matrix.getImag(row, column) != 0 || !crossed && matrix.getReal(row, column) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Overwrites the entries; {@code high} and {@code low} are the bits, the larger one first. */
  static void apply(double[] entries, int high, int low, SimpleMatrix matrix) {
    double outer0 = matrix.getReal(0, 0);
    double outer1 = matrix.getReal(0, 3);
    double outer2 = matrix.getReal(3, 0);
    double outer3 = matrix.getReal(3, 3);
    double inner0 = matrix.getReal(1, 1);
    double inner1 = matrix.getReal(1, 2);
    double inner2 = matrix.getReal(2, 1);
    double inner3 = matrix.getReal(2, 2);
    for (int block = 0; block < entries.length; block += 2 * high) {
      for (int part = block; part < block + high; part += 2 * low) {
        for (int i = part; i < part + low; i++) {
          double a = entries[i];
          double b = entries[i + low];
          double c = entries[i + high];
          double d = entries[i + high + low];
          entries[i] = outer0 * a + outer1 * d;
          entries[i + low] = inner0 * b + inner1 * c;
          entries[i + high] = inner2 * b + inner3 * c;
          entries[i + high + low] = outer2 * a + outer3 * d;
        }
      }
    }
  }
}
