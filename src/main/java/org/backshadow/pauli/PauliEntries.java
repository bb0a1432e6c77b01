package org.backshadow.pauli;

/**
 * The entries of a Pauli sum's matrix: {@code 2^n} steps a term.
 *
 * <pre>{@code
 * double[] re = new double[4], im = new double[4]; // row by row
 * PauliEntries.add(pauliSum("0.5*X + 2*Z"), re, im);
 * re // [2.0, 0.5, 0.5, -2.0]
 * }</pre>
 */
public final class PauliEntries {
  private PauliEntries() {}

  /**
   * Adds the real and imaginary parts to {@code 4^n} numbers each, row by row; qubit 0 is the most
   * significant bit of a row's and a column's index.
   */
  public static void add(PauliSum sum, double[] re, double[] im) {
    int dimension = 1 << sum.qubits();
    for (PauliSum.Term term : sum.terms()) {
      PauliString p = term.string();
      int ys = Long.bitCount(p.x() & p.z()) & 3;
      double[] part = (ys & 1) == 0 ? re : im;
      double plus = ys < 2 ? term.coefficient() : -term.coefficient();
      for (int column = 0; column < dimension; column++) {
        int row = column ^ (int) p.x();
        boolean minus = (Long.bitCount(p.z() & column) & 1) == 1;
        part[row * dimension + column] += minus ? -plus : plus;
      }
    }
  }
}
