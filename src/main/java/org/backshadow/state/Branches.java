package org.backshadow.state;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Operation;
import org.ejml.simple.SimpleMatrix;

/** The Kraus operators of a channel at its place, one of which a trajectory takes. */
final class Branches {
  /** Below this {@code K^dagger K} counts as a multiple of the identity. */
  private static final double NEGLIGIBLE = 1e-15;

  private final int[] qubits;
  private final SimpleMatrix[] kraus;
  private final LocalMatrix[] operators;

  /** The probability of each where it is the same in every state, else NaN. */
  private final double[] fixed;

  private Branches(int[] qubits, SimpleMatrix[] kraus, LocalMatrix[] operators, double[] fixed) {
    this.qubits = qubits;
    this.kraus = kraus;
    this.operators = operators;
    this.fixed = fixed;
  }

  static Branches of(Operation operation, int register) {
    int[] qubits = operation.qubits().stream().mapToInt(q -> q).toArray();
    List<SimpleMatrix> kraus = ((Channel) operation.instruction()).kraus(operation.radians());
    var operators = new LocalMatrix[kraus.size()];
    double[] fixed = new double[operators.length];
    for (int j = 0; j < operators.length; j++) {
      operators[j] = LocalMatrix.of(register, qubits, kraus.get(j));
      double p = probability(kraus.get(j), mixed(1 << qubits.length));
      fixed[j] = isMultipleOfUnitary(kraus.get(j), p) ? p : Double.NaN;
    }
    return new Branches(qubits, kraus.toArray(SimpleMatrix[]::new), operators, fixed);
  }

  private static SimpleMatrix mixed(int dimension) {
    return SimpleMatrix.identity(dimension).divide(dimension);
  }

  private static boolean isMultipleOfUnitary(SimpleMatrix k, double p) {
    int dimension = k.getNumRows();
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < dimension; b++) {
        double re = a == b ? -p : 0;
        double im = 0;
        for (int r = 0; r < dimension; r++) {
          re += k.getReal(r, a) * k.getReal(r, b) + k.getImag(r, a) * k.getImag(r, b);
          im += k.getReal(r, a) * k.getImag(r, b) - k.getImag(r, a) * k.getReal(r, b);
        }
        if (Math.hypot(re, im) > NEGLIGIBLE) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@code tr(K rho K^dagger)}. */
  private static double probability(SimpleMatrix k, SimpleMatrix rho) {
    int dimension = k.getNumRows();
    double sum = 0;
    for (int r = 0; r < dimension; r++) {
      for (int a = 0; a < dimension; a++) {
        for (int b = 0; b < dimension; b++) {
          double re = k.getReal(r, a) * k.getReal(r, b) + k.getImag(r, a) * k.getImag(r, b);
          double im = k.getImag(r, a) * k.getReal(r, b) - k.getReal(r, a) * k.getImag(r, b);
          sum += re * rho.getReal(a, b) - im * rho.getImag(a, b);
        }
      }
    }
    return sum;
  }

  /** Overwrites a state by that of a branch, drawn by one random number. */
  void apply(Amplitudes psi, RandomGenerator random) {
    double[] p = probabilities(psi);
    double total = 0;
    for (double branch : p) {
      total += branch;
    }
    if (!(Math.abs(total - 1) <= MatrixAmplitudes.LOST)) {
      throw new IllegalArgumentException(
          "the branches of a channel have probabilities that add up to "
              + total
              + ", not 1; check that sum K^dagger K is the identity");
    }
    double left = random.nextDouble() * total;
    int chosen = -1;
    for (int j = 0; j < p.length && (chosen < 0 || left >= 0); j++) {
      // A branch of probability 0 is never taken, not even by rounding at the end.
      if (p[j] > 0) {
        chosen = j;
        left -= p[j];
      }
    }
    operators[chosen].apply(psi, Math.sqrt(1 / p[chosen]));
  }

  private double[] probabilities(Amplitudes psi) {
    double[] p = fixed.clone();
    if (Arrays.stream(p).noneMatch(Double::isNaN)) {
      return p;
    }
    SimpleMatrix rho = ReducedState.of(psi, qubits).matrix();
    for (int j = 0; j < p.length; j++) {
      p[j] = Math.max(0, probability(kraus[j], rho));
    }
    return p;
  }
}
