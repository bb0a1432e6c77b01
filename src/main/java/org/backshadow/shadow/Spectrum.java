package org.backshadow.shadow;

import java.util.Arrays;
import java.util.Comparator;
import org.backshadow.pauli.PauliSum;
import org.backshadow.pauli.RealEmbedding;
import org.ejml.simple.SimpleMatrix;

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

  /** In descending order; the embedding has each of them twice. */
  private static double[] eigenvalues(PauliSum hermitian) {
    double[] twice =
        SimpleMatrix.wrap(RealEmbedding.of(hermitian)).eig().getEigenvalues().stream()
            .map(value -> value.getReal())
            .sorted(Comparator.reverseOrder())
            .mapToDouble(value -> value)
            .toArray();
    double[] once = new double[twice.length / 2];
    Arrays.setAll(once, i -> twice[2 * i]);
    return once;
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
