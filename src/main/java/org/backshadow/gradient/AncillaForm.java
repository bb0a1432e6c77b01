package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * A circuit's output psi and {@code O psi} side by side: {@code (|0> psi + |1> O psi) / sqrt 2}
 * with one ancilla behind the circuit's qubits.
 *
 * <p>Turned back to the place behind a gate {@code exp(-i a P)}, the derivative of {@code <O>} by a
 * is {@code -2 <P (x) Y>}: a Pauli measurement, and the next gate is one gate away. A sum {@code O
 * = sum c_k Q_k} of L = sum |c_k| takes an index register behind the ancilla, in the state {@code
 * sum sqrt(|c_k| / L) |k>}, which controls {@code sign(c_k) Q_k}; derivatives of {@code O / L}
 * follow.
 *
 * <pre>{@code
 * var form = AncillaForm.of(circuit(1).ry(0, 0.4), pauliSum("Z"));
 * var check = AncillaForm.check(PauliString.of("Y"), 2);
 * state(form).expectation(PauliSum.of(check)) // 0.3894
 * }</pre>
 */
public final class AncillaForm {
  /** Index registers are prepared by one matrix. */
  static final int MAX_TERMS = 1024;

  private AncillaForm() {}

  /** The number of qubits in the index register. */
  static int indexQubits(PauliSum observable) {
    return 32 - Integer.numberOfLeadingZeros(observable.terms().size() - 1);
  }

  /** The circuit that prepares it from a bound circuit; the observable has no identity term. */
  public static Circuit of(Circuit circuit, PauliSum observable) {
    int ancilla = circuit.qubits();
    int index = indexQubits(observable);
    Circuit form = circuit.widened(ancilla + 1 + index).h(ancilla);
    if (index > 0) {
      for (Operation operation : indexState(observable, index).operations()) {
        var places = operation.qubits().stream().map(q -> q + ancilla + 1).toList();
        form = form.then(new Operation(operation.gate(), places, operation.angles()));
      }
    }
    for (int k = 0; k < observable.terms().size(); k++) {
      form = controlledTerm(form, observable.terms().get(k), k, ancilla, index);
    }
    return form;
  }

  private static Circuit indexState(PauliSum observable, int index) {
    double[] re = new double[1 << index];
    double norm = observable.oneNorm();
    for (int k = 0; k < observable.terms().size(); k++) {
      re[k] = Math.sqrt(Math.abs(observable.terms().get(k).coefficient()) / norm);
    }
    return Ansatz.statePreparation(re, new double[re.length]);
  }

  /** The term's string with its sign, where the ancilla is 1 and the index register holds k. */
  private static Circuit controlledTerm(
      Circuit form, PauliSum.Term term, int k, int ancilla, int index) {
    Circuit at = form;
    var register = new ArrayList<Integer>();
    for (int b = 0; b < index; b++) {
      register.add(ancilla + 1 + b);
    }
    var zeros = register.stream().filter(q -> (k >> (ancilla + index - q) & 1) == 0).toList();
    for (int q : zeros) {
      at = at.x(q);
    }
    var controls = new ArrayList<>(register);
    controls.add(ancilla);
    for (int q = 0; q < ancilla; q++) {
      if (term.string().letter(q) != 'I') {
        at = at.then(letter(term.string(), q).controlledBy(controls));
      }
    }
    if (term.coefficient() < 0) {
      at =
          at.then(
              new Operation(StandardGate.Z, List.of(ancilla), List.of()).controlledBy(register));
    }
    for (int q : zeros) {
      at = at.x(q);
    }
    return at;
  }

  private static Operation letter(PauliString string, int qubit) {
    StandardGate gate =
        switch (string.letter(qubit)) {
          case 'X' -> StandardGate.X;
          case 'Y' -> StandardGate.Y;
          default -> StandardGate.Z;
        };
    return new Operation(gate, List.of(qubit), List.of());
  }

  /** {@code P (x) Y} on the register of the form, for a string on the circuit's qubits. */
  public static PauliString check(PauliString p, int registerQubits) {
    int shift = registerQubits - p.qubits();
    long y = 1L << (shift - 1);
    return new PauliString(registerQubits, p.x() << shift | y, p.z() << shift | y);
  }
}
