package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;

/**
 * A circuit as a list of Pauli rotations and one final Clifford, the {@link Frame}. The angles stay
 * open: rotation j turns by {@code factor[j] * a[slot[j]] + offset[j]}, where a holds the angles of
 * all gates one after the other. Immutable.
 */
final class RotationCircuit {
  /** A plan takes some hundred bytes a gate, so circuits without end do without one. */
  private static final int MOST_GATES = 20_000;

  private final int qubits;
  private final List<Rotation> rotations;
  private final List<Rotation> phases;
  private final Frame frame;
  private final int slots;

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

  private RotationCircuit(
      int qubits, List<Rotation> rotations, List<Rotation> phases, Frame frame, int slots) {
    this.qubits = qubits;
    this.rotations = rotations;
    this.phases = phases;
    this.frame = frame;
    this.slots = slots;
  }

  /** Empty if some gate is neither a Clifford nor a product of rotations, or they are too many. */
  static Optional<RotationCircuit> of(Circuit circuit, Keep keep) {
    if (circuit.size() > MOST_GATES) {
      return Optional.empty();
    }
    return new Compiler(circuit.qubits(), keep).compile(circuit.operations());
  }

  int qubits() {
    return qubits;
  }

  /** All rotations but those about the identity, in the order of application. */
  List<Rotation> rotations() {
    return rotations;
  }

  Frame frame() {
    return frame;
  }

  /** Derivatives by the angles of all gates, from those by the rotations. */
  double[] chain(double[] slopes) {
    double[] derivatives = new double[slots];
    for (int j = 0; j < slopes.length; j++) {
      Rotation rotation = rotations.get(j);
      if (rotation.slot >= 0) {
        derivatives[rotation.slot] += rotation.factor * slopes[j];
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

  private static final class Compiler {
    private final int qubits;
    private final Keep keep;
    private final Frame frame;
    private final List<Rotation> rotations = new ArrayList<>();
    private final List<Rotation> phases = new ArrayList<>();
    private final Map<Gate, Optional<GateConjugation>> cliffords = new HashMap<>();
    private final Map<Gate, Optional<List<GateTurns.Turn>>> products = new HashMap<>();
    private int slots;

    Compiler(int qubits, Keep keep) {
      this.qubits = qubits;
      this.keep = keep;
      this.frame = Frame.identity(qubits);
    }

    Optional<RotationCircuit> compile(List<Operation> operations) {
      for (Operation operation : operations) {
        if (!take(operation)) {
          return Optional.empty();
        }
        slots += operation.gate().angles();
      }
      return Optional.of(
          new RotationCircuit(qubits, List.copyOf(rotations), List.copyOf(phases), frame, slots));
    }

    private boolean take(Operation operation) {
      int[] on = operation.qubits().stream().mapToInt(Integer::intValue).toArray();
      Optional<GateConjugation> clifford =
          cliffords.computeIfAbsent(operation.gate(), gate -> clifford(operation));
      if (clifford.isPresent()) {
        frame.append(clifford.get(), on);
        return true;
      }
      Optional<List<GateTurns.Turn>> product =
          products.computeIfAbsent(operation.gate(), gate -> GateTurns.of(operation));
      if (product.isEmpty()) {
        return false;
      }
      for (GateTurns.Turn turn : product.get()) {
        add(turn, on);
      }
      return true;
    }

    private Optional<GateConjugation> clifford(Operation operation) {
      boolean may =
          operation.gate().angles() == 0
              && operation.qubits().size() <= 3
              && (keep == Keep.CLIFFORDS || Relabelling.isOne(operation.form()));
      return may ? GateConjugation.of(operation) : Optional.empty();
    }

    private void add(GateTurns.Turn turn, int[] on) {
      PhasedString image = frame.image(frame.lift(turn.string(), on));
      int slot = turn.angle() < 0 ? -1 : slots + turn.angle();
      var rotation =
          new Rotation(
              new PhasedString(image.x(), image.z(), 0),
              slot,
              image.sign() * turn.factor(),
              image.sign() * turn.offset());
      (image.x() == 0 && image.z() == 0 ? phases : rotations).add(rotation);
    }
  }
}
