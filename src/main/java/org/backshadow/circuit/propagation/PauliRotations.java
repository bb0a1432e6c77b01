package org.backshadow.circuit.propagation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.GateSymbol;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.circuit.propagation.CarriedString.Through;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;

/**
 * A circuit read as rotations {@code exp(-i w a P)} about Pauli strings: a state preparation, which
 * is everything before the first parameter, then rotations with Clifford gates between them.
 *
 * <p>A gate whose generator is a sum of strings that commute, such as {@code crx}, is one rotation
 * a string. All strings are also given in the output frame, carried through the Clifford gates
 * behind them, where they can be compared: with those gates moved to the front the circuit is the
 * product of these rotations.
 *
 * <pre>{@code
 * var c = circuit(2).rx(0, param("a")).cx(0, 1).rz(1, param("b"));
 * PauliRotations.of(c, "example").list().get(0).output() // XX
 * }</pre>
 */
public final class PauliRotations {
  /**
   * One rotation.
   *
   * @param gate index of the operation
   * @param string where the gate stands
   * @param weight w, the string's coefficient in the gate's generator
   * @param output the string in the output frame
   * @param sign of it there, 1 or -1
   * @param parametrized whether the angle has a parameter
   */
  public record Rotation(
      int gate,
      PauliString string,
      double weight,
      PauliString output,
      int sign,
      boolean parametrized) {}

  private final Circuit circuit;
  private final List<Rotation> rotations;

  private PauliRotations(Circuit circuit, List<Rotation> rotations) {
    this.circuit = circuit;
    this.rotations = List.copyOf(rotations);
  }

  /**
   * Reads a circuit, with or without values for its parameters.
   *
   * @param method who asks, for the message
   * @throws IllegalArgumentException if a gate with a parameter is no product of rotations, or what
   *     stands behind one is noise or turns its string into a sum
   */
  public static PauliRotations of(Circuit circuit, String method) {
    List<Operation> operations = circuit.operations();
    int first = 0;
    while (first < operations.size() && operations.get(first).isBound()) {
      first++;
    }
    Deque<Through> later = new ArrayDeque<>();
    var reversed = new ArrayList<Rotation>();
    for (int gate = operations.size() - 1; gate >= first; gate--) {
      Interrupts.check();
      Operation operation = operations.get(gate);
      requireGate(operation, gate, method);
      Optional<Through> fixed = operation.isBound() ? fixed(operation) : Optional.empty();
      if (fixed.isPresent()) {
        later.push(fixed.get());
      } else {
        List<PauliSum.Term> terms = generator(circuit, gate, method).terms();
        for (int t = terms.size() - 1; t >= 0; t--) {
          CarriedString output = carried(terms.get(t).string(), later, gate, method);
          reversed.add(
              new Rotation(
                  gate,
                  terms.get(t).string(),
                  terms.get(t).coefficient(),
                  output.string(),
                  output.sign(),
                  !operation.isBound()));
        }
      }
    }
    Collections.reverse(reversed);
    return new PauliRotations(circuit, reversed);
  }

  private static void requireGate(Operation operation, int index, String method) {
    if (!operation.isUnitary()) {
      throw new IllegalArgumentException(
          "%s: operation %d, %s, is a noise channel behind the first parameter, and no rotation; use parameterShift()"
              .formatted(method, index, GateSymbol.describe(operation)));
    }
  }

  /** A bound gate to carry strings through, unless it counts as rotations itself. */
  private static Optional<Through> fixed(Operation operation) {
    var through = new Through(operation);
    return through.isClifford() || !isProductOfRotations(operation)
        ? Optional.of(through)
        : Optional.empty();
  }

  private static PauliSum generator(Circuit circuit, int gate, String method) {
    Operation operation = circuit.operations().get(gate);
    if (!isProductOfRotations(operation)) {
      throw new IllegalArgumentException(
          "%s: gate %d (%s) is no product of Pauli rotations that commute; use rx, ry, rz and pauliRotation, or parameterShift()"
              .formatted(method, gate, operation.gate().label()));
    }
    return PauliPropagation.generator(at(operation, 0), 0, circuit.qubits());
  }

