package org.backshadow.state;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.pauli.RealEmbedding;
import org.backshadow.resources.Once;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/**
 * A Hermitian matrix on n qubits, {@code 2^n} rows and columns in {@code 16 * 4^n} bytes; qubit 0
 * is the most significant bit of an index. Immutable.
 *
 * <p>Gates turn it in {@code 4^n} steps. Its eigenvalues take about {@code 8^n} and are found once,
 * through the real symmetric matrix of twice the size: EJML has no complex Hermitian solver.
 */
public final class HermitianMatrix {
  private final int qubits;
  private final int dimension;

  /** Entries row by row. */
  private final double[] re;

  private final double[] im;
  private final Once<EigenDecomposition_F64<DMatrixRMaj>> eigen;

  private HermitianMatrix(int qubits, double[] re, double[] im) {
    this.qubits = qubits;
    this.dimension = 1 << qubits;
    this.re = re;
    this.im = im;
    this.eigen = Once.of(this::decompose);
  }

  /** Takes the entries row by row, both arrays <i>kept</i>. */
  static HermitianMatrix wrap(int qubits, double[] re, double[] im) {
    return new HermitianMatrix(qubits, re, im);
  }

  /** A multiple of the identity. */
  public static HermitianMatrix identity(int qubits, double factor) {
    int dimension = 1 << qubits;
    double[] re = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      re[i * dimension + i] = factor;
    }
    return new HermitianMatrix(qubits, re, new double[re.length]);
  }

  /** The matrix of a Pauli sum. */
  public static HermitianMatrix of(PauliSum sum) {
    DMatrixRMaj embedded = RealEmbedding.of(sum);
    return firstColumns(sum.qubits(), embedded::get);
  }

  /** The projector {@code |psi><psi|}. */
  public static HermitianMatrix projector(StateVector psi) {
    int qubits = psi.qubits();
    int dimension = 1 << qubits;
    Amplitudes a = psi.amplitudes();
    double[] re = new double[dimension * dimension];
    double[] im = new double[re.length];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        int entry = row * dimension + column;
        re[entry] = a.re[row] * a.re[column] + a.im[row] * a.im[column];
        im[entry] = a.im[row] * a.re[column] - a.re[row] * a.im[column];
      }
    }
    return new HermitianMatrix(qubits, re, im);
  }

  public int qubits() {
    return qubits;
  }

  /** The sum of this and a multiple of another. */
  public HermitianMatrix plus(double factor, HermitianMatrix other) {
    requireSameQubits(other.qubits);
    double[] sumRe = re.clone();
    double[] sumIm = im.clone();
    for (int k = 0; k < sumRe.length; k++) {
      sumRe[k] += factor * other.re[k];
      sumIm[k] += factor * other.im[k];
    }
    return new HermitianMatrix(qubits, sumRe, sumIm);
  }

  /** {@code tr(A B)}, which is real. */
  public double traceOfProduct(HermitianMatrix other) {
    requireSameQubits(other.qubits);
    double total = 0;
    for (int k = 0; k < re.length; k++) {
      total += re[k] * other.re[k] + im[k] * other.im[k];
    }
    return total;
  }

  /** {@code <psi|A|psi>}. */
  public double expectation(StateVector psi) {
    return traceOfProduct(projector(psi));
  }

  /** {@code U A U^dagger} for a bound gate, in {@code 4^n} steps and without a matrix product. */
  public HermitianMatrix after(Operation operation) {
    // U acts on the rows, then on the rows of the adjoint: (U A)^dagger = A U^dagger.
    Amplitudes rows = Amplitudes.of(2 * qubits, re.clone(), im.clone());
    rows.apply(operation);
    Amplitudes columns = Amplitudes.of(2 * qubits, transposed(rows.re, 1), transposed(rows.im, -1));
    columns.apply(operation);
    return new HermitianMatrix(qubits, columns.re, columns.im);
  }

  private double[] transposed(double[] entries, int sign) {
    double[] result = new double[entries.length];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        result[column * dimension + row] = sign * entries[row * dimension + column];
      }
    }
    return result;
  }

  /** {@code i (P A - A P)} for a Pauli string, in {@code 4^n} steps. */
  public HermitianMatrix commutator(PauliString p) {
    requireSameQubits(p.qubits());
    double[] resultRe = new double[re.length];
    double[] resultIm = new double[re.length];
    int x = (int) p.x();
    int turn = Long.bitCount(p.x() & p.z()) + 1 & 3; // i times the i^ys of the string
    for (int row = 0; row < dimension; row++) {
      double left = sign(p, row ^ x);
      for (int column = 0; column < dimension; column++) {
        int a = (row ^ x) * dimension + column;
        int b = row * dimension + (column ^ x);
        double right = sign(p, column);
        double real = left * re[a] - right * re[b];
        double imaginary = left * im[a] - right * im[b];
        int entry = row * dimension + column;
        resultRe[entry] = turn == 0 ? real : turn == 1 ? -imaginary : turn == 2 ? -real : imaginary;
        resultIm[entry] = turn == 0 ? imaginary : turn == 1 ? real : turn == 2 ? -imaginary : -real;
      }
    }
    return new HermitianMatrix(qubits, resultRe, resultIm);
  }

  private static double sign(PauliString p, int index) {
    return (Long.bitCount(p.z() & index) & 1) == 0 ? 1 : -1;
  }

  /** The eigenvalues in ascending order. */
  public double[] eigenvalues() {
    var solved = eigen.get();
    double[] doubled = new double[2 * dimension];
    for (int k = 0; k < doubled.length; k++) {
      doubled[k] = solved.getEigenvalue(k).getReal();
    }
    Arrays.sort(doubled);
    double[] values = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      values[k] = (doubled[2 * k] + doubled[2 * k + 1]) / 2;
    }
    return values;
  }

  /** The same eigenvectors with a function of the eigenvalues: exp, log, ... */
  public HermitianMatrix map(DoubleUnaryOperator function) {
    var solved = eigen.get();
    int size = 2 * dimension;
    double[] sum = new double[size * dimension];
    for (int k = 0; k < size; k++) {
      double weight = function.applyAsDouble(solved.getEigenvalue(k).getReal());
      double[] vector = solved.getEigenVector(k).getData();
      for (int row = 0; row < size; row++) {
        double scaled = weight * vector[row];
        for (int column = 0; column < dimension; column++) {
          sum[row * dimension + column] += scaled * vector[column];
        }
      }
    }
    return firstColumns(qubits, (row, column) -> sum[row * dimension + column]);
  }

  private EigenDecomposition_F64<DMatrixRMaj> decompose() {
    EigenDecomposition_F64<DMatrixRMaj> solver =
        DecompositionFactory_DDRM.eig(2 * dimension, true, true);
    if (!solver.decompose(RealEmbedding.of(dimension, re, im))) {
      throw new IllegalStateException("the eigendecomposition did not converge");
    }
    return solver;
  }

  private interface Entries {
    double at(int row, int column);
  }

  /** Back from the real embedding, whose left half is {@code [Re; Im]}. */
  private static HermitianMatrix firstColumns(int qubits, Entries embedded) {
    int dimension = 1 << qubits;
    double[] re = new double[dimension * dimension];
    double[] im = new double[re.length];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        re[row * dimension + column] = embedded.at(row, column);
        im[row * dimension + column] = embedded.at(row + dimension, column);
      }
    }
    return new HermitianMatrix(qubits, re, im);
  }

  /** The diagonal: for a density matrix, the probabilities of all outcomes. */
  public double[] diagonal() {
    double[] diagonal = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      diagonal[i] = re[i * dimension + i];
    }
    return diagonal;
  }

  /** A copy as the matrix type of the user's library. */
  public SimpleMatrix matrix() {
    var matrix = new ZMatrixRMaj(dimension, dimension);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        matrix.set(row, column, re[row * dimension + column], im[row * dimension + column]);
      }
    }
    return SimpleMatrix.wrap(matrix);
  }

  private void requireSameQubits(int other) {
    if (other != qubits) {
      throw new IllegalArgumentException(
          "the matrix has %d qubits, the other has %d".formatted(qubits, other));
    }
  }

  @Override
  public String toString() {
    return "Hermitian matrix on " + qubits + (qubits == 1 ? " qubit" : " qubits");
  }
}
