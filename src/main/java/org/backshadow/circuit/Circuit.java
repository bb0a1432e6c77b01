package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.backshadow.circuit.qasm.QasmWriter;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Interrupts;
import org.jspecify.annotations.Nullable;

/**
 * A circuit on a register of qubits that start in {@code |0...0>}: a list of gates and of channels
 * of noise, as an immutable value. Each call returns a longer circuit that shares its beginning
 * with this one.
 *
 * <p>Qubit 0 is the top wire, the first letter of a Pauli string and the leftmost bit of an
 * outcome.
 *
 * <pre>{@code
 * var c = circuit(3).h(0).cx(0, 1).ry(1, param("a")).rz(2, param("b").times(2));
 * c.depth() // 3
 * state(c, 0.4, 0.9).amplitude("000") // 0.4308 - 0.5429i
 * c.then(c.adjoint()).gates() // 8
 * }</pre>
 */
public final class Circuit extends GateMethods {
  private static final String NO_NOISE_IN_QASM =
      "OpenQASM has no noise: export the circuit without it";

  private final int qubits;
  private final int size;
  private final int gates;
  private final @Nullable Circuit prefix;
  private final @Nullable Operation last;

  /** Filled on first need, as the names are; every thread would write the same. */
  private @Nullable List<Operation> operations;

  private @Nullable List<String> parameters;

  private Circuit(int qubits, @Nullable Circuit prefix, @Nullable Operation last) {
    this.qubits = qubits;
    this.prefix = prefix;
    this.last = last;
    this.size = prefix == null ? 0 : prefix.size + 1;
    this.gates = prefix == null || last == null ? 0 : prefix.gates + count(last);
  }

  private Circuit(int qubits, List<Operation> operations) {
    this.qubits = qubits;
    this.prefix = null;
    this.last = null;
    this.size = operations.size();
    this.gates = operations.stream().mapToInt(Circuit::count).sum();
    this.operations = Collections.unmodifiableList(operations);
  }

  private static int count(Operation operation) {
    return operation.isUnitary() ? 1 : 0;
  }

  /**
   * The empty circuit.
   *
   * @throws IllegalArgumentException unless 1 &le; qubits &le; {@value PauliString#MAX_QUBITS}
   */
  public static Circuit of(int qubits) {
    if (qubits < 1 || qubits > PauliString.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a circuit has 1 to " + PauliString.MAX_QUBITS + " qubits, not " + qubits);
    }
    return new Circuit(qubits, null, null);
  }

  /** Those of the register, used or not. */
  public int qubits() {
    return qubits;
  }

  @Override
  int width() {
    return qubits;
  }

  /** The number of gates and channels. */
  public int size() {
    return size;
  }

  /** The number of gates; noise is applied by nobody and does not count. */
  public int gates() {
    return gates;
  }

  /** True if no channel of noise stands in it. */
  public boolean isUnitary() {
    return gates == size;
  }

  /**
   * Refuses a circuit with noise. Static, as are the checks of values below: after a circuit and a
   * dot stands what one builds with it, not what the library asks of it.
   *
   * @param what needs a circuit without
   * @param instead what to do
   * @throws IllegalArgumentException with the first channel and its place
   */
  public static void requireUnitary(Circuit circuit, String what, String instead) {
    for (int i = 0; i < circuit.size; i++) {
      Operation operation = circuit.operations().get(i);
      if (!operation.isUnitary()) {
        throw new IllegalArgumentException(
            "%s: operation %d, %s, is a noise channel and not unitary; %s"
                .formatted(what, i, GateSymbol.describe(operation), instead));
      }
    }
  }

  /** The gates and channels in the order of their application. */
  public List<Operation> operations() {
    List<Operation> known = operations;
    if (known == null) {
      var array = new Operation[size];
      Circuit at = this;
      while (at.prefix != null && at.operations == null) {
        array[at.size - 1] = at.last;
        at = at.prefix;
      }
      for (int i = 0; i < at.size; i++) {
        array[i] = at.operations().get(i);
      }
      known = Collections.unmodifiableList(Arrays.asList(array));
      operations = known;
    }
    return known;
  }

  @Override
  public Circuit gate(Gate gate, List<Integer> qubits, Angle... angles) {
    requireNonNull(gate, "gate");
    requireNonNull(angles, "angles");
    return append(new Operation(gate, qubits, List.of(angles)));
  }

