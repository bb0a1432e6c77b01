package org.backshadow.gradient;

import java.util.List;
import java.util.TreeSet;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.pauli.RealEmbedding;
import org.ejml.simple.SimpleMatrix;

/** The frequencies with which an expectation value turns in an angle of a gate. */
final class Frequencies {
  private static final double RESOLUTION = 1e-9;

  private Frequencies() {}

  /** The positive differences of the generator's eigenvalues, ascending. */
  static List<Double> of(Operation operation, int angle) {
    PauliSum generator = operation.gate().generator(angle, operation.radians());
    boolean controlled = !operation.controls().isEmpty();
    if (generator.terms().size() == 1 && !generator.terms().get(0).string().isIdentity()) {
      double size = Math.abs(generator.terms().get(0).coefficient());
      return controlled ? List.of(size, 2 * size) : List.of(2 * size);
    }
    double[] eigenvalues = eigenvalues(generator, controlled);
    var differences = new TreeSet<Double>();
    for (double a : eigenvalues) {
      for (double b : eigenvalues) {
        Double near = differences.floor(a - b + RESOLUTION);
        if (a - b > RESOLUTION && (near == null || a - b - near > RESOLUTION)) {
          differences.add(a - b);
        }
      }
    }
    return List.copyOf(differences);
  }

  private static double[] eigenvalues(PauliSum generator, boolean controlled) {
    var values = SimpleMatrix.wrap(RealEmbedding.of(generator)).eig().getEigenvalues();
    double[] eigenvalues = new double[values.size() + (controlled ? 1 : 0)];
    for (int i = 0; i < values.size(); i++) {
      eigenvalues[i] = values.get(i).getReal();
    }
    return eigenvalues;
  }
}
