package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads applications of gates and gate definitions. */
final class GateCalls {
  private final Tokens tokens;
  private final Program program;
  private final Expressions expressions;
  private final Operands operands;

  GateCalls(Tokens tokens, Program program, Expressions expressions, Operands operands) {
    this.tokens = tokens;
    this.program = program;
    this.expressions = expressions;
    this.operands = operands;
  }

  /** A gate before its qubits: {@code ctrl @ rx(pi/2)}. */
  private record Head(
      Token name, List<Modifier> modifiers, GateDefinition gate, List<Expression> arguments) {
    int qubits() {
      return gate.qubits() + modifiers.stream().mapToInt(Modifier::controls).sum();
    }

    void requireQubits(int given) {
      if (given != qubits()) {
        throw name.error(
            "%s takes %d qubits%s, not %d",
            name.shown(), qubits(), qubits() > gate.qubits() ? " with its controls" : "", given);
      }
    }
  }

  private Head head(Map<String, Integer> arguments) {
    var modifiers = new ArrayList<Modifier>();
    Token word = tokens.name("gate");
    int controls = 0;
    while (program.version() == 3 && isModifier(word)) {
      Modifier modifier = modifier(word);
      modifiers.add(modifier);
      controls += modifier.controls();
      if (modifiers.size() > Limits.NESTING || controls > Limits.QUBITS) {
        throw word.error(
            "a gate has at most %d modifiers and %d controls", Limits.NESTING, Limits.QUBITS);
      }
      tokens.expect("@");
      word = tokens.name("gate");
    }
    GateDefinition gate = program.gate(word);
    var angles = new ArrayList<Expression>();
    if (tokens.accept("(") && !tokens.accept(")")) {
      do {
        angles.add(expressions.read(arguments));
      } while (tokens.accept(","));
      tokens.expect(")");
    }
    if (angles.size() != gate.arguments()) {
      throw word.error(
          "%s takes %d angle%s, not %d",
          word.shown(), gate.arguments(), gate.arguments() == 1 ? "" : "s", angles.size());
    }
    if (gate instanceof GateDefinition.Opaque) {
      throw word.error("gate %s is opaque: it has a name and no definition", word.shown());
    }
    return new Head(word, modifiers, gate, angles);
  }

  private static boolean isModifier(Token word) {
    return word.is("ctrl") || word.is("negctrl") || word.is("inv") || word.is("pow");
  }

  private Modifier modifier(Token word) {
    var kind = Modifier.Kind.valueOf(word.text().toUpperCase(Locale.ROOT));
    if (kind == Modifier.Kind.INV) {
      return new Modifier(word.place(), kind, 0, 0);
    }
    if (kind == Modifier.Kind.POW) {
      tokens.expect("(");
      Value exponent = expressions.value();
      tokens.expect(")");
      if (!exponent.isNumber()) {
        throw word.error("the exponent of pow is a number, not a parameter");
      }
      return new Modifier(word.place(), kind, 0, exponent.real());
    }
    long controls = 1;
    if (tokens.accept("(")) {
      controls = expressions.whole("a number of controls");
      tokens.expect(")");
    }
    if (controls < 1 || controls > Limits.QUBITS) {
      throw word.error("%s takes 1 to %d controls, not %d", word.shown(), Limits.QUBITS, controls);
    }
    return new Modifier(word.place(), kind, (int) controls, 0);
  }

  /** A gate on qubits of the circuit; on registers, once for each of their qubits. */
  void apply() {
    Head head = head(Map.of());
    var given = tokens.peek().is(";") ? List.<Operands.Operand>of() : operands.qubitList();
    tokens.expect(";");
    head.requireQubits(given.size());
    int times = 1;
    for (Operands.Operand operand : given) {
      int size = operand.items().size();
      if (size > 1 && times > 1 && size != times) {
        throw operand
            .name()
            .error("%s on registers of %d and %d qubits", head.name().shown(), times, size);
      }
      times = Math.max(times, size);
    }
    var places = IntStream.range(0, given.size()).boxed().toList();
    var call = new Call(head.name(), head.modifiers(), head.gate(), head.arguments(), places);
    program.charge(
        head.name().place(),
        Limits.times(times, call.operations()),
        Limits.times(times, call.work()));
    for (int i = 0; i < times; i++) {
      program.append(call, qubits(head.name(), given, i));
    }
  }

