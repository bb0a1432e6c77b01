package org.backshadow.circuit.propagation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** {@code sign * string}: what a Pauli string has become behind a gate. */
record CarriedString(int sign, PauliString string) {
  private static final double ROUNDING = 1e-12;

  /** How one bound gate carries strings; what it does to letters on its qubits is remembered. */
  static final class Through {
    private final Operation operation;
    private final LocalConjugation conjugation;
    private final Map<PauliString, Optional<CarriedString>> images = new HashMap<>();

    Through(Operation operation) {
      this.operation = operation;
      this.conjugation = new LocalConjugation(operation);
    }

    Operation operation() {
      return operation;
    }

    /** The image of a string on the register, empty if it is a sum of several. */
    Optional<CarriedString> of(CarriedString carried) {
      List<Integer> qubits = operation.qubits();
      int register = carried.string.qubits();
      PauliString local = PauliPropagation.restrict(carried.string, qubits);
      PauliString outside = PauliPropagation.lift(local, qubits, register).times(carried.string);
      return image(local)
          .map(
              image ->
                  new CarriedString(
                      carried.sign * image.sign,
                      outside.times(PauliPropagation.lift(image.string, qubits, register))));
    }

    /** True if every string becomes a string: the gate is a Clifford gate. */
    boolean isClifford() {
      int k = operation.qubits().size();
      for (int q = 0; q < k; q++) {
        if (image(new PauliString(k, 1L << q, 0)).isEmpty()
            || image(new PauliString(k, 0, 1L << q)).isEmpty()) {
          return false;
        }
      }
      return true;
    }

    private Optional<CarriedString> image(PauliString local) {
      return images.computeIfAbsent(local, string -> single(conjugation.of(string)));
    }

    private static Optional<CarriedString> single(List<PauliSum.Term> image) {
      var large = image.stream().filter(term -> Math.abs(term.coefficient()) > ROUNDING).toList();
      return large.size() == 1
          ? Optional.of(
              new CarriedString(large.get(0).coefficient() > 0 ? 1 : -1, large.get(0).string()))
          : Optional.empty();
    }
  }
}
