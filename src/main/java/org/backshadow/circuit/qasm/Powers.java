package org.backshadow.circuit.qasm;

import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;

/**
 * Powers of single gates: {@code exp(-i t G)^k = exp(-i k t G)}, and for a gate with eigenvalues 1
 * and {@code e^(i a)}, -pi &lt; a &le; pi, the one with 1 and {@code e^(i k a)}.
 */
final class Powers {
  /** The phase of the second eigenvalue, in multiples of pi. */
  private static final Map<Gate, Double> TURNS =
      Map.of(
          StandardGate.Z, 1.0,
          StandardGate.S, 0.5,
          StandardGate.SDG, -0.5,
          StandardGate.T, 0.25,
          StandardGate.TDG, -0.25,
          StandardGate.X, 1.0,
          StandardGate.Y, 1.0,
          StandardGate.SX, 0.5,
          StandardGate.SXDG, -0.5);

  private Powers() {}

  /** True for one-angle gates; for fixed ones where their power has no shorter name. */
  static boolean isExact(Operation operation, double k) {
    if (operation.angles().size() == 1) {
      return true;
    }
    boolean fractional = k != Math.rint(k);
    return fractional
        && (TURNS.containsKey(operation.targetGate()) || operation.targetGate() == StandardGate.I);
  }

  static List<Operation> of(Operation operation, double k) {
    if (!operation.angles().isEmpty()) {
      return List.of(operation.withAngle(0, operation.angles().get(0).times(k)));
    }
    Gate gate = operation.targetGate();
    if (gate == StandardGate.I) {
      return List.of(operation);
    }
    Angle angle = Angle.of(Math.PI * TURNS.getOrDefault(gate, 0.0) * k);
    var targets = operation.targets();
    if (gate == StandardGate.X
        || gate == StandardGate.Y
        || gate == StandardGate.SX
        || gate == StandardGate.SXDG) {
      // X^k = e^(i pi k / 2) rx(pi k)
      StandardGate rotation = gate == StandardGate.Y ? StandardGate.RY : StandardGate.RX;
      return List.of(
          Expander.controlled(Operation.globalPhase(angle.times(0.5)), operation.controls()),
          Expander.controlled(
              new Operation(rotation, targets, List.of(angle)), operation.controls()));
    }
    return List.of(
        Expander.controlled(
            new Operation(StandardGate.P, targets, List.of(angle)), operation.controls()));
  }
}