  private List<Integer> qubits(Token gate, List<Operands.Operand> given, int i) {
    var qubits = new ArrayList<Integer>();
    for (Operands.Operand operand : given) {
      int qubit = operand.items().get(operand.items().size() == 1 ? 0 : i);
      if (qubits.contains(qubit)) {
        throw operand
            .name()
            .error(
                "%s needs different qubits, but %s stands twice",
                gate.shown(), program.qubitName(qubit));
      }
      program.requireUnmeasured(operand.name().place(), gate.text(), qubit);
      qubits.add(qubit);
    }
    return qubits;
  }

  /** {@code gate name(a, b) q, r { ... }}, after its first word. */
  void define() {
    Token name = tokens.name("gate");
    var arguments = names("argument", "{");
    var qubits = names("qubit", "{");
    tokens.expect("{");
    var calls = new ArrayList<Call>();
    while (!tokens.accept("}")) {
      if (tokens.accept("barrier")) {
        barrier(qubits);
      } else {
        calls.add(call(arguments, qubits));
      }
    }
    var body = GateDefinition.Composite.of(name, arguments.size(), qubits.size(), calls);
    program.define(name, Recognition.of(body, program.version()));
  }

  private void barrier(Map<String, Integer> qubits) {
    while (!tokens.accept(";")) {
      index(tokens.next(), qubits);
      if (!tokens.peek().is(";")) {
        tokens.expect(",");
      }
    }
  }

  private Call call(Map<String, Integer> arguments, Map<String, Integer> qubits) {
    Statements.refuse(tokens.peek(), program.version());
    Head head = head(arguments);
    var places = new ArrayList<Integer>();
    while (!tokens.accept(";")) {
      Token qubit = tokens.next();
      places.add(index(qubit, qubits));
      if (places.size() > 2 * Limits.QUBITS) {
        throw qubit.error("a gate acts on at most %d qubits", Limits.QUBITS);
      }
      if (!tokens.peek().is(";")) {
        tokens.expect(",");
      }
    }
    head.requireQubits(places.size());
    if (new HashSet<>(places).size() < places.size()) {
      throw head.name().error("%s has the same qubit twice", head.name().shown());
    }
    return new Call(head.name(), head.modifiers(), head.gate(), head.arguments(), places);
  }

  private static int index(Token name, Map<String, Integer> qubits) {
    Integer index = qubits.get(name.text());
    if (index == null || !name.isWord()) {
      throw name.error(
          "%s is no qubit of this gate; it has %s",
          name.shown(), String.join(", ", qubits.keySet()));
    }
    return index;
  }

  /** {@code opaque name(a, b) q, r;}, after its first word. */
  void opaque() {
    Token name = tokens.name("gate");
    var arguments = names("argument", ";");
    var qubits = names("qubit", ";");
    tokens.expect(";");
    program.define(name, new GateDefinition.Opaque(name.text(), arguments.size(), qubits.size()));
  }

  /** Names in parentheses for arguments, bare for qubits. */
  private Map<String, Integer> names(String what, String end) {
    boolean arguments = what.equals("argument");
    var names = new LinkedHashMap<String, Integer>();
    if (arguments && !tokens.accept("(")) {
      return names;
    }
    String close = arguments ? ")" : end;
    while (!tokens.peek().is(close)) {
      Token name = tokens.name(what);
      if (names.putIfAbsent(name.text(), names.size()) != null) {
        throw name.error("%s stands twice", name.shown());
      }
      if (!arguments && names.size() > Limits.QUBITS) {
        throw name.error("a gate acts on at most %d qubits", Limits.QUBITS);
      }
      if (!tokens.peek().is(close)) {
        tokens.expect(",");
      }
    }
    if (arguments) {
      tokens.expect(")");
    }
    return names;
  }
}
