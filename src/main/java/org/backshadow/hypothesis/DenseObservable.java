package org.backshadow.hypothesis;

import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.HermitianMatrix;

/**
 * An observable as a matrix, for a learner that predicts its value: {@code 16 * 4^n} bytes, a gate
 * takes {@code 4^n} steps however many Pauli terms there would be. Immutable.
 *
 * <pre>{@code
 * DenseObservable z = DenseObservable.of(pauliSum("Z"));
 * HypothesisState.maximallyMixed(1).toward(z, 0.5).expectation(z) // 0.4621
 * }</pre>
 */
public final class DenseObservable {
  private final HermitianMatrix matrix;

  private DenseObservable(HermitianMatrix matrix) {
    this.matrix = matrix;
  }

  /** The matrix of a Pauli sum. */
  public static DenseObservable of(PauliSum sum) {
    return new DenseObservable(HermitianMatrix.of(sum));
  }

  /** Those of the matrix's register. */
  public int qubits() {
    return matrix.qubits();
  }

  /** The observable behind a bound gate: {@code U A U^dagger}. */
  public DenseObservable after(Operation operation) {
    return new DenseObservable(matrix.after(operation));
  }

  /** {@code i (P A - A P)}: how fast the value changes when the state turns about P. */
  public DenseObservable commutator(PauliString p) {
    return new DenseObservable(matrix.commutator(p));
  }

  /** The observable times a number. */
  public DenseObservable times(double factor) {
    if (!Double.isFinite(factor)) {
      throw new IllegalArgumentException("factor is " + factor + "; it must be finite");
    }
    return new DenseObservable(HermitianMatrix.identity(matrix.qubits(), 0).plus(factor, matrix));
  }

  /** The smallest value a measurement can have. */
  double smallest() {
    return extremes()[0];
  }

  /** The largest value a measurement can have. */
  double largest() {
    return extremes()[1];
  }

  /** Where all eigenvalues would take too long, those at the ends are enough. */
  private double[] extremes() {
    if (qubits() > HypothesisState.MAX_QUBITS) {
      return matrix.nearlyExtremeEigenvalues();
    }
    double[] values = matrix.eigenvalues();
    return new double[] {values[0], values[values.length - 1]};
  }

  HermitianMatrix matrix() {
    return matrix;
  }

  @Override
  public String toString() {
    return "observable on " + qubits() + (qubits() == 1 ? " qubit" : " qubits");
  }
}