  @Override
  public Circuit channel(Channel channel, List<Integer> qubits, Angle... strengths) {
    requireNonNull(channel, "channel");
    requireNonNull(strengths, "strengths");
    return append(new Operation(channel, qubits, List.of(strengths)));
  }

  private Circuit append(Operation operation) {
    for (int qubit : operation.qubits()) {
      requireQubit(qubit);
    }
    return new Circuit(qubits, this, operation);
  }

  /** This circuit, then one more operation. */
  public Circuit then(Operation operation) {
    return append(operation);
  }

  /** This circuit, then another on the same register. */
  public Circuit then(Circuit next) {
    requireNonNull(next, "next");
    requireSameRegister(next);
    if (next.size == 0) {
      return this;
    }
    Circuit all = this;
    for (Operation operation : next.operations()) {
      all = new Circuit(qubits, all, operation);
    }
    return all;
  }

  /**
   * The inverse: inverse gates in the opposite order.
   *
   * @throws IllegalArgumentException if there is noise in it, which nothing undoes
   */
  public Circuit adjoint() {
    requireUnitary(this, "adjoint", "noise has no inverse: take the adjoint of the gates alone");
    var reversed = new ArrayList<Operation>(size);
    for (int i = size - 1; i >= 0; i--) {
      reversed.add(operations().get(i).inverse());
    }
    return new Circuit(qubits, reversed);
  }

