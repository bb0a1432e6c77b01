package org.backshadow.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.backshadow.circuit.Operation;
import org.backshadow.linear.HermitianEigen;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.pauli.PauliSum;

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
    int dimension = 1 << generator.qubits();
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    PauliEntries.add(generator, re, im);
    double[] values = HermitianEigen.values(dimension, re, im);
    // Where a control is 0 the generator is, too: one eigenvalue more.
    return controlled ? Arrays.copyOf(values, dimension + 1) : values;
  }
}
