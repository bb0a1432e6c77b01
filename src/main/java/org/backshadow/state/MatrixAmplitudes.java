package org.backshadow.state;

import java.util.List;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Operation;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.state.snapshot.MixedSnapshotTree;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;

/**
 * A {@code 2^n x 2^n} matrix that gates and channels overwrite in place, row by row as the {@code
 * 4^n} amplitudes of 2n qubits: a gate acts as U on the first n, the bits of the row, and as
 * conj(U) on the others, the bits of the column.
 */
final class MatrixAmplitudes {
  /** A trace that is off by more is a mistake and no rounding. */
  static final double LOST = 1e-6;

  private final int qubits;
  private final Amplitudes entries;

  private MatrixAmplitudes(int qubits, Amplitudes entries) {
    this.qubits = qubits;
    this.entries = entries;
  }

  /** {@code |0...0><0...0|}. */
  static MatrixAmplitudes zeroState(int qubits) {
    return new MatrixAmplitudes(qubits, Amplitudes.zeroState(2 * qubits));
  }

  /** The matrix of an observable. */
  static MatrixAmplitudes of(PauliSum observable) {
    MatrixAmplitudes matrix = zero(observable.qubits());
    PauliEntries.add(observable, matrix.entries.re, matrix.entries.im);
    return matrix;
  }

  static MatrixAmplitudes of(int qubits, SimpleMatrix matrix) {
    MatrixAmplitudes own = zero(qubits);
    for (int row = 0; row < own.dimension(); row++) {
      for (int column = 0; column < own.dimension(); column++) {
        own.entries.re[row << qubits | column] = matrix.getReal(row, column);
        own.entries.im[row << qubits | column] = matrix.getImag(row, column);
      }
    }
    return own;
  }

  private static MatrixAmplitudes zero(int qubits) {
    MatrixAmplitudes zero = zeroState(qubits);
    zero.entries.re[0] = 0;
    return zero;
  }

  MatrixAmplitudes copy() {
    return new MatrixAmplitudes(qubits, entries.copy());
  }

  int qubits() {
    return qubits;
  }

  int dimension() {
    return 1 << qubits;
  }

  double re(int row, int column) {
    return entries.re[row << qubits | column];
  }

  double im(int row, int column) {
    return entries.im[row << qubits | column];
  }

  SimpleMatrix matrix() {
    var matrix = new SimpleMatrix(dimension(), dimension(), MatrixType.ZDRM);
    for (int row = 0; row < dimension(); row++) {
      for (int column = 0; column < dimension(); column++) {
        matrix.set(row, column, re(row, column), im(row, column));
      }
    }
    return matrix;
  }

  /** The state after a bound gate, {@code U rho U^dagger}, or after a channel. */
  void apply(Operation operation) {
    if (operation.instruction() instanceof Channel channel) {
      apply(operation, channel.superoperator(operation.radians()));
      return;
    }
    entries.apply(operation);
    List<Integer> columns = operation.qubits().stream().map(q -> q + qubits).toList();
    entries.apply(new Operation(new ConjugateGate(operation.gate()), columns, operation.angles()));
  }

  /** The dual of a channel, which takes observables back: {@code sum K^dagger A K}. */
  void applyDual(Operation operation, Channel channel) {
    apply(operation, adjoint(channel.superoperator(operation.radians())));
  }

  /** A superoperator on the qubits of an operation. */
  private void apply(Operation operation, SimpleMatrix superoperator) {
    int count = operation.qubits().size();
    if (CrossKernel.fits(superoperator)) {
      int column = 1 << (qubits - 1 - operation.qubits().get(0));
      CrossKernel.apply(entries.re, column << qubits, column, superoperator);
      CrossKernel.apply(entries.im, column << qubits, column, superoperator);
      return;
    }
    int[] places = new int[2 * count];
    for (int k = 0; k < count; k++) {
      places[k] = operation.qubits().get(k);
      places[count + k] = operation.qubits().get(k) + qubits;
    }
    LocalMatrix.of(2 * qubits, places, superoperator).apply(entries, 1);
  }

