package org.backshadow.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.simple.SimpleMatrix;

/**
 * A dense complex matrix, and with it the obvious simulator: every gate is written out as a {@code
 * 2^n x 2^n} matrix and multiplied. A state is a matrix of one column.
 *
 * <p>Slow on purpose (n &le; 6), and independent: gate matrices come from {@link TextbookGates},
 * Paulis from Kronecker products of 2 x 2 matrices, and no mask or kernel of the library is used.
 * Qubit 0 is the most significant bit of an index. Immutable.
 */
public final class NaiveMatrix {
  private final double[][] re;
  private final double[][] im;

  private NaiveMatrix(double[][] re, double[][] im) {
    this.re = re;
    this.im = im;
  }

  /** Rows of real parts and rows of imaginary parts. */
  public static NaiveMatrix of(double[][] re, double[][] im) {
    return generate(re.length, re[0].length, (r, c) -> re[r][c], (r, c) -> im[r][c]);
  }

  /** Rows of real numbers. */
  public static NaiveMatrix real(double[]... rows) {
    return of(rows, new double[rows.length][rows[0].length]);
  }

  /** A diagonal of {@code e^(i phase)}. */
  public static NaiveMatrix phases(double... phases) {
    int n = phases.length;
    return generate(
        n,
        n,
        (r, c) -> r == c ? Math.cos(phases[r]) : 0,
        (r, c) -> r == c ? Math.sin(phases[r]) : 0);
  }

  public static NaiveMatrix identity(int dimension) {
    return phases(new double[dimension]);
  }

  /** The basis state with the given bits, such as {@code "010"}, as a column. */
  public static NaiveMatrix basisState(String bits) {
    int index = Integer.parseInt(bits, 2);
    return generate(1 << bits.length(), 1, (r, c) -> r == index ? 1 : 0, (r, c) -> 0);
  }

  /** Entries as a function of row and column. */
  public interface Entry {
    double at(int row, int column);
  }

