package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;

/**
 * One-qubit gates under any number of controls, from gates with at most two, without further
 * qubits; the number of gates grows threefold with each control.
 *
 * <p>Source: A. Barenco et al., Elementary gates for quantum computation (1995),
 * arXiv:quant-ph/9503016, Lemmas 5.1 and 7.5.
 */
final class MultiControl {
  private final List<Operation> out = new ArrayList<>();

  List<Operation> operations() {
    return out;
  }

  void add(Operation operation) {
    if (out.size() >= Limits.OPERATIONS) {
      throw new IllegalArgumentException(
          "a gate with so many controls or qubits takes more than %,d gates of OpenQASM"
              .formatted(Limits.OPERATIONS));
    }
    out.add(operation);
  }

  void add(StandardGate gate, List<Integer> qubits, Angle... angles) {
    add(new Operation(gate, qubits, List.of(angles)));
  }

  /** {@code e^(i angle)} where all qubits are 1; for the whole register without qubits. */
  void phase(List<Integer> qubits, Angle angle) {
    int n = qubits.size();
    if (n == 0) {
      add(Operation.globalPhase(angle));
    } else if (n == 1) {
      add(StandardGate.P, qubits, angle);
    } else if (n == 2) {
      add(StandardGate.CP, qubits, angle);
    } else {
      Angle half = angle.times(0.5);
      List<Integer> last = qubits.subList(n - 2, n);
      List<Integer> others = qubits.subList(0, n - 2);
      add(StandardGate.CP, last, half);
      x(others, last.get(0));
      add(StandardGate.CP, last, half.negate());
      x(others, last.get(0));
      phase(joined(others, last.get(1)), half);
    }
  }

  void x(List<Integer> controls, int target) {
    var all = joined(controls, target);
    switch (controls.size()) {
      case 0 -> add(StandardGate.X, all);
      case 1 -> add(StandardGate.CX, all);
      case 2 -> add(StandardGate.CCX, all);
      default -> {
        add(StandardGate.H, List.of(target));
        phase(all, Angle.of(Math.PI));
        add(StandardGate.H, List.of(target));
      }
    }
  }

  /** {@code rx}, {@code ry} or {@code rz}. */
  void rotation(StandardGate rotation, List<Integer> controls, int target, Angle angle) {
    if (rotation == StandardGate.RX && controls.size() > 1) {
      add(StandardGate.H, List.of(target));
      rotation(StandardGate.RZ, controls, target, angle);
      add(StandardGate.H, List.of(target));
    } else if (controls.size() <= 1) {
      var one = new Operation(rotation, List.of(target), List.of(angle));
      add(Expander.controlled(one, controls));
    } else {
      Angle half = angle.times(0.5);
      add(rotation, List.of(target), half);
      x(controls, target);
      add(rotation, List.of(target), half.negate());
      x(controls, target);
    }
  }

  static List<Integer> joined(List<Integer> qubits, int last) {
    var all = new ArrayList<>(qubits);
    all.add(last);
    return all;
  }
}
