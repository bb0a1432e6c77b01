package org.backshadow.circuit.qasm;

import java.util.List;
import org.backshadow.circuit.Gate;

/** What the name of a gate stands for. */
sealed interface GateDefinition {
  String name();

  /** How many angles it takes. */
  int arguments();

  int qubits();

  /** How many operations it becomes. */
  default long operations() {
    return 1;
  }

  /** Steps of its expansion. */
  default long work() {
    return 1;
  }

  /** How deep gates stand within it. */
  default int depth() {
    return 0;
  }

  /** A gate that circuits have. */
  record Known(String name, Gate gate) implements GateDefinition {
    @Override
    public int arguments() {
      return gate.angles();
    }

    @Override
    public int qubits() {
      return gate.qubits();
    }
  }

  /** {@code gphase}, the factor {@code e^(i angle)}. */
  record Phase() implements GateDefinition {
    @Override
    public String name() {
      return "gphase";
    }

    @Override
    public int arguments() {
      return 1;
    }

    @Override
    public int qubits() {
      return 0;
    }
  }

  /** A gate with a name only, which cannot be used. */
  record Opaque(String name, int arguments, int qubits) implements GateDefinition {}

  /** A gate by its body. */
  record Composite(
      String name,
      int arguments,
      int qubits,
      List<Call> body,
      long operations,
      long work,
      int depth)
      implements GateDefinition {
    static Composite of(Token name, int arguments, int qubits, List<Call> calls) {
      List<Call> body = calls.stream().filter(call -> call.operations() > 0).toList();
      long operations = 0;
      long work = 1;
      int depth = 0;
      for (Call call : body) {
        operations = Limits.plus(operations, call.operations());
        work = Limits.plus(work, call.work());
        depth = Math.max(depth, call.gate().depth() + 1);
      }
      if (depth > Limits.NESTING) {
        throw name.error(
            "gate %s has gates within gates more than %d deep", name.shown(), Limits.NESTING);
      }
      return new Composite(name.text(), arguments, qubits, body, operations, work, depth);
    }
  }
}
