package org.backshadow.circuit.qasm;

/** Reads measurements, which end the life of a qubit and leave nothing in a circuit. */
final class Measurements {
  private final Tokens tokens;
  private final Program program;
  private final Operands operands;

  Measurements(Tokens tokens, Program program, Operands operands) {
    this.tokens = tokens;
    this.program = program;
    this.operands = operands;
  }

  /** {@code measure q -> c;}, after its first word; OpenQASM 3 may leave out the bits. */
  void measure() {
    Operands.Operand qubits = operands.qubits();
    if (program.version() == 2 || !tokens.peek().is(";")) {
      tokens.expect("->");
      requireSameSize(qubits, operands.bits());
    }
    tokens.expect(";");
    record(qubits);
  }

  /** {@code = measure q;} after the bits. */
  void into(Operands.Operand bits) {
    Token measure = tokens.next();
    if (!measure.is("measure")) {
      throw measure.error("bits are assigned by measure only, not by %s", measure.shown());
    }
    Operands.Operand qubits = operands.qubits();
    tokens.expect(";");
    requireSameSize(qubits, bits);
    record(qubits);
  }

  private static void requireSameSize(Operands.Operand qubits, Operands.Operand bits) {
    if (qubits.items().size() != bits.items().size()) {
      throw qubits
          .name()
          .error("%d qubits are measured into %d bits", qubits.items().size(), bits.items().size());
    }
  }

  private void record(Operands.Operand qubits) {
    qubits.items().forEach(qubit -> program.measure(qubits.name().place(), qubit));
  }
}