  private static CarriedString carried(
      PauliString string, Deque<Through> later, int gate, String method) {
    var carried = new CarriedString(1, string);
    for (Through through : later) {
      Optional<CarriedString> next = through.of(carried);
      if (next.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: the generator of gate %d (%s) becomes a sum of Pauli strings behind the fixed gate %s, which is no Clifford gate; use parameterShift() or hadamardTest()"
                .formatted(method, gate, string, through.operation().gate().label()));
      }
      carried = next.get();
    }
    return carried;
  }

  /** True for {@code prod_l exp(-i w_l a P_l)}: a constant generator whose strings commute. */
  private static boolean isProductOfRotations(Operation operation) {
    if (operation.gate().angles() != 1) {
      return false;
    }
    Gate gate = operation.gate();
    PauliSum generator;
    try {
      generator = gate.generator(0, 0);
      if (!generator.equals(gate.generator(0, 1))) {
        return false;
      }
    } catch (UnsupportedOperationException noGenerator) {
      return false;
    }
    for (PauliSum.Term a : generator.terms()) {
      for (PauliSum.Term b : generator.terms()) {
        if (!a.string().commutesWith(b.string())) {
          return false;
        }
      }
    }
    return isIdentity(gate.form(0));
  }

  private static boolean isIdentity(UnitaryForm form) {
    for (int row = 0; row < 1 << form.qubits(); row++) {
      for (int column = 0; column < 1 << form.qubits(); column++) {
        double expected = row == column ? 1 : 0;
        if (form.re(row, column) != expected || form.im(row, column) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static Operation at(Operation operation, double radians) {
    return operation.withAngle(0, Angle.of(radians));
  }

  /** Those of the circuit. */
  public int qubits() {
    return circuit.qubits();
  }

  /** The rotations in the order of their application, fixed ones included. */
  public List<Rotation> list() {
    return rotations;
  }

  /** The later rotations that anticommute with one: those that its derivative has to flip. */
  public BitSet flips(int rotation) {
    PauliString string = rotations.get(rotation).output();
    var flips = new BitSet(rotations.size());
    for (int later = rotation + 1; later < rotations.size(); later++) {
      if (!string.commutesWith(rotations.get(later).output())) {
        flips.set(later);
      }
    }
    return flips;
  }

  /**
   * The blocks: rotations with parameters whose {@link #flips} are the same, which implies that
   * they commute. A circuit of B commuting blocks in the sense of arXiv:2306.14962 has at most B.
   *
   * @return indices into {@link #list()}, in the order of the blocks' first rotations
   */
  public List<List<Integer>> blocks() {
    var byFlips = new LinkedHashMap<BitSet, List<Integer>>();
    for (int j = 0; j < rotations.size(); j++) {
      Interrupts.check();
      if (rotations.get(j).parametrized()) {
        byFlips.computeIfAbsent(flips(j), key -> new ArrayList<>()).add(j);
      }
    }
    return byFlips.values().stream().map(List::copyOf).toList();
  }

  /**
   * The bound circuit on one more qubit, an ancilla in {@code |+>}, where the given rotations turn
   * forwards if the ancilla is 0 and backwards if it is 1.
   *
   * @param theta values of the circuit's parameters
   */
  public Circuit branching(BitSet flipped, double... theta) {
    int ancilla = qubits();
    Circuit branching = Circuit.of(ancilla + 1).h(ancilla);
    List<Operation> operations = circuit.bind(theta).operations();
    int next = 0;
    for (int gate = 0; gate < operations.size(); gate++) {
      int start = next;
      while (next < rotations.size() && rotations.get(next).gate() == gate) {
        next++;
      }
      int first = flipped.nextSetBit(start);
      if (first < 0 || first >= next) {
        branching = branching.then(operations.get(gate));
        continue;
      }
      for (int j = start; j < next; j++) {
        Rotation rotation = rotations.get(j);
        PauliString string = rotation.string();
        long z = string.z() << 1 | (flipped.get(j) ? 1 : 0);
        branching =
            branching.pauliRotation(
                new PauliString(ancilla + 1, string.x() << 1, z),
                Angle.of(2 * rotation.weight() * operations.get(gate).radians()[0]));
      }
    }
    return branching;
  }
}
