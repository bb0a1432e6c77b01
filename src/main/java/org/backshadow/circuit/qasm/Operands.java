package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.List;

/** Reads the qubits and bits that a statement names: {@code q}, {@code q[1]}, {@code q[0:2]}. */
final class Operands {
  private final Tokens tokens;
  private final Program program;
  private final Expressions expressions;

  /** Qubits or bits by their number. */
  record Operand(Token name, List<Integer> items) {}

  Operands(Tokens tokens, Program program, Expressions expressions) {
    this.tokens = tokens;
    this.program = program;
    this.expressions = expressions;
  }

  /** Operands with commas between them. */
  List<Operand> qubitList() {
    var all = new ArrayList<Operand>();
    do {
      all.add(qubits());
      if (all.size() > Limits.QUBITS * Limits.QUBITS) {
        throw all.get(0).name().error("more than %d operands", Limits.QUBITS * Limits.QUBITS);
      }
    } while (tokens.accept(","));
    return all;
  }

  Operand qubits() {
    Token name = tokens.next();
    if (name.isWord() && name.text().startsWith("$")) {
      throw name.error("physical qubits such as %s are not supported", name.shown());
    }
    if (!name.isWord()) {
      throw name.error("expected a qubit, not %s", name.shown());
    }
    List<Integer> register = program.register(name);
    var items = new ArrayList<Integer>();
    for (int index : indices(register.size())) {
      items.add(register.get(index));
    }
    return new Operand(name, items);
  }

  Operand bits() {
    Token name = tokens.name("bit register");
    return new Operand(name, indices((int) program.bits(name)));
  }

  /** An operand without an index means all. */
  private List<Integer> indices(int size) {
    var all = new ArrayList<Integer>();
    if (!tokens.accept("[")) {
      for (int i = 0; i < size; i++) {
        all.add(i);
      }
      return all;
    }
    if (program.version() == 3 && tokens.accept("{")) {
      do {
        all.add(index(size));
      } while (tokens.accept(","));
      tokens.expect("}");
    } else {
      boolean range = program.version() == 3;
      Token first = tokens.peek();
      int from = range && first.is(":") ? 0 : index(size);
      if (range && tokens.peek().is(":")) {
        range(first, from, size, all);
      } else {
        all.add(from);
      }
    }
    tokens.expect("]");
    return all;
  }

  /** {@code from:to} or {@code from:step:to}, both ends included. */
  private void range(Token place, int from, int size, List<Integer> all) {
    tokens.expect(":");
    int step = 1;
    int to = tokens.peek().is("]") ? size - 1 : bounded(size, -size);
    if (tokens.accept(":")) {
      step = to;
      to = tokens.peek().is("]") ? size - 1 : bounded(size, -size);
    }
    if (step == 0) {
      throw place.error("the step of a range is 0");
    }
    to = to < 0 ? to + size : to;
    if (to >= size) {
      throw place.error("this range ends at %d; valid: %d..%d", to, -size, size - 1);
    }
    for (int i = from; step > 0 ? i <= to : i >= to; i += step) {
      all.add(i);
    }
    if (all.isEmpty()) {
      throw place.error("this range is empty");
    }
  }

  private int index(int size) {
    boolean negative = program.version() == 3;
    int index = bounded(size - 1, negative ? -size : 0);
    return index < 0 ? index + size : index;
  }

  private int bounded(int largest, int smallest) {
    Token place = tokens.peek();
    long index = expressions.whole("an index");
    if (index < smallest || index > largest) {
      throw place.error(
          "index %d is outside the register (valid: %d..%d)", index, smallest, largest);
    }
    return (int) index;
  }
}
