package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;

/** The gates that a program defines in front, as their names are asked for. */
final class Definitions {
  /** What the library of OpenQASM 2 has, by the names there. */
  private static final Map<StandardGate, String> RENAMED_2 =
      Map.of(StandardGate.P, "u1", StandardGate.CP, "cu1", StandardGate.I, "id");

  private static final Map<StandardGate, String> RENAMED_3 = Map.of(StandardGate.I, "id");

  /** Not in stdgates.inc. */
  private static final Set<StandardGate> DEFINED_3 =
      EnumSet.of(
          StandardGate.SXDG,
          StandardGate.U,
          StandardGate.ISWAP,
          StandardGate.ISWAPDG,
          StandardGate.RXX,
          StandardGate.RYY,
          StandardGate.RZZ,
          StandardGate.SINGLE_EXCITATION,
          StandardGate.DOUBLE_EXCITATION);

  /** Not in the qelib1.inc of the OpenQASM 2 paper, though in later ones. */
  private static final Set<StandardGate> DEFINED_2 = EnumSet.copyOf(DEFINED_3);

  static {
    DEFINED_2.addAll(
        EnumSet.of(
            StandardGate.SX,
            StandardGate.SWAP,
            StandardGate.CSWAP,
            StandardGate.CRX,
            StandardGate.CRY));
  }

  private final int version;
  private final Map<Object, String> names = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  /** A gate with its angles as the program calls it. */
  record Named(String name, List<Angle> angles) {}

  Definitions(int version) {
    this.version = version;
  }

  String text() {
    return text.toString();
  }

  /** The name of a gate on so many targets, defined now if the language does not have it. */
  Named named(Gate gate, int targets, List<Angle> angles) {
    if (gate instanceof StandardGate standard) {
      String name = (version == 2 ? RENAMED_2 : RENAMED_3).getOrDefault(standard, gate.label());
      if ((version == 2 ? DEFINED_2 : DEFINED_3).contains(standard) && !names.containsKey(gate)) {
        names.put(gate, name);
        define(name, gate.qubits(), gate.angles(), body(standard));
      }
      return new Named(name, angles);
    }
    var turn = Lowering.turn(gate, angles);
    if (turn != null && !turn.string().isIdentity()) {
      String name = "pauli_" + turn.string().toString().toLowerCase(Locale.ROOT);
      if (names.putIfAbsent(name, name) == null) {
        var all = IntStream.range(0, targets).boxed().toList();
        define(name, targets, 1, Lowering.of(gate, List.of(), all, arguments(1)));
      }
      return new Named(name, List.of(turn.angle()));
    }
    var key = List.of(gate, angles);
    String known = names.get(key);
    if (known == null) {
      long count = names.values().stream().filter(n -> n.startsWith("unitary_")).count();
      known = "unitary_" + count;
      var all = IntStream.range(0, targets).boxed().toList();
      var body = Lowering.of(gate, List.of(), all, angles);
      names.put(key, known);
      define(known, targets, 0, body);
    }
    return new Named(known, List.of());
  }

  private static List<Operation> body(StandardGate gate) {
    List<Angle> angles = arguments(gate.angles());
    var all = IntStream.range(0, gate.qubits()).boxed().toList();
    var whole = new Operation(gate, all, angles);
    if (gate == StandardGate.CRX || gate == StandardGate.CRY) {
      var half = angles.get(0).times(0.5);
      var cx = new Operation(StandardGate.CX, all, List.of());
      var h = new Operation(StandardGate.H, List.of(1), List.of());
      var crz = new Operation(StandardGate.CRZ, all, angles);
      var forth = new Operation(StandardGate.RY, List.of(1), List.of(half));
      return gate == StandardGate.CRX
          ? List.of(h, crz, h)
          : List.of(forth, cx, forth.inverse(), cx);
    }
    return Lowering.of(whole);
  }

  private static List<Angle> arguments(int count) {
    return IntStream.range(0, count).mapToObj(k -> Angle.parameter("t" + k)).toList();
  }

  private void define(String name, int qubits, int angles, List<Operation> body) {
    var writer = new QasmWriter(version, this);
    body.forEach(operation -> writer.write(operation, q -> "a" + q, t -> t));
    var lines = new ArrayList<String>(writer.text().lines().toList());
    String arguments =
        IntStream.range(0, angles).mapToObj(k -> "t" + k).collect(Collectors.joining(", "));
    String places =
        IntStream.range(0, qubits).mapToObj(k -> "a" + k).collect(Collectors.joining(", "));
    text.append("gate ").append(name);
    text.append(angles == 0 ? " " : "(" + arguments + ") ").append(places).append(" {\n");
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
    text.append("}\n");
  }
}
