package org.backshadow.testing;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static org.backshadow.testing.NaiveMatrix.of;
import static org.backshadow.testing.NaiveMatrix.phases;
import static org.backshadow.testing.NaiveMatrix.real;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;

/**
 * Every gate's matrix as it stands in the textbooks, typed in again: Nielsen and Chuang, section
 * 1.3 and 4.2, for the fixed gates; {@code stdgates.inc} of OpenQASM 3 (arXiv:2104.14722) for the
 * rotations, {@code p} and {@code u}; PennyLane's documentation for the two excitations. Controls
 * come first and the first qubit is the most significant bit.
 */
public final class TextbookGates {
  private static final double R = 1 / Math.sqrt(2);
  private static final Map<String, Function<double[], NaiveMatrix>> TABLE = new LinkedHashMap<>();

  static {
    fixed("i", real(row(1, 0), row(0, 1)));
    fixed("x", real(row(0, 1), row(1, 0)));
    fixed("y", of(rows(row(0, 0), row(0, 0)), rows(row(0, -1), row(1, 0))));
    fixed("z", real(row(1, 0), row(0, -1)));
    fixed("h", real(row(R, R), row(R, -R)));
    fixed("s", of(rows(row(1, 0), row(0, 0)), rows(row(0, 0), row(0, 1))));
    fixed("sdg", of(rows(row(1, 0), row(0, 0)), rows(row(0, 0), row(0, -1))));
    fixed("t", of(rows(row(1, 0), row(0, R)), rows(row(0, 0), row(0, R))));
    fixed("tdg", of(rows(row(1, 0), row(0, R)), rows(row(0, 0), row(0, -R))));
    fixed("sx", of(rows(row(.5, .5), row(.5, .5)), rows(row(.5, -.5), row(-.5, .5))));
    fixed("sxdg", of(rows(row(.5, .5), row(.5, .5)), rows(row(-.5, .5), row(.5, -.5))));
    turning("rx", TextbookGates::rx);
    turning("ry", TextbookGates::ry);
    turning("rz", t -> phases(-t / 2, t / 2));
    turning("p", t -> phases(0, t));
    TABLE.put("u", t -> u(t[0], t[1], t[2]));
    fixed("cx", real(row(1, 0, 0, 0), row(0, 1, 0, 0), row(0, 0, 0, 1), row(0, 0, 1, 0)));
    fixed(
        "cy",
        of(
            rows(row(1, 0, 0, 0), row(0, 1, 0, 0), row(0, 0, 0, 0), row(0, 0, 0, 0)),
            rows(row(0, 0, 0, 0), row(0, 0, 0, 0), row(0, 0, 0, -1), row(0, 0, 1, 0))));
    fixed("cz", real(row(1, 0, 0, 0), row(0, 1, 0, 0), row(0, 0, 1, 0), row(0, 0, 0, -1)));
    fixed("ch", real(row(1, 0, 0, 0), row(0, 1, 0, 0), row(0, 0, R, R), row(0, 0, R, -R)));
    turning("cp", t -> phases(0, 0, 0, t));
    turning("crx", t -> rx(t).controlled());
    turning("cry", t -> ry(t).controlled());
    turning("crz", t -> phases(0, 0, -t / 2, t / 2));
    fixed("swap", real(row(1, 0, 0, 0), row(0, 0, 1, 0), row(0, 1, 0, 0), row(0, 0, 0, 1)));
    fixed("iswap", iswap(1));
    fixed("iswapdg", iswap(-1));
    fixed("ccx", TABLE.get("cx").apply(row()).controlled());
    fixed("cswap", TABLE.get("swap").apply(row()).controlled());
    turning("rxx", t -> rotation("XX", t));
    turning("ryy", t -> rotation("YY", t));
    turning("rzz", t -> phases(-t / 2, t / 2, t / 2, -t / 2));
    turning("singleExcitation", t -> givens(4, 0b01, 0b10, t));
    turning("doubleExcitation", t -> givens(16, 0b0011, 0b1100, t));
  }

  private TextbookGates() {}

  /** The names in the table. */
  public static Set<String> labels() {
    return Set.copyOf(TABLE.keySet());
  }

