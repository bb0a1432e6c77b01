package org.backshadow.gradient;

import java.util.List;
import java.util.TreeSet;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
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

  /**
   * By the real symmetric matrix {@code [[Re, -Im], [Im, Re]]}, which has each eigenvalue twice.
   */
  private static double[] eigenvalues(PauliSum generator, boolean controlled) {
    int dimension = 1 << generator.qubits();
    var real = new SimpleMatrix(2 * dimension, 2 * dimension);
    for (PauliSum.Term term : generator.terms()) {
      addTo(real, dimension, term);
    }
    var values = real.eig().getEigenvalues();
    double[] eigenvalues = new double[values.size() + (controlled ? 1 : 0)];
    for (int i = 0; i < values.size(); i++) {
      eigenvalues[i] = values.get(i).getReal();
    }
    return eigenvalues;
  }

  private static void addTo(SimpleMatrix real, int dimension, PauliSum.Term term) {
    PauliString p = term.string();
    int ys = Long.bitCount(p.x() & p.z()) & 3;
    for (int column = 0; column < dimension; column++) {
      int row = column ^ (int) p.x();
      double sign = (Long.bitCount(p.z() & column) & 1) == 0 ? 1 : -1;
      double c = sign * term.coefficient();
      double re = ys == 0 ? c : ys == 2 ? -c : 0;
      double im = ys == 1 ? c : ys == 3 ? -c : 0;
      add(real, row, column, re);
      add(real, row + dimension, column + dimension, re);
      add(real, row, column + dimension, -im);
      add(real, row + dimension, column, im);
    }
  }

  private static void add(SimpleMatrix matrix, int row, int column, double value) {
    matrix.set(row, column, matrix.get(row, column) + value);
  }
}
