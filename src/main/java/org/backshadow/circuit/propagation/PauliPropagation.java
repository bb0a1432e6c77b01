package org.backshadow.circuit.propagation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * Observables carried through gates: {@code S -> U S U^dagger} as Pauli sums.
 *
 * <p>A Pauli rotation turns a string that anticommutes with it into two; any other gate expands a
 * string's letters on the gate's qubits into at most {@code 4^k} of them. Exact; nothing is dropped
 * but coefficients below 1e-14 of the sum's norm.
 *
 * <pre>{@code
 * var rz = circuit(1).rz(0, Math.PI / 4).operations().get(0);
 * PauliPropagation.forward(pauliSum("X"), rz) // 0.7071*X + 0.7071*Y
 * }</pre>
 */
public final class PauliPropagation {
  private static final double NEGLIGIBLE = 1e-14;
  private static final int MAX_GATE_QUBITS = 6;

  private PauliPropagation() {}

  /** {@code U S U^dagger} for a bound gate. */
  public static PauliSum forward(PauliSum sum, Operation operation) {
    if (operation.controls().isEmpty()
        && operation.form() instanceof UnitaryForm.PauliRotation rotation) {
      return rotate(
          sum, lift(rotation.string(), operation.qubits(), sum.qubits()), rotation.angle());
    }
    return expand(sum, operation);
  }

  private static PauliSum rotate(PauliSum sum, PauliString p, double angle) {
    if (sum.terms().stream().allMatch(term -> p.commutesWith(term.string()))) {
      return sum;
    }
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    var terms = new ArrayList<PauliSum.Term>();
    for (PauliSum.Term term : sum.terms()) {
      if (p.commutesWith(term.string())) {
        terms.add(term);
      } else {
        // (cos - i sin P) Q, and PQ = i^phase R with an odd phase
        double turned = p.productPhase(term.string()) == 1 ? sin : -sin;
        terms.add(new PauliSum.Term(cos * term.coefficient(), term.string()));
        terms.add(new PauliSum.Term(turned * term.coefficient(), p.times(term.string())));
      }
    }
    return cleaned(sum.qubits(), terms);
  }

  private static PauliSum expand(PauliSum sum, Operation operation) {
    List<Integer> qubits = operation.qubits();
    if (qubits.size() > MAX_GATE_QUBITS) {
      throw new IllegalArgumentException(
          "%s acts on %d qubits; observables are carried through gates on at most %d"
              .formatted(operation.gate().label(), qubits.size(), MAX_GATE_QUBITS));
    }
    var conjugation = new LocalConjugation(operation);
    Map<PauliString, List<PauliSum.Term>> images = new HashMap<>();
    var terms = new ArrayList<PauliSum.Term>();
    for (PauliSum.Term term : sum.terms()) {
      PauliString local = restrict(term.string(), qubits);
      PauliString outside = lift(local, qubits, sum.qubits()).times(term.string());
      for (PauliSum.Term image : images.computeIfAbsent(local, conjugation::of)) {
        terms.add(
            new PauliSum.Term(
                term.coefficient() * image.coefficient(),
                outside.times(lift(image.string(), qubits, sum.qubits()))));
      }
    }
    return cleaned(sum.qubits(), terms);
  }

  private static PauliSum cleaned(int qubits, List<PauliSum.Term> terms) {
    PauliSum merged = PauliSum.of(qubits, terms);
    double least = NEGLIGIBLE * merged.oneNorm();
    if (merged.terms().stream().allMatch(t -> Math.abs(t.coefficient()) > least)) {
      return merged;
    }
    return PauliSum.of(
        qubits, merged.terms().stream().filter(t -> Math.abs(t.coefficient()) > least).toList());
  }

  /** A string on a gate's qubits as one on the register. */
  static PauliString lift(PauliString local, List<Integer> qubits, int register) {
    long x = 0;
    long z = 0;
    for (int k = 0; k < qubits.size(); k++) {
      long bit = 1L << (register - 1 - qubits.get(k));
      x |= (local.x() & local.bit(k)) != 0 ? bit : 0;
      z |= (local.z() & local.bit(k)) != 0 ? bit : 0;
    }
    return new PauliString(register, x, z);
  }

  /** A string on the register as one on some of its qubits. */
  static PauliString restrict(PauliString string, List<Integer> qubits) {
    long x = 0;
    long z = 0;
    for (int qubit : qubits) {
      x = x << 1 | ((string.x() & string.bit(qubit)) != 0 ? 1 : 0);
      z = z << 1 | ((string.z() & string.bit(qubit)) != 0 ? 1 : 0);
    }
    return new PauliString(qubits.size(), x, z);
  }

  /**
   * The generator of a gate's k-th angle on the whole register: {@code dU/da = -i G U}, with the
   * projector on each control expanded as {@code (I - Z)/2}. The identity, which changes no
   * expectation value, is left out.
   */
  public static PauliSum generator(Operation operation, int k, int register) {
    var terms = new ArrayList<PauliSum.Term>();
    int controls = operation.gate().controls();
    for (PauliSum.Term term : operation.gate().generator(k, operation.radians()).terms()) {
      PauliString target = lift(term.string(), operation.targets(), register);
      for (long subset = 0; subset < 1L << controls; subset++) {
        var letters = new PauliString(Math.max(1, controls), 0, subset);
        PauliString string =
            controls == 0 ? target : target.times(lift(letters, operation.controls(), register));
        double sign = (Long.bitCount(subset) & 1) == 0 ? 1 : -1;
        if (!string.isIdentity()) {
          terms.add(new PauliSum.Term(sign * term.coefficient() / (1L << controls), string));
        }
      }
    }
    return PauliSum.of(register, terms);
  }
}
