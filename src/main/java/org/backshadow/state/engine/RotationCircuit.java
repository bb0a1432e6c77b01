package org.backshadow.state.engine;

import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Circuit;

/**
 * A circuit as a list of Pauli rotations, cut where gates given by matrices stand, and one final
 * Clifford, the {@link Frame}. The angles stay open: rotation j turns by {@code factor[j] *
 * a[slot[j]] + offset[j]}, where a holds the angles of all gates one after the other. Immutable.
 */
final class RotationCircuit {
  /** A plan takes some hundred bytes a gate, so circuits without end do without one. */
  private static final int MOST_GATES = 20_000;

  private final int qubits;
  private final List<Section> sections;
  private final List<Rotation> phases;
  private final Frame frame;
  private final int slots;

  /** Rotations in the order of application, and the gate given by a matrix in front of them. */
  record Section(Optional<BlockGate> before, List<Rotation> rotations) {}

  /**
   * One rotation {@code exp(-i t P / 2)} with {@code t = factor * a[slot] + offset}.
   *
   * @param string P, its sign taken into the angle
   * @param slot the angle it depends on, -1 for none
   */
  record Rotation(PhasedString string, int slot, double factor, double offset) {
    double angle(double[] angles) {
      return slot < 0 ? offset : factor * angles[slot] + offset;
    }
  }

  /** Which Cliffords the frame takes up. */
  enum Keep {
    /** Only what relabels basis states, so that amplitudes can be read off. */
    RELABELLINGS,
    /** All of them: enough for expectation values and gradients. */
    CLIFFORDS
  }

  RotationCircuit(
      int qubits, List<Section> sections, List<Rotation> phases, Frame frame, int slots) {
    this.qubits = qubits;
    this.sections = sections;
    this.phases = phases;
    this.frame = frame;
    this.slots = slots;
  }

  /** Empty if a gate with angles is no product of rotations, or gates are too many or too large. */
  static Optional<RotationCircuit> of(Circuit circuit, Keep keep) {
    if (circuit.size() > MOST_GATES) {
      return Optional.empty();
    }
    return new RotationCompiler(circuit.qubits(), keep).compile(circuit.operations());
  }

  int qubits() {
    return qubits;
  }

  /** All rotations but those about the identity, cut where gates given by matrices stand. */
  List<Section> sections() {
    return sections;
  }

  Frame frame() {
    return frame;
  }

  /** Derivatives by the angles of all gates, from those by the rotations of each section. */
  double[] chain(List<double[]> slopes) {
    double[] derivatives = new double[slots];
    for (int s = 0; s < sections.size(); s++) {
      List<Rotation> rotations = sections.get(s).rotations;
      for (int j = 0; j < rotations.size(); j++) {
        Rotation rotation = rotations.get(j);
        if (rotation.slot >= 0) {
          derivatives[rotation.slot] += rotation.factor * slopes.get(s)[j];
        }
      }
    }
    return derivatives;
  }

  /**
   * The cosine and the sine of the phase that the rotations about the identity make. Multiplied,
   * not added up: a sum of large angles would lose the digits that count.
   */
  double[] phase(double[] angles) {
    double re = 1;
    double im = 0;
    for (Rotation phase : phases) {
      double c = StrictMath.cos(phase.angle(angles) / 2);
      double s = -StrictMath.sin(phase.angle(angles) / 2);
      double product = re * c - im * s;
      im = re * s + im * c;
      re = product;
    }
    return new double[] {re, im};
  }
}
