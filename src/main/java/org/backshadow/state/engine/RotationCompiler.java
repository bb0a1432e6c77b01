package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.state.engine.RotationCircuit.Keep;
import org.backshadow.state.engine.RotationCircuit.Rotation;
import org.backshadow.state.engine.RotationCircuit.Section;

/**
 * Turns gates into rotations, Cliffords into a frame. A gate that is neither is applied by its
 * matrix, which needs a frame of relabelled basis states: other Cliffords are taken up behind the
 * last such gate only, and are rotations in front of it.
 */
final class RotationCompiler {
  /** A matrix on more targets is no block that fits into a processor's registers and cache. */
  private static final int MOST_TARGETS = 6;

  private final int qubits;
  private final Keep keep;
  private final Frame frame;
  private final List<Section> sections = new ArrayList<>();
  private final List<Rotation> phases = new ArrayList<>();
  private final Map<Gate, Optional<GateConjugation>> cliffords = new HashMap<>();
  private final Map<Gate, Optional<List<GateTurns.Turn>>> products = new HashMap<>();
  private Optional<BlockGate> before = Optional.empty();
  private List<Rotation> rotations = new ArrayList<>();
  private int slots;

  RotationCompiler(int qubits, Keep keep) {
    this.qubits = qubits;
    this.keep = keep;
    this.frame = Frame.identity(qubits);
  }

  Optional<RotationCircuit> compile(List<Operation> operations) {
    int matrices = afterLastMatrix(operations);
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      if (!take(operation, i < matrices ? Keep.RELABELLINGS : keep)) {
        return Optional.empty();
      }
      slots += operation.gate().angles();
    }
    endSection();
    return Optional.of(
        new RotationCircuit(qubits, List.copyOf(sections), List.copyOf(phases), frame, slots));
  }

  /** The place behind the last gate that only its matrix can apply. */
  private int afterLastMatrix(List<Operation> operations) {
    int i = operations.size();
    while (i > 0 && isFrameOrProduct(operations.get(i - 1))) {
      i--;
    }
    return i;
  }

  private boolean isFrameOrProduct(Operation operation) {
    return clifford(operation, keep).isPresent() || product(operation).isPresent();
  }

  private boolean take(Operation operation, Keep kept) {
    int[] on = operation.qubits().stream().mapToInt(Integer::intValue).toArray();
    Optional<GateConjugation> clifford = clifford(operation, kept);
    if (clifford.isPresent()) {
      frame.append(clifford.get(), on);
      return true;
    }
    Optional<List<GateTurns.Turn>> product = product(operation);
    if (product.isPresent()) {
      product.get().forEach(turn -> add(turn, on));
      return true;
    }
    if (operation.gate().angles() > 0 || operation.targets().size() > MOST_TARGETS) {
      return false;
    }
    endSection();
    before = Optional.of(BlockGate.of(operation, frame));
    return true;
  }

  private void endSection() {
    sections.add(new Section(before, List.copyOf(rotations)));
    rotations = new ArrayList<>();
  }

  private Optional<GateConjugation> clifford(Operation operation, Keep kept) {
    boolean may =
        operation.gate().angles() == 0
            && operation.qubits().size() <= 3
            && (kept == Keep.CLIFFORDS || operation.form() instanceof UnitaryForm.Permutation);
    return may
        ? cliffords.computeIfAbsent(operation.gate(), gate -> GateConjugation.of(operation))
        : Optional.empty();
  }

  private Optional<List<GateTurns.Turn>> product(Operation operation) {
    return products.computeIfAbsent(operation.gate(), gate -> GateTurns.of(operation));
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
