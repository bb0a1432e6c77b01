package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.Set;

/** Reads declarations of qubits, bits, constants and inputs. */
final class Declarations {
  private static final Set<String> NUMBERS = Set.of("float", "angle", "int", "uint");

  private final Tokens tokens;
  private final Program program;
  private final Expressions expressions;
  private final Operands operands;

  Declarations(Tokens tokens, Program program, Expressions expressions, Operands operands) {
    this.tokens = tokens;
    this.program = program;
    this.expressions = expressions;
    this.operands = operands;
  }

  /** {@code qreg q[4];} or {@code creg c[4];}, after its first word. */
  void register(boolean quantum) {
    Token name = tokens.name("register");
    long size = 1;
    if (program.version() == 2 || tokens.peek().is("[")) {
      size = width();
    }
    tokens.expect(";");
    declare(name, size, quantum);
  }

  private void declare(Token name, long size, boolean quantum) {
    if (quantum) {
      program.declareQubits(name, size);
    } else {
      program.declareBits(name, size);
    }
  }

  private long width() {
    tokens.expect("[");
    long width = expressions.whole("a size");
    tokens.expect("]");
    return width;
  }

  private long widthIfAny() {
    return tokens.peek().is("[") ? width() : 1;
  }

  /** {@code qubit[4] q;}, after its first word. */
  void qubits() {
    long size = widthIfAny();
    Token name = tokens.name("register");
    tokens.expect(";");
    program.declareQubits(name, size);
  }

  /** {@code bit[4] c;} or {@code bit c = measure q;}, after its first word. */
  void bits(Measurements measurements) {
    long size = widthIfAny();
    Token name = tokens.name("register");
    program.declareBits(name, size);
    if (tokens.accept("=")) {
      var all = new ArrayList<Integer>();
      for (int i = 0; i < size; i++) {
        all.add(i);
      }
      measurements.into(new Operands.Operand(name, all));
    } else {
      tokens.expect(";");
    }
  }

  /** {@code const float x = pi/2;}, after its first word. */
  void constant() {
    Token type = numberType("const");
    Token name = tokens.name("constant");
    tokens.expect("=");
    Value value = expressions.value();
    tokens.expect(";");
    program.declareConstant(name, converted(type, value));
  }

  /** {@code input float theta;}, after its first word. */
  void input(String annotation) {
    Token type = numberType("input");
    if (!type.is("float") && !type.is("angle")) {
      throw type.error("input %s is not supported; parameters are float or angle", type.text());
    }
    Token name = tokens.name("parameter");
    tokens.expect(";");
    program.declareParameter(name, annotation.isBlank() ? name.text() : annotation);
  }

  private Token numberType(String word) {
    Token type = tokens.next();
    if (!NUMBERS.contains(type.text())) {
      throw type.error("%s %s is not supported; use float, angle or int", word, type.shown());
    }
    widthIfAny();
    return type;
  }

  /** {@code let a = q[0:2] ++ r;}, after its first word. */
  void alias() {
    Token name = tokens.name("alias");
    tokens.expect("=");
    var all = new ArrayList<Integer>();
    do {
      Operands.Operand part = operands.qubits();
      for (int qubit : part.items()) {
        if (all.contains(qubit)) {
          throw part.name().error("%s stands twice", program.qubitName(qubit));
        }
        all.add(qubit);
      }
    } while (tokens.accept("++"));
    tokens.expect(";");
    program.declareAlias(name, all);
  }

  /** The value as the type has it; the width of a type does not round. */
  static Value converted(Token type, Value value) {
    if (type.is("angle")) {
      return value;
    }
    if (!value.isNumber()) {
      if (type.is("float")) {
        return value;
      }
      throw type.error("%s of a parameter is not supported", type.shown());
    }
    if (type.is("float")) {
      return new Value.Real(value.real());
    }
    double whole = value.real();
    if (value instanceof Value.Real && Math.abs(whole) >= 1L << 53
        || type.is("uint") && whole < 0) {
      throw type.error("%s does not hold %s", type.shown(), whole);
    }
    return value instanceof Value.Whole ? value : new Value.Whole((long) whole);
  }
}
