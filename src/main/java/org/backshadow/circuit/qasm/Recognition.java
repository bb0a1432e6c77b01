package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a text defines a gate that circuits have under the same name: {@code gate rzz(t) a, b
 * { cx a, b; rz(t) b; cx a, b; }} is read as rzz, one gate with one angle, and not as three.
 */
final class Recognition {
  private static final int MOST_QUBITS = 4;
  private static final int MOST_OPERATIONS = 200;
  private static final double TOLERANCE = 1e-12;
  private static final String PAULI = "pauli_";

  private Recognition() {}

  /** The gate itself where its body has the same matrix, else the body. */
  static GateDefinition of(GateDefinition.Composite body, int version) {
    Gate gate = named(body.name());
    if (gate == null
        || gate.qubits() != body.qubits()
        || gate.angles() != body.arguments()
        || body.qubits() > MOST_QUBITS
        || body.operations() > MOST_OPERATIONS) {
      return body;
    }
    for (double start : new double[] {0.3717, -1.9413}) {
      if (!isSame(gate, body, start, version)) {
        return body;
      }
    }
    return new GateDefinition.Known(body.name(), gate);
  }

  private static @Nullable Gate named(String name) {
    if (name.matches(PAULI + "[xyz]{1," + MOST_QUBITS + "}")) {
      String letters = name.substring(PAULI.length()).toUpperCase(Locale.ROOT);
      var circuit = Circuit.of(letters.length()).pauliRotation(letters, 0.0);
      return circuit.operations().get(0).gate();
    }
    return Library.standardGate(name);
  }

  private static boolean isSame(
      Gate gate, GateDefinition.Composite body, double start, int version) {
    var values = new ArrayList<Value>();
    for (int k = 0; k < gate.angles(); k++) {
      values.add(new Value.Real(start + 0.7531 * k));
    }
    List<Angle> angles = values.stream().map(Value::angle).toList();
    var qubits = IntStream.range(0, gate.qubits()).boxed().toList();
    double[][] a;
    double[][] b;
    try {
      a = matrix(List.of(new Operation(gate, qubits, angles)), gate.qubits());
      b = matrix(Expander.body(body, values, qubits), gate.qubits());
    } catch (IllegalArgumentException e) {
      // an expression of the body has no value here
      return false;
    }
    return distance(a, b, version == 2) <= TOLERANCE;
  }

  private static double distance(double[][] a, double[][] b, boolean phase) {
    double re = 0;
    double im = 0;
    double worst = 0;
    for (int i = 0; i < a[0].length; i++) {
      re += a[0][i] * b[0][i] + a[1][i] * b[1][i];
      im += a[1][i] * b[0][i] - a[0][i] * b[1][i];
    }
    double size = phase ? Math.hypot(re, im) : 0;
    double pr = size > 0 ? re / size : 1;
    double pi = size > 0 ? im / size : 0;
    for (int i = 0; i < a[0].length; i++) {
      double x = a[0][i] - pr * b[0][i] + pi * b[1][i];
      double y = a[1][i] - pr * b[1][i] - pi * b[0][i];
      worst = Math.max(worst, Math.hypot(x, y));
    }
    return worst;
  }

  /** The unitary, column after column, as real and imaginary parts. */
  private static double[][] matrix(List<Operation> operations, int qubits) {
    int dimension = 1 << qubits;
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    for (int c = 0; c < dimension; c++) {
      re[c * dimension + c] = 1;
    }
    for (Operation operation : operations) {
      for (int c = 0; c < dimension; c++) {
        apply(operation, qubits, re, im, c * dimension);
      }
    }
    return new double[][] {re, im};
  }

  private static void apply(Operation operation, int qubits, double[] re, double[] im, int offset) {
    UnitaryForm form = operation.form();
    int controls = mask(operation.controls(), qubits);
    List<Integer> targets = operation.targets();
    int all = mask(targets, qubits);
    int size = 1 << targets.size();
    double[] x = new double[size];
    double[] y = new double[size];
    for (int base = 0; base < 1 << qubits; base++) {
      if ((base & all) != 0 || (base & controls) != controls) {
        continue;
      }
      for (int r = 0; r < size; r++) {
        x[r] = 0;
        y[r] = 0;
        for (int c = 0; c < size; c++) {
          int from = offset + (base | spread(c, targets, qubits));
          x[r] += form.re(r, c) * re[from] - form.im(r, c) * im[from];
          y[r] += form.re(r, c) * im[from] + form.im(r, c) * re[from];
        }
      }
      for (int r = 0; r < size; r++) {
        int to = offset + (base | spread(r, targets, qubits));
        re[to] = x[r];
        im[to] = y[r];
      }
    }
  }

  private static int mask(List<Integer> places, int qubits) {
    return places.stream().mapToInt(q -> 1 << (qubits - 1 - q)).sum();
  }

  private static int spread(int index, List<Integer> places, int qubits) {
    int spread = 0;
    for (int k = 0; k < places.size(); k++) {
      int bit = index >> (places.size() - 1 - k) & 1;
      spread |= bit << (qubits - 1 - places.get(k));
    }
    return spread;
  }
}
