package org.backshadow.circuit.qasm;

import java.util.Map;
import java.util.Set;
import org.backshadow.circuit.Circuit;
import org.backshadow.json.Json;

/** Reads a program statement by statement. */
final class Statements {
  static final String NAME_ANNOTATION = "backshadow.parameter";

  private static final Set<String> REFUSED_2 = Set.of("if", "reset");
  private static final Set<String> REFUSED_3 =
      Set.of(
          "if",
          "else",
          "for",
          "while",
          "switch",
          "reset",
          "def",
          "return",
          "extern",
          "box",
          "delay",
          "duration",
          "stretch",
          "durationof",
          "cal",
          "defcal",
          "defcalgrammar",
          "array",
          "bool",
          "complex",
          "float",
          "int",
          "uint",
          "angle",
          "break",
          "continue",
          "end",
          "nop",
          "readonly",
          "mutable");

  private final Tokens tokens;
  private final Program program;
  private final Operands operands;
  private final GateCalls gates;
  private final Declarations declarations;
  private final Measurements measurements;

  Statements(Tokens tokens, Program program) {
    this.tokens = tokens;
    this.program = program;
    var expressions = new Expressions(tokens, program);
    operands = new Operands(tokens, program, expressions);
    gates = new GateCalls(tokens, program, expressions, operands);
    declarations = new Declarations(tokens, program, expressions, operands);
    measurements = new Measurements(tokens, program, operands);
  }

  static Circuit read(String source, String text) {
    var tokens = new Tokens(source, text);
    Token word = tokens.next();
    if (!word.is("OPENQASM")) {
      throw word.error("expected OPENQASM 2.0; or OPENQASM 3.0; at the start");
    }
    Token version = tokens.next();
    if (!Set.of("2.0", "2", "3", "3.0", "3.1").contains(version.text())) {
      throw version.error("version %s is not supported; use 2.0 or 3.0", version.shown());
    }
    tokens.expect(";");
    int number = version.text().charAt(0) - '0';
    var program = new Program(number, Library.builtIn(number));
    return program.circuit(new Statements(tokens, program).all());
  }

  /** Everything up to the end, which it returns. */
  Token all() {
    String annotation = "";
    while (tokens.peek().kind() != Token.Kind.END) {
      Token word = tokens.peek();
      if (word.is("@") && program.version() == 3) {
        annotation = annotation(annotation);
      } else {
        try {
          statement(word, annotation);
        } catch (QasmException e) {
          throw e;
        } catch (IllegalArgumentException e) {
          // an angle beyond a 64-bit number
          throw word.error("%s", e.getMessage());
        }
        annotation = "";
      }
    }
    return tokens.peek();
  }

  private void statement(Token word, String annotation) {
    if (program.version() == 3 && (word.is("pragma") || word.is("#"))) {
      tokens.next();
      tokens.restOfLine();
      return;
    }
    if (!word.isWord()) {
      throw word.error("expected a statement, not %s", word.shown());
    }
    if (!common(word) && (program.version() == 2 ? !two(word) : !three(word, annotation))) {
      gates.apply();
    }
  }

  private boolean common(Token word) {
    switch (word.text()) {
      case "include" -> include();
      case "gate" -> {
        tokens.next();
        gates.define();
      }
      case "qreg", "creg" -> {
        tokens.next();
        declarations.register(word.is("qreg"));
      }
      case "barrier" -> barrier();
      case "measure" -> {
        tokens.next();
        measurements.measure();
      }
      case "OPENQASM" -> throw word.error("the version stands once, at the start");
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean two(Token word) {
    refuse(word, 2);
    if (tokens.accept("opaque")) {
      gates.opaque();
      return true;
    }
    return false;
  }

  private boolean three(Token word, String annotation) {
    switch (word.text()) {
      case "qubit" -> {
        tokens.next();
        declarations.qubits();
      }
      case "output", "bit" -> {
        if (tokens.accept("output")) {
          tokens.expect("bit");
        } else {
          tokens.next();
        }
        declarations.bits(measurements);
      }
      case "const" -> {
        tokens.next();
        declarations.constant();
      }
      case "input" -> {
        tokens.next();
        declarations.input(annotation);
      }
      case "let" -> {
        tokens.next();
        declarations.alias();
      }
      default -> {
        refuse(word, 3);
        return assignment(word);
      }
    }
    return true;
  }

  /** {@code c = measure q;} where the word is the name of bits. */
  private boolean assignment(Token word) {
    if (!program.isBits(word)) {
      return false;
    }
    Operands.Operand bits = operands.bits();
    tokens.expect("=");
    measurements.into(bits);
    return true;
  }

  /** Throws if the word begins a statement that no circuit holds. */
  static void refuse(Token word, int version) {
    if (word.isWord() && (version == 2 ? REFUSED_2 : REFUSED_3).contains(word.text())) {
      throw word.error(
          "%s is not supported: a circuit holds gates and measurements at the end of qubits",
          word.shown());
    }
  }

  private void barrier() {
    tokens.next();
    if (program.version() == 2 || !tokens.peek().is(";")) {
      operands.qubitList();
    }
    tokens.expect(";");
  }

  private void include() {
    tokens.next();
    Token file = tokens.next();
    tokens.expect(";");
    Map<String, GateDefinition> library =
        file.kind() == Token.Kind.STRING ? Library.included(file.text(), program.version()) : null;
    if (library == null) {
      throw file.error(
          "include of %s: only \"qelib1.inc\" and \"stdgates.inc\" are known, and no file is read",
          file.shown());
    }
    program.include(library);
  }

  /** The name of the parameter declared next, if this annotation says one. */
  private String annotation(String before) {
    Token at = tokens.next();
    String line = tokens.restOfLine();
    if (!line.startsWith(NAME_ANNOTATION + " ")) {
      return before;
    }
    try {
      Object name = Json.parse(line.substring(NAME_ANNOTATION.length()));
      if (name instanceof String text && !text.isBlank()) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw at.error("@%s takes a name in quotation marks", NAME_ANNOTATION);
  }
}
