package org.backshadow.state;

import org.ejml.simple.SimpleMatrix;

/**
 * Any matrix on some of the qubits of a vector, such as a Kraus operator or a superoperator, kept
 * by its entries that are not zero.
 */
final class LocalMatrix {
  private final int mask;

  /** What to add to a block's first index to reach its element m. */
  private final int[] offset;

  /** The entries row by row: row r has those from start[r] to start[r + 1]. */
  private final int[] start;

  private final int[] column;
  private final double[] re;
  private final double[] im;

  private LocalMatrix(int[] offset, int[] start, int[] column, double[] re, double[] im) {
    this.mask = offset[offset.length - 1];
    this.offset = offset;
    this.start = start;
    this.column = column;
    this.re = re;
    this.im = im;
  }

  /** On places of a vector of so many qubits, the first the most significant bit. */
  static LocalMatrix of(int qubits, int[] places, SimpleMatrix matrix) {
    int dimension = matrix.getNumRows();
    int[] offset = new int[dimension];
    for (int k = 0; k < places.length; k++) {
      int bit = 1 << (qubits - 1 - places[k]);
      int local = 1 << (places.length - 1 - k);
      for (int m = 0; m < dimension; m++) {
        offset[m] |= (m & local) != 0 ? bit : 0;
      }
    }
    int[] start = new int[dimension + 1];
    int[] column = new int[dimension * dimension];
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    int next = 0;
    for (int r = 0; r < dimension; r++) {
      for (int c = 0; c < dimension; c++) {
        if (matrix.getReal(r, c) != 0 || matrix.getImag(r, c) != 0) {
          column[next] = c;
          re[next] = matrix.getReal(r, c);
          im[next++] = matrix.getImag(r, c);
        }
      }
      start[r + 1] = next;
    }
    return new LocalMatrix(offset, start, column, re, im);
  }

  /** Overwrites a vector by a factor times the matrix times the vector. */
  void apply(Amplitudes psi, double factor) {
    int dimension = offset.length;
    double[] oldRe = new double[dimension];
    double[] oldIm = new double[dimension];
    // Adding 1 above the filled mask skips all indices with a bit in it.
    for (int base = 0; base < psi.re.length; base = (base | mask) + 1 & ~mask) {
      for (int m = 0; m < dimension; m++) {
        oldRe[m] = factor * psi.re[base | offset[m]];
        oldIm[m] = factor * psi.im[base | offset[m]];
      }
      for (int r = 0; r < dimension; r++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int e = start[r]; e < start[r + 1]; e++) {
          int c = column[e];
          sumRe += re[e] * oldRe[c] - im[e] * oldIm[c];
          sumIm += re[e] * oldIm[c] + im[e] * oldRe[c];
        }
        psi.re[base | offset[r]] = sumRe;
        psi.im[base | offset[r]] = sumIm;
      }
    }
  }
}