  /** The matrix of a gate of the table on its own qubits, controls included. */
  public static NaiveMatrix matrix(String label, double... angles) {
    var gate = TABLE.get(label);
    if (gate == null) {
      throw new IllegalArgumentException("no gate " + label + " in the table");
    }
    return gate.apply(angles);
  }

  /** {@code exp(-i angle P / 2) = cos(angle/2) - i sin(angle/2) P}. */
  public static NaiveMatrix rotation(String letters, double angle) {
    var pauli = NaiveMatrix.identity(1);
    for (char letter : letters.toCharArray()) {
      pauli = pauli.kronecker(pauli(letter));
    }
    var identity = NaiveMatrix.identity(pauli.rows());
    return identity.times(cos(angle / 2)).plus(pauli.times(0, -sin(angle / 2)));
  }

  static NaiveMatrix pauli(char letter) {
    return matrix(String.valueOf(letter).toLowerCase(java.util.Locale.ROOT));
  }

  /**
   * The matrix of a bound operation on its own qubits, found by its name: each leading c that the
   * table does not know stands for one control. Only the letters of a Pauli rotation and the
   * entries of a gate given by its matrix are read from the operation, since they stand nowhere
   * else.
   */
  static NaiveMatrix matrix(Operation operation) {
    return matrix(operation.gate().label(), operation);
  }

  private static NaiveMatrix matrix(String label, Operation operation) {
    if (TABLE.containsKey(label)) {
      return matrix(label, operation.radians());
    }
    if (label.equals("pauliRotation")) {
      var rotation = (UnitaryForm.PauliRotation) operation.form();
      return rotation(rotation.string().toString(), operation.radians()[0]);
    }
    if (label.equals("unitary")) {
      return of(operation.form());
    }
    if (label.equals("unitary†")) {
      return of(operation.inverse().form()).adjoint();
    }
    if (label.startsWith("c")) {
      return matrix(label.substring(1), operation).controlled();
    }
    throw new IllegalArgumentException("no matrix for gate " + operation.gate().label());
  }

  private static NaiveMatrix rx(double t) {
    double c = cos(t / 2);
    double s = sin(t / 2);
    return of(rows(row(c, 0), row(0, c)), rows(row(0, -s), row(-s, 0)));
  }

  private static NaiveMatrix ry(double t) {
    double c = cos(t / 2);
    double s = sin(t / 2);
    return real(row(c, -s), row(s, c));
  }

  private static NaiveMatrix u(double theta, double phi, double lambda) {
    double c = cos(theta / 2);
    double s = sin(theta / 2);
    // cos and sin of phi + lambda by the theorem, as the sum is rounded: beside 1e6 at the tenth
    // digit.
    double re = cos(phi) * cos(lambda) - sin(phi) * sin(lambda);
    double im = sin(phi) * cos(lambda) + cos(phi) * sin(lambda);
    return of(
        rows(row(c, -s * cos(lambda)), row(s * cos(phi), c * re)),
        rows(row(0, -s * sin(lambda)), row(s * sin(phi), c * im)));
  }

  private static NaiveMatrix iswap(double i) {
    return of(
        rows(row(1, 0, 0, 0), row(0, 0, 0, 0), row(0, 0, 0, 0), row(0, 0, 0, 1)),
        rows(row(0, 0, 0, 0), row(0, 0, i, 0), row(0, i, 0, 0), row(0, 0, 0, 0)));
  }

  /**
   * {@code from} to {@code cos(t/2) from + sin(t/2) to}, {@code to} to {@code cos to - sin from}.
   */
  private static NaiveMatrix givens(int dimension, int from, int to, double t) {
    double[][] entries = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      entries[i][i] = 1;
    }
    entries[from][from] = cos(t / 2);
    entries[to][to] = cos(t / 2);
    entries[to][from] = sin(t / 2);
    entries[from][to] = -sin(t / 2);
    return real(entries);
  }

  private static void fixed(String label, NaiveMatrix matrix) {
    TABLE.put(label, angles -> matrix);
  }

  private static void turning(String label, Function<Double, NaiveMatrix> matrix) {
    TABLE.put(label, angles -> matrix.apply(angles[0]));
  }

  private static double[] row(double... entries) {
    return entries;
  }

  private static double[][] rows(double[]... rows) {
    return rows;
  }
}