  public static NaiveMatrix generate(int rows, int columns, Entry re, Entry im) {
    double[][] reals = new double[rows][columns];
    double[][] imaginaries = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        reals[r][c] = re.at(r, c);
        imaginaries[r][c] = im.at(r, c);
      }
    }
    return new NaiveMatrix(reals, imaginaries);
  }

  /** A Pauli string, letter by letter, as a Kronecker product. */
  public static NaiveMatrix of(PauliString string) {
    var product = identity(1);
    for (char letter : string.toString().toCharArray()) {
      product = product.kronecker(TextbookGates.pauli(letter));
    }
    return product;
  }

  public static NaiveMatrix of(PauliSum sum) {
    var total = identity(1 << sum.qubits()).times(0);
    for (PauliSum.Term term : sum.terms()) {
      total = total.plus(of(term.string()).times(term.coefficient()));
    }
    return total;
  }

  /** What a simulator would apply to the targets, entry by entry. */
  public static NaiveMatrix of(UnitaryForm form) {
    int dimension = 1 << form.qubits();
    return generate(dimension, dimension, form::re, form::im);
  }

  /** The unitary of a bound circuit. */
  public static NaiveMatrix of(Circuit circuit) {
    var all = identity(1 << circuit.qubits());
    for (Operation operation : circuit.operations()) {
      all = of(operation, circuit.qubits()).times(all);
    }
    return all;
  }

  /** The state of a bound circuit on {@code |0...0>}. */
  public static NaiveMatrix state(Circuit circuit) {
    return state(circuit, basisState("0".repeat(circuit.qubits())));
  }

  /** The state of a bound circuit on a given state. */
  public static NaiveMatrix state(Circuit circuit, NaiveMatrix start) {
    var state = start;
    for (Operation operation : circuit.operations()) {
      state = of(operation, circuit.qubits()).times(state);
    }
    return state;
  }

  /** The density matrix of a bound circuit, with noise or without, on {@code |0...0>}. */
  public static NaiveMatrix density(Circuit circuit) {
    int n = circuit.qubits();
    var zero = basisState("0".repeat(n));
    var rho = zero.times(zero.adjoint());
    for (Operation operation : circuit.operations()) {
      var next = rho.times(0);
      for (NaiveMatrix k : TextbookChannels.kraus(operation)) {
        var wide = k.embedded(n, operation.qubits());
        next = next.plus(wide.times(rho).times(wide.adjoint()));
      }
      rho = next;
    }
    return rho;
  }

  public double trace() {
    double trace = 0;
    for (int i = 0; i < rows(); i++) {
      trace += re[i][i];
    }
    return trace;
  }

  /** A bound operation on a register of so many qubits. */
  public static NaiveMatrix of(Operation operation, int qubits) {
    return TextbookGates.matrix(operation).embedded(qubits, operation.qubits());
  }

  /**
   * This gate, whose qubits in order are {@code places}, on a register: {@code P^T (G (x) I) P}
   * with the permutation matrix P that brings those qubits to the front.
   */
  public NaiveMatrix embedded(int qubits, List<Integer> places) {
    var order = new ArrayList<>(places);
    for (int q = 0; q < qubits; q++) {
      if (!places.contains(q)) {
        order.add(q);
      }
    }
    int dimension = 1 << qubits;
    IntUnaryOperator front =
        index -> {
          String bits = Integer.toBinaryString(dimension + index).substring(1);
          var moved = new StringBuilder();
          order.forEach(q -> moved.append(bits.charAt(q)));
          return Integer.parseInt(moved.toString(), 2);
        };
    int[] moved = new int[dimension];
    for (int i = 0; i < dimension; i++) {
      moved[i] = front.applyAsInt(i);
    }
    var wide = kronecker(identity(1 << (qubits - places.size())));
    return generate(
        dimension,
        dimension,
        (r, c) -> wide.re[moved[r]][moved[c]],
        (r, c) -> wide.im[moved[r]][moved[c]]);
  }

  /** Identity where the control, the new first qubit, is 0, and this where it is 1. */
  public NaiveMatrix controlled() {
    int n = rows();
    return generate(
        2 * n,
        2 * n,
        (r, c) -> r >= n && c >= n ? re[r - n][c - n] : r == c ? 1 : 0,
        (r, c) -> r >= n && c >= n ? im[r - n][c - n] : 0);
  }

  public NaiveMatrix kronecker(NaiveMatrix other) {
    int m = other.rows();
    int k = other.columns();
    return generate(
        rows() * m,
        columns() * k,
        (r, c) ->
            re[r / m][c / k] * other.re[r % m][c % k] - im[r / m][c / k] * other.im[r % m][c % k],
        (r, c) ->
            re[r / m][c / k] * other.im[r % m][c % k] + im[r / m][c / k] * other.re[r % m][c % k]);
  }

  public NaiveMatrix times(NaiveMatrix other) {
    double[][] reals = new double[rows()][other.columns()];
    double[][] imaginaries = new double[rows()][other.columns()];
    for (int r = 0; r < rows(); r++) {
      for (int c = 0; c < other.columns(); c++) {
        for (int k = 0; k < columns(); k++) {
          reals[r][c] += re[r][k] * other.re[k][c] - im[r][k] * other.im[k][c];
          imaginaries[r][c] += re[r][k] * other.im[k][c] + im[r][k] * other.re[k][c];
        }
      }
    }
    return new NaiveMatrix(reals, imaginaries);
  }

  public NaiveMatrix times(double factor) {
    return times(factor, 0);
  }

  /** Times a complex number. */
  public NaiveMatrix times(double x, double y) {
    return generate(
        rows(),
        columns(),
        (r, c) -> re[r][c] * x - im[r][c] * y,
        (r, c) -> re[r][c] * y + im[r][c] * x);
  }

  public NaiveMatrix plus(NaiveMatrix other) {
    return generate(
        rows(),
        columns(),
        (r, c) -> re[r][c] + other.re[r][c],
        (r, c) -> im[r][c] + other.im[r][c]);
  }

  public NaiveMatrix minus(NaiveMatrix other) {
    return plus(other.times(-1));
  }

  /** The conjugate transpose. */
  public NaiveMatrix adjoint() {
    return generate(columns(), rows(), (r, c) -> re[c][r], (r, c) -> -im[c][r]);
  }

  /** {@code <psi|this|psi>}, real since this is Hermitian. */
  public double expectation(NaiveMatrix psi) {
    return psi.adjoint().times(this).times(psi).re(0, 0);
  }

  /** The largest absolute value of a difference of entries. */
  public double distance(NaiveMatrix other) {
    if (rows() != other.rows() || columns() != other.columns()) {
      return Double.POSITIVE_INFINITY;
    }
    double worst = 0;
    for (int r = 0; r < rows(); r++) {
      for (int c = 0; c < columns(); c++) {
        double off = Math.hypot(re[r][c] - other.re[r][c], im[r][c] - other.im[r][c]);
        worst = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(worst, off);
      }
    }
    return worst;
  }

  /**
   * The smallest eigenvalue of a Hermitian {@code A + iB}, from the real symmetric {@code [[A, -B],
   * [B, A]]}, which has each eigenvalue twice.
   */
  public double smallestEigenvalue() {
    int n = rows();
    var embedded = new DMatrixRMaj(2 * n, 2 * n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        embedded.set(r, c, re[r][c]);
        embedded.set(r + n, c + n, re[r][c]);
        embedded.set(r, c + n, -im[r][c]);
        embedded.set(r + n, c, im[r][c]);
      }
    }
    var solver = DecompositionFactory_DDRM.eig(2 * n, false, true);
    if (!solver.decompose(embedded)) {
      throw new AssertionError("the eigenvalue solver failed");
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 2 * n; i++) {
      smallest = Math.min(smallest, solver.getEigenvalue(i).real);
    }
    return smallest;
  }

  /** As the matrix type of the user's own library. */
  public SimpleMatrix toEjml() {
    var matrix = new ZMatrixRMaj(rows(), columns());
    for (int r = 0; r < rows(); r++) {
      for (int c = 0; c < columns(); c++) {
        matrix.set(r, c, re[r][c], im[r][c]);
      }
    }
    return SimpleMatrix.wrap(matrix);
  }

  public int rows() {
    return re.length;
  }

  public int columns() {
    return re[0].length;
  }

  public double re(int row, int column) {
    return re[row][column];
  }

  public double im(int row, int column) {
    return im[row][column];
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int r = 0; r < rows(); r++) {
      for (int c = 0; c < columns(); c++) {
        text.append("%9.5f%+.5fi ".formatted(re[r][c], im[r][c]));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
