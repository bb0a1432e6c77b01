package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.backshadow.pauli.PauliSum;

/**
 * A unitary with a name: the extension point for gates of your own.
 *
 * <p>The first {@link #controls} of its {@link #qubits} are controls: where all of them are 1, the
 * {@link #form} acts on the remaining target qubits.
 *
 * <pre>{@code
 * record Half() implements Gate {
 *   public String label() { return "half"; }
 *   public int qubits() { return 1; }
 *   public int angles() { return 1; }
 *   public UnitaryForm form(double... t) {
 *     return new UnitaryForm.PauliRotation(PauliString.of("Z"), t[0] / 2);
 *   }
 *   public PauliSum generator(int k, double... t) { return pauliSum("0.25*Z"); }
 * }
 * var f = expectation(circuit(1).h(0).gate(new Half(), List.of(0), param("a")), pauliSum("X"));
 * f.at(0.8).value() // 0.9211
 * }</pre>
 */
public non-sealed interface Gate extends Instruction {
  /** How many of the qubits, the first ones, are controls. */
  default int controls() {
    return 0;
  }

  /** The unitary on the target qubits for these angles in radians. */
  UnitaryForm form(double... angles);

  /**
   * The Hermitian G on the target qubits with {@code dU/d angles[k] = -i G U}.
   *
   * @throws UnsupportedOperationException if the gate does not say, which makes it fixed for every
   *     gradient method
   */
  default PauliSum generator(int k, double... angles) {
    throw new UnsupportedOperationException(
        "gate " + label() + " has no generator, so nothing can be differentiated by its angles");
  }

  /** The gate that undoes this one. */
  default Inverse inverse(List<Angle> angles) {
    return angles.isEmpty()
        ? new Inverse(new AdjointGate(this), angles)
        : new Inverse(this, angles.stream().map(Angle::negate).toList());
  }

  /** A gate with its angles. */
  record Inverse(Gate gate, List<Angle> angles) {
    /** Copies the angles. */
    public Inverse {
      requireNonNull(gate, "gate");
      angles = List.copyOf(requireNonNull(angles, "angles"));
    }
  }
}
