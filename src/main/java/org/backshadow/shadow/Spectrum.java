package org.backshadow.shadow;

import java.util.Arrays;
import org.backshadow.linear.HermitianEigen;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.pauli.PauliSum;

/** Eigenvalues of Hermitian operators of trace 1 that may have negative ones. */
final class Spectrum {
  private Spectrum() {}

  /** The von Neumann entropy, in bits, of the density matrix that is nearest. */
  static double entropy(PauliSum hermitian) {
    double entropy = 0;
    for (double p : nearest(eigenvalues(hermitian))) {
      entropy -= p > 0 ? p * StrictMath.log(p) / StrictMath.log(2) : 0;
    }
    return Math.max(0, entropy);
  }

  /** In descending order. */
  private static double[] eigenvalues(PauliSum hermitian) {
    int dimension = 1 << hermitian.qubits();
    double[] re = new double[dimension * dimension];
    double[] im = new double[re.length];
    PauliEntries.add(hermitian, re, im);
    double[] ascending = HermitianEigen.values(dimension, re, im);
    double[] descending = new double[dimension];
    Arrays.setAll(descending, i -> ascending[dimension - 1 - i]);
    return descending;
  }

  /**
   * The nearest probabilities: a constant is taken off, and what is negative then is 0 (Smolin,
   * Gambetta, Smith, arXiv:1106.5458).
   *
   * @param eigenvalues in descending order
   */
  private static double[] nearest(double[] eigenvalues) {
    double sum = 0;
    double shift = 0;
    for (int kept = 1; kept <= eigenvalues.length; kept++) {
      sum += eigenvalues[kept - 1];
      double candidate = (sum - 1) / kept;
      if (eigenvalues[kept - 1] - candidate > 0) {
        shift = candidate;
      }
    }
    double[] nearest = new double[eigenvalues.length];
    double taken = shift;
    Arrays.setAll(nearest, i -> Math.max(0, eigenvalues[i] - taken));
    return nearest;
  }
}
