package org.backshadow.state;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.backshadow.circuit.Operation;
import org.backshadow.linear.HermitianEigen;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * A Hermitian matrix on n qubits, {@code 2^n} rows and columns in {@code 16 * 4^n} bytes; qubit 0
 * is the most significant bit of an index. Immutable.
 *
 * <p>Gates turn it in {@code 4^n} steps. Its eigenvalues take about {@code 8 * 8^n} operations, its
 * eigenvectors {@code 18 * 8^n} and a function {@code 4 * 8^n} more; they are found when they are
 * first asked for, and once. Their errors are some {@code 1e-15} of the largest eigenvalue. Exact
 * arithmetic with matrices, and no measurement: no copies are charged.
 *
 * <pre>{@code
 * HermitianMatrix h = HermitianMatrix.of(pauliSum("ZZ + 0.5*XI + 0.5*IX"));
 * h.eigenvalues()[0] // -1.4142
 * h.gibbs().trace() // 1.0
 * }</pre>
 */
public final class HermitianMatrix {
  /** Beyond this a dense matrix is refused. */
  public static final int MAX_QUBITS = 12;

  /** An eigenvalue of a density matrix below this is a rounding error. */
  private static final double NO_WEIGHT = 1e-15;

  private final int qubits;
  private final int dimension;

  /** Entries row by row. */
  private final double[] re;

  private final double[] im;
  private final Once<double[]> eigenvalues;
  private final Once<HermitianEigen> eigen;

  private HermitianMatrix(int qubits, double[] re, double[] im) {
    this.qubits = qubits;
    this.dimension = 1 << qubits;
    this.re = re;
    this.im = im;
    this.eigenvalues = Once.of(() -> HermitianEigen.values(dimension, re, im));
    this.eigen = Once.of(() -> HermitianEigen.of(dimension, re, im));
  }

  /** Takes the entries row by row, both arrays <i>kept</i>. */
  static HermitianMatrix wrap(int qubits, double[] re, double[] im) {
    return new HermitianMatrix(qubits, re, im);
  }