  private static SimpleMatrix adjoint(SimpleMatrix matrix) {
    int dimension = matrix.getNumRows();
    var adjoint = new SimpleMatrix(dimension, dimension, MatrixType.ZDRM);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        adjoint.set(row, column, matrix.getReal(column, row), -matrix.getImag(column, row));
      }
    }
    return adjoint;
  }

  /** {@code tr(A G rho)} is complex; its imaginary part, with this as A, for a gate's generator. */
  double imaginaryTrace(PauliSum generator, Operation operation, MatrixAmplitudes rho) {
    return entries.imaginaryInner(generator, operation, rho.entries);
  }

  /** {@code tr(A dE/ds(rho))} with this as A, for the derivative of a channel by a strength. */
  double slope(Operation operation, SimpleMatrix derivative, MatrixAmplitudes rho) {
    MatrixAmplitudes moved = rho.copy();
    moved.apply(operation, derivative);
    return entries.inner(moved.entries).re();
  }

  /** {@code Re tr(P rho)}. */
  double expectation(PauliString p) {
    double sum = 0;
    int ys = Long.bitCount(p.x() & p.z()) & 3;
    for (int j = 0; j < dimension(); j++) {
      int other = j ^ (int) p.x();
      double part =
          switch (ys) {
            case 0 -> re(j, other);
            case 1 -> -im(j, other);
            case 2 -> -re(j, other);
            default -> im(j, other);
          };
      sum += (Long.bitCount(p.z() & j) & 1) == 0 ? part : -part;
    }
    return sum;
  }

  double expectation(PauliSum sum) {
    double total = 0;
    for (PauliSum.Term term : sum.terms()) {
      total += term.coefficient() * expectation(term.string());
    }
    return total;
  }

  /** {@code (O - mean) rho}. */
  MatrixAmplitudes deviation(PauliSum observable, double mean) {
    PauliSum onRows =
        PauliSum.of(
            2 * qubits,
            observable.terms().stream()
                .map(
                    term ->
                        new PauliSum.Term(
                            term.coefficient(),
                            new PauliString(
                                2 * qubits,
                                term.string().x() << qubits,
                                term.string().z() << qubits)))
                .toList());
    Amplitudes product = entries.times(onRows);
    product.subtract(mean, entries);
    return new MatrixAmplitudes(qubits, product);
  }

  double trace() {
    double trace = 0;
    for (int i = 0; i < dimension(); i++) {
      trace += re(i, i);
    }
    return trace;
  }

  /**
   * Divides by the trace, which is 1 but for rounding: {@code 1/sqrt(2)} as a double, squared and
   * doubled, is 1 + 2e-16, and so each H lets it grow.
   *
   * @throws IllegalArgumentException if it is more than rounding, which only a channel of one's own
   *     can do
   */
  void normalize() {
    double trace = trace();
    if (!(Math.abs(trace - 1) <= LOST)) {
      throw new IllegalArgumentException(
          "a channel of this circuit does not keep the trace: it is "
              + trace
              + " at the end, not 1; check that sum K^dagger K is the identity");
    }
    entries.subtract(1 - 1 / trace, entries);
  }

  /** The sum of the squares of all entries, {@code tr rho^2}. */
  double normSquared() {
    return entries.normSquared();
  }

  /** Outcomes of copies measured in these bases. */
  long[] snapshots(PauliBases bases, Seed seed, long first) {
    return MixedSnapshotTree.draw(entries.re, entries.im, bases, seed, first);
  }

  /** The matrix as a value, for its eigenvalues. */
  HermitianMatrix hermitian() {
    return HermitianMatrix.wrap(qubits, entries.re.clone(), entries.im.clone());
  }
}
