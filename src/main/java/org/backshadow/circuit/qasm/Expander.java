package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;
import org.jspecify.annotations.Nullable;

/** Calls of gates as operations, with their phases: a control makes a gate's own phase matter. */
final class Expander {
  private static final Map<Gate, Gate> CONTROLLED =
      Map.of(
          StandardGate.X, StandardGate.CX,
          StandardGate.Y, StandardGate.CY,
          StandardGate.Z, StandardGate.CZ,
          StandardGate.H, StandardGate.CH,
          StandardGate.P, StandardGate.CP,
          StandardGate.RX, StandardGate.CRX,
          StandardGate.RY, StandardGate.CRY,
          StandardGate.RZ, StandardGate.CRZ,
          StandardGate.SWAP, StandardGate.CSWAP,
          StandardGate.CX, StandardGate.CCX);

  private Expander() {}

  /** The gate with one more control where that has a name of its own. */
  static @Nullable Gate withControl(Gate gate) {
    return CONTROLLED.get(gate);
  }

  /** The body of a gate for these values on these qubits. */
  static List<Operation> body(
      GateDefinition.Composite gate, List<Value> values, List<Integer> qubits) {
    var all = new ArrayList<Operation>();
    body(gate, values, qubits, all);
    return all;
  }

  private static void body(
      GateDefinition.Composite gate,
      List<Value> values,
      List<Integer> qubits,
      List<Operation> out) {
    for (Call call : gate.body()) {
      expand(call, values, qubits, out);
    }
  }

  /** Adds the call with values for the arguments and the qubits that it names by their index. */
  static void expand(
      Call call, List<Value> arguments, List<Integer> register, List<Operation> out) {
    var qubits = new ArrayList<Integer>(call.qubits().size());
    for (int q : call.qubits()) {
      qubits.add(register.get(q));
    }
    var values = new ArrayList<Value>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      values.add(argument.at(arguments).asReal());
    }
    if (call.modifiers().isEmpty()) {
      unmodified(call.name(), call.gate(), values, qubits, out);
      return;
    }
    int controls = 0;
    for (Modifier modifier : call.modifiers()) {
      controls += modifier.controls();
    }
    List<Operation> operations = new ArrayList<>();
    var targets = qubits.subList(controls, qubits.size());
    unmodified(call.name(), call.gate(), values, targets, operations);
    for (int i = call.modifiers().size() - 1; i >= 0; i--) {
      Modifier modifier = call.modifiers().get(i);
      int from = controls - modifier.controls();
      operations = modified(call, modifier, operations, qubits.subList(from, controls));
      controls = from;
    }
    out.addAll(operations);
  }

  private static void unmodified(
      Token name,
      GateDefinition gate,
      List<Value> values,
      List<Integer> qubits,
      List<Operation> out) {
    if (gate instanceof GateDefinition.Composite composite) {
      body(composite, values, qubits, out);
      return;
    }
    var angles = new ArrayList<Angle>(values.size());
    for (Value value : values) {
      angles.add(value.angle());
    }
    if (gate instanceof GateDefinition.Known known) {
      out.add(new Operation(known.gate(), qubits, angles));
    } else if (gate instanceof GateDefinition.Phase) {
      out.add(Operation.globalPhase(angles.get(0)));
    } else {
      throw name.error("gate %s is opaque: it has a name and no definition", name.shown());
    }
  }

  private static List<Operation> modified(
      Call call, Modifier modifier, List<Operation> operations, List<Integer> controls) {
    var all = new ArrayList<Operation>();
    switch (modifier.kind()) {
      case CTRL -> operations.forEach(operation -> all.add(controlled(operation, controls)));
      case NEGCTRL -> {
        var flips =
            controls.stream()
                .map(q -> new Operation(StandardGate.X, List.of(q), List.of()))
                .toList();
        all.addAll(flips);
        operations.forEach(operation -> all.add(controlled(operation, controls)));
        all.addAll(flips);
      }
      case INV -> all.addAll(inverse(operations));
      case POW -> all.addAll(power(call, modifier, operations));
    }
    return all;
  }

  private static List<Operation> inverse(List<Operation> operations) {
    var all = new ArrayList<Operation>();
    operations.forEach(operation -> all.add(operation.inverse()));
    Collections.reverse(all);
    return all;
  }

  private static List<Operation> power(Call call, Modifier modifier, List<Operation> operations) {
    double k = modifier.exponent();
    if (operations.size() == 1 && Powers.isExact(operations.get(0), k)) {
      return Powers.of(operations.get(0), k);
    }
    if (!modifier.isWholePower()) {
      throw modifier
          .place()
          .error(
              "pow(%s) of %s is not supported; fractional powers are those of rotations, p, x, y,"
                  + " z, s, t, sx and their inverses",
              k, call.name().shown());
    }
    var once = k < 0 ? inverse(operations) : operations;
    var all = new ArrayList<Operation>();
    for (long i = 0; !once.isEmpty() && i < Math.abs(k); i++) {
      all.addAll(once);
    }
    return all;
  }

  /** With controls in front, by the name that the gate then has: {@code ctrl @ x} is cx. */
  static Operation controlled(Operation operation, List<Integer> controls) {
    Operation named = operation;
    int left = controls.size();
    if (left > 0 && named.isGlobalPhase()) {
      named = named.controlledBy(controls.get(--left));
    }
    while (left > 0) {
      Gate gate = CONTROLLED.get(named.gate());
      if (gate == null) {
        return named.controlledBy(controls.subList(0, left));
      }
      var qubits = new ArrayList<Integer>();
      qubits.add(controls.get(--left));
      qubits.addAll(named.qubits());
      named = new Operation(gate, qubits, named.angles());
    }
    return named;
  }
}