  /** A multiple of the identity. */
  public static HermitianMatrix identity(int qubits, double factor) {
    requireQubits(qubits);
    int dimension = 1 << qubits;
    double[] re = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      re[i * dimension + i] = factor;
    }
    return new HermitianMatrix(qubits, re, new double[re.length]);
  }

  /** The matrix of a Pauli sum. */
  public static HermitianMatrix of(PauliSum sum) {
    requireQubits(sum.qubits());
    double[] re = new double[1 << 2 * sum.qubits()];
    double[] im = new double[re.length];
    PauliEntries.add(sum, re, im);
    return new HermitianMatrix(sum.qubits(), re, im);
  }

  /**
   * Of real and imaginary parts by rows, both copied.
   *
   * @throws IllegalArgumentException unless there are {@code 2^n} rows and columns of finite
   *     numbers, equal to their conjugated mirror image to {@code 1e-12} of the largest
   */
  public static HermitianMatrix of(double[][] re, double[][] im) {
    return HermitianEntries.matrix(
        re.length,
        Arrays.stream(re).allMatch(row -> row.length == re.length)
            && im.length == re.length
            && Arrays.stream(im).allMatch(row -> row.length == re.length),
        (row, column) -> re[row][column],
        (row, column) -> im[row][column]);
  }

  /**
   * Of a real or complex matrix of the user's library, copied.
   *
   * @throws IllegalArgumentException as {@link #of(double[][], double[][])}
   */
  public static HermitianMatrix of(SimpleMatrix matrix) {
    return HermitianEntries.matrix(
        matrix.getNumRows(),
        matrix.getNumRows() == matrix.getNumCols(),
        matrix::getReal,
        (row, column) -> matrix.getType().isReal() ? 0 : matrix.getImag(row, column));
  }

  private static void requireQubits(int qubits) {
    if (qubits < 1 || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a dense matrix has 1 to %d qubits, not %d: it takes 16 * 4^n bytes, and 8^n steps for"
                  .formatted(MAX_QUBITS, qubits)
              + " its eigenvalues");
    }
  }

  /** The projector {@code |psi><psi|}. */
  public static HermitianMatrix projector(StateVector psi) {
    int qubits = psi.qubits();
    requireQubits(qubits);
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

  /** Those of the register. */
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

  /** {@code A B A}. */
  HermitianMatrix around(HermitianMatrix middle) {
    requireSameQubits(middle.qubits);
    return of(matrix().mult(middle.matrix()).mult(matrix()));
  }

  /** A new vector {@code A v}. */
  Amplitudes times(Amplitudes v) {
    double[] productRe = new double[dimension];
    double[] productIm = new double[dimension];
    for (int row = 0; row < dimension; row++) {
      double x = 0;
      double y = 0;
      int start = row * dimension;
      for (int column = 0; column < dimension; column++) {
        x += re[start + column] * v.re[column] - im[start + column] * v.im[column];
        y += re[start + column] * v.im[column] + im[start + column] * v.re[column];
      }
      productRe[row] = x;
      productIm[row] = y;
    }
    return Amplitudes.of(qubits, productRe, productIm);
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

  /** The trace, the sum of the eigenvalues. */
  public double trace() {
    double total = 0;
    for (int i = 0; i < dimension; i++) {
      total += re[i * dimension + i];
    }
    return total;
  }

  /** The eigenvalues in ascending order. */
  public double[] eigenvalues() {
    return eigenvalues.get().clone();
  }

  /**
   * The smallest and the largest eigenvalue to about a hundredth of their distance, in some tens of
   * {@code 4^n} steps.
   */
  public double[] nearlyExtremeEigenvalues() {
    var start =
        Amplitudes.of(
            qubits, new Seed(dimension).random().gaussians(dimension, 1), new double[dimension]);
    return new Lanczos(this, start).extremes(40);
  }

  /** The eigenvectors as columns of a complex matrix, in the order of the eigenvalues. */
  public SimpleMatrix eigenvectors() {
    HermitianEigen solved = eigen.get();
    var columns = new ZMatrixRMaj(dimension, dimension);
    for (int i = 0; i < dimension; i++) {
      for (int k = 0; k < dimension; k++) {
        columns.set(i, k, solved.re(i, k), solved.im(i, k));
      }
    }
    return SimpleMatrix.wrap(columns);
  }

  /** The same eigenvectors with a function of the eigenvalues: exp, log, ... */
  public HermitianMatrix map(DoubleUnaryOperator function) {
    double[] resultRe = new double[re.length];
    double[] resultIm = new double[im.length];
    eigen.get().function(function, resultRe, resultIm);
    return new HermitianMatrix(qubits, resultRe, resultIm);
  }

  /** {@code exp(A) / tr exp(A)}, the Gibbs state of the Hamiltonian -A at temperature 1. */
  public HermitianMatrix gibbs() {
    double largest = largestEigenvalue();
    double sum = sumOfExp(largest);
    return map(value -> StrictMath.exp(value - largest) / sum);
  }

  /** {@code ln tr exp(A)}, also where exp(A) overflows. */
  public double logTraceExp() {
    double largest = largestEigenvalue();
    return largest + StrictMath.log(sumOfExp(largest));
  }

  private double largestEigenvalue() {
    return eigen.get().values()[dimension - 1];
  }

  /** {@code sum_k exp(value_k - shift)}. */
  private double sumOfExp(double shift) {
    double sum = 0;
    for (double value : eigen.get().values()) {
      sum += StrictMath.exp(value - shift);
    }
    return sum;
  }

  /** Of a density matrix: the von Neumann entropy {@code -tr A log2 A} in bits. */
  public double entropy() {
    double nats = 0;
    for (double p : eigenvalues.get()) {
      nats -= p > 0 ? p * StrictMath.log(p) : 0;
    }
    return Math.max(0, nats / StrictMath.log(2));
  }

  /** {@code ||A - B||_1 / 2}: of two density matrices 0 to 1. */
  public double traceDistance(HermitianMatrix other) {
    double sum = 0;
    for (double value : plus(-1, other).eigenvalues()) {
      sum += Math.abs(value);
    }
    return sum / 2;
  }

  /**
   * Of two density matrices: {@code tr A (ln A - ln B)} in nats, infinite if A has a weight above
   * {@code 1e-9} where the eigenvalues of B are below {@code 1e-15}.
   */
  public double relativeEntropy(HermitianMatrix other) {
    requireSameQubits(other.qubits);
    if (traceOfProduct(other.map(value -> value < NO_WEIGHT ? 1 : 0)) > 1e-9) {
      return Double.POSITIVE_INFINITY;
    }
    HermitianMatrix log = other.map(value -> value < NO_WEIGHT ? 0 : StrictMath.log(value));
    return Math.max(0, -entropy() * StrictMath.log(2) - traceOfProduct(log));
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
