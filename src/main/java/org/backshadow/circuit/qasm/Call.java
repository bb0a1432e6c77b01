package org.backshadow.circuit.qasm;

import java.util.List;

/** A gate applied to the qubits of a body or a register, by their index: controls first. */
record Call(
    Token name,
    List<Modifier> modifiers,
    GateDefinition gate,
    List<Expression> arguments,
    List<Integer> qubits) {
  long operations() {
    long operations = gate.operations();
    boolean turn = !(gate instanceof GateDefinition.Composite) && gate.arguments() == 1;
    for (int i = modifiers.size() - 1; i >= 0; i--) {
      Modifier modifier = modifiers.get(i);
      turn &= modifier.kind() != Modifier.Kind.NEGCTRL;
      // the power of a rotation is a rotation
      boolean one = turn && modifier.kind() == Modifier.Kind.POW;
      operations = one ? operations : modifier.operations(operations);
    }
    return operations;
  }

  long work() {
    long work = Limits.plus(gate.work(), 1);
    for (Expression argument : arguments) {
      work += argument.size();
    }
    long each = 1 + (long) qubits.size() * qubits.size() / 16;
    long changed = Limits.times(Math.max(gate.operations(), operations()), each);
    return Limits.plus(work, Limits.times(changed, modifiers.size()));
  }
}