  /** So many times in a row; 0 gives the empty circuit. */
  public Circuit repeat(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("repeat: " + times + " is negative");
    }
    if (size == 0) {
      return this;
    }
    CircuitMemory.require("repeat " + times + " times", (double) times * size, CircuitMemory.LINK);
    Circuit all = of(qubits);
    for (int i = 0; i < times; i++) {
      Interrupts.check();
      all = all.then(this);
    }
    return all;
  }

  /** So many times in a row; the inverse for a negative number, the empty circuit for 0. */
  public Circuit power(int exponent) {
    if (exponent == Integer.MIN_VALUE) {
      throw new IllegalArgumentException("power: the exponent " + exponent + " is too large");
    }
    return exponent < 0 ? adjoint().repeat(-exponent) : repeat(exponent);
  }

  /**
   * Appends another circuit on the same register, applied where the control is 1. Nest for more
   * controls.
   *
   * @throws IllegalArgumentException if the controlled circuit acts on the control or holds noise
   */
  public Circuit controlled(int control, Circuit controlled) {
    requireNonNull(controlled, "controlled");
    requireQubit(control);
    requireSameRegister(controlled);
    requireUnitary(
        controlled, "controlled", "control the gates alone and put the noise behind them");
    Circuit all = this;
    for (Operation operation : controlled.operations()) {
      if (!operation.isGlobalPhase() && operation.qubits().contains(control)) {
        throw new IllegalArgumentException(
            "controlled: %s acts on the control qubit %d itself"
                .formatted(operation.gate().label(), control));
      }
      all = new Circuit(qubits, all, operation.controlledBy(control));
    }
    return all;
  }

  /** The names of the parameters in the order of their first appearance. */
  public List<String> parameters() {
    List<String> known = parameters;
    if (known == null) {
      var names = new LinkedHashSet<String>();
      for (Operation operation : operations()) {
        operation.angles().forEach(angle -> names.addAll(angle.parameters()));
      }
      known = List.copyOf(names);
      parameters = known;
    }
    return known;
  }

  /**
   * The circuit with numbers for its parameters, in the order of {@link #parameters()}.
   *
   * @throws IllegalArgumentException if the count is wrong or a value is not finite
   */
  public Circuit bind(double... theta) {
    Map<String, Double> values = named(this, theta);
    return map(operation -> operation.bind(values));
  }

  /** The circuit with numbers for its parameters, by name; names that do not occur are refused. */
  public Circuit bind(Map<String, Double> values) {
    requireValues(values);
    return map(operation -> operation.bind(values));
  }

  /** Values by name, from values in the order of {@link #parameters()}. */
  public static Map<String, Double> named(Circuit circuit, double... theta) {
    requireValues(circuit, theta);
    List<String> names = circuit.parameters();
    var values = new LinkedHashMap<String, Double>();
    for (int k = 0; k < theta.length; k++) {
      values.put(names.get(k), theta[k]);
    }
    return values;
  }

  /**
   * Checks values in the order of {@link #parameters()}.
   *
   * @throws IllegalArgumentException if the count is wrong or a value is not finite
   */
  public static void requireValues(Circuit circuit, double... theta) {
    List<String> names = circuit.parameters();
    requireNonNull(theta, "theta");
    if (theta.length != names.size()) {
      throw new IllegalArgumentException(
          "theta has %d values but the circuit has %d parameters: %s"
              .formatted(theta.length, names.size(), abbreviated(names)));
    }
    for (int k = 0; k < theta.length; k++) {
      if (!Double.isFinite(theta[k])) {
        throw new IllegalArgumentException(
            "theta[%d] is %s; angles must be finite radians".formatted(k, theta[k]));
      }
    }
  }

  private void requireValues(Map<String, Double> values) {
    requireNonNull(values, "values");
    List<String> names = parameters();
    for (String name : names) {
      Double value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "no value for parameter %s; the circuit has %s".formatted(name, abbreviated(names)));
      }
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "parameter %s is %s; angles must be finite radians".formatted(name, value));
      }
    }
    var known = new HashSet<>(names);
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "no parameter %s in the circuit; it has %s".formatted(name, abbreviated(names)));
      }
    }
  }

  /** The circuit with one gate or channel replaced by another on the same register. */
  public Circuit with(int index, Operation operation) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "gate %d is outside this circuit of %d gates (valid: 0..%d)"
              .formatted(index, size, size - 1));
    }
    operation.qubits().forEach(this::requireQubit);
    var changed = new ArrayList<>(operations());
    changed.set(index, operation);
    return new Circuit(qubits, changed);
  }

  /** The first so many gates and channels. */
  public Circuit first(int gates) {
    if (gates < 0 || gates > size) {
      throw new IllegalArgumentException(
          "the circuit has %d gates, so there are no first %d".formatted(size, gates));
    }
    return new Circuit(qubits, operations().subList(0, gates));
  }

  /** The same gates on a register with further qubits below. */
  public Circuit widened(int qubits) {
    if (qubits < this.qubits) {
      throw new IllegalArgumentException(
          "%d qubits do not hold this %d-qubit circuit".formatted(qubits, this.qubits));
    }
    return new Circuit(of(qubits).qubits, operations());
  }

  private Circuit map(UnaryOperator<Operation> change) {
    var changed = new ArrayList<Operation>(size);
    for (Operation operation : operations()) {
      changed.add(change.apply(operation));
    }
    return new Circuit(qubits, changed);
  }

  /** The number of layers of gates when every gate stands as far left as it can. */
  public int depth() {
    return Layers.depth(this);
  }

  /**
   * The circuit as an OpenQASM 2 program; every number reads back as it was.
   *
   * @throws IllegalArgumentException if it has parameters or noise, which the language does not
   *     know
   */
  public String toQasm2() {
    requireUnitary(this, "toQasm2", NO_NOISE_IN_QASM);
    return QasmWriter.two(this);
  }

  /**
   * The circuit as an OpenQASM 3 program, with its parameters as {@code input float}.
   *
   * @throws IllegalArgumentException if it has noise, which the language does not know
   */
  public String toQasm3() {
    requireUnitary(this, "toQasm3", NO_NOISE_IN_QASM);
    return QasmWriter.three(this);
  }

  private void requireQubit(int qubit) {
    if (qubit < 0 || qubit >= qubits) {
      throw new IllegalArgumentException(
          "qubit %d is outside this %d-qubit circuit (valid: 0..%d)"
              .formatted(qubit, qubits, qubits - 1));
    }
  }

  private void requireSameRegister(Circuit other) {
    if (other.qubits != qubits) {
      throw new IllegalArgumentException(
          "the circuits have %d and %d qubits".formatted(qubits, other.qubits));
    }
  }

  private static String abbreviated(List<String> names) {
    int shown = Math.min(names.size(), 8);
    String list = String.join(", ", names.subList(0, shown));
    return names.isEmpty() ? "none" : list + (shown < names.size() ? ", …" : "");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Circuit circuit
        && qubits == circuit.qubits
        && operations().equals(circuit.operations());
  }

  @Override
  public int hashCode() {
    return 31 * qubits + operations().hashCode();
  }

  /** The circuit drawn as text, folded to 100 columns. */
  @Override
  public String toString() {
    return CircuitText.draw(this, 100);
  }
}
