package org.backshadow.circuit.propagation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.pauli.SignedPauli;

/**
 * What Clifford gates do to Pauli strings: {@code P -> U P U^dagger} is again a string with a sign.
 * Whether a gate is one is found out from its matrix, so an {@code rx(pi/2)} counts. Remembers the
 * gates that it has met; not thread-safe.
 *
 * <pre>{@code
 * var action = new CliffordAction();
 * var cx = circuit(2).cx(0, 1).operations().get(0);
 * action.image(new SignedPauli(PauliString.of("XI"), false), cx) // Optional[+XX]
 * }</pre>
 */
public final class CliffordAction {
  private static final double ROUNDING = 1e-12;
  private static final int MAX_QUBITS = 4;
  private final Map<Kind, Optional<SignedPauli[]>> known = new HashMap<>();

  private record Kind(Gate gate, List<Angle> angles) {}

  /**
   * The image of a string with a sign, or nothing if the gate is not a Clifford gate.
   *
   * @throws IllegalArgumentException if an angle of the gate is not bound
   */
  public Optional<SignedPauli> image(SignedPauli pauli, Operation operation) {
    return images(operation).map(images -> image(pauli, operation, images));
  }

  /** True if the gate takes every string to a string. */
  public boolean isClifford(Operation operation) {
    return images(operation).isPresent();
  }

  private static SignedPauli image(SignedPauli pauli, Operation operation, SignedPauli[] images) {
    List<Integer> qubits = operation.qubits();
    PauliString string = pauli.string();
    int local = 0;
    long touched = 0;
    for (int k = 0; k < qubits.size(); k++) {
      long bit = string.bit(qubits.get(k));
      touched |= bit;
      local = local << 1 | ((string.x() & bit) != 0 ? 1 : 0);
    }
    for (int qubit : qubits) {
      local = local << 1 | ((string.z() & string.bit(qubit)) != 0 ? 1 : 0);
    }
    SignedPauli image = images[local];
    PauliString lifted = PauliPropagation.lift(image.string(), qubits, string.qubits());
    return new SignedPauli(
        new PauliString(
            string.qubits(),
            string.x() & ~touched | lifted.x(),
            string.z() & ~touched | lifted.z()),
        pauli.negative() ^ image.negative());
  }

  /** The images of all strings on the gate's qubits, by the bits of x, then those of z. */
  private Optional<SignedPauli[]> images(Operation operation) {
    if (operation.qubits().size() > MAX_QUBITS) {
      return Optional.empty();
    }
    return known.computeIfAbsent(
        new Kind(operation.gate(), operation.angles()), kind -> compute(operation));
  }

  private static Optional<SignedPauli[]> compute(Operation operation) {
    int k = operation.qubits().size();
    var onItsOwn = new ArrayList<Integer>();
    for (int q = 0; q < k; q++) {
      onItsOwn.add(q);
    }
    var here = new Operation(operation.gate(), onItsOwn, operation.angles());
    var images = new SignedPauli[1 << 2 * k];
    for (int local = 0; local < images.length; local++) {
      var string = new PauliString(k, local >> k, local & (1 << k) - 1);
      List<PauliSum.Term> terms = PauliPropagation.forward(PauliSum.of(string), here).terms();
      var largest =
          terms.stream().filter(t -> Math.abs(Math.abs(t.coefficient()) - 1) < ROUNDING).findAny();
      if (largest.isEmpty()) {
        return Optional.empty();
      }
      images[local] = new SignedPauli(largest.get().string(), largest.get().coefficient() < 0);
    }
    return Optional.of(images);
  }
}
