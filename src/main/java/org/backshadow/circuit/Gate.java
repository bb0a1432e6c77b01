package org.backshadow.circuit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.backshadow.pauli.PauliSum;

/**
 * A unitary with a name: the extension point for gates of your own.
 *
 * <p>The first {@link #controls} of its {@link #qubits} are controls: where all of them are 1, the
 * {@link #form} acts on the remaining target qubits.
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
    public Inverse {
      requireNonNull(gate, "gate");
      angles = List.copyOf(requireNonNull(angles, "angles"));
    }
  }
}
