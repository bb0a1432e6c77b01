package org.backshadow.circuit.qasm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.jspecify.annotations.Nullable;

/** What has been read so far: the names that are declared and the operations. */
final class Program {
  private final int version;
  private final Map<String, GateDefinition> gates = new LinkedHashMap<>();
  private final Map<String, Place> ownGates = new HashMap<>();
  private final Map<String, List<Integer>> registers = new LinkedHashMap<>();
  private final Map<String, Long> bits = new LinkedHashMap<>();
  private final Map<String, Value> constants = new LinkedHashMap<>();
  private final Map<String, Place> declared = new HashMap<>();
  private final List<String> qubitNames = new ArrayList<>();
  private final Map<Integer, Place> measured = new HashMap<>();
  private final List<Operation> operations = new ArrayList<>();
  private long operationCount;
  private long work;

  /** Of OpenQASM 2 or 3, with these gates built in. */
  Program(int version, Map<String, GateDefinition> gates) {
    this.version = version;
    this.gates.putAll(gates);
  }

  int version() {
    return version;
  }

  private void declare(Token name) {
    Place before = declared.putIfAbsent(name.text(), name.place());
    if (before != null) {
      throw name.error("%s is already declared at line %d", name.shown(), before.line());
    }
  }

  void declareQubits(Token name, long size) {
    declare(name);
    if (size < 1 || size > Limits.QUBITS - qubitNames.size()) {
      throw name.error(
          "%s has %d qubits; a circuit has 1 to %d in total and %d are taken",
          name.shown(), size, Limits.QUBITS, qubitNames.size());
    }
    var qubits = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      qubits.add(qubitNames.size());
      qubitNames.add(name.text() + "[" + i + "]");
    }
    registers.put(name.text(), qubits);
  }

  void declareAlias(Token name, List<Integer> qubits) {
    declare(name);
    registers.put(name.text(), qubits);
  }

  void declareBits(Token name, long size) {
    declare(name);
    if (size < 1 || size > Limits.BITS) {
      throw name.error("%s has %d bits; 1 to %,d are possible", name.shown(), size, Limits.BITS);
    }
    bits.put(name.text(), size);
  }

  void declareConstant(Token name, Value value) {
    declare(name);
    constants.put(name.text(), value);
  }

  void declareParameter(Token name, String parameter) {
    declareConstant(name, new Value.Symbol(Angle.parameter(parameter), 1));
  }

  void include(Map<String, GateDefinition> library) {
    library.forEach(gates::putIfAbsent);
  }

  /** A definition in the text goes before one of the same name in a library. */
  void define(Token name, GateDefinition gate) {
    Place before = ownGates.putIfAbsent(name.text(), name.place());
    if (before != null) {
      throw name.error("gate %s is already defined at line %d", name.shown(), before.line());
    }
    gates.put(name.text(), gate);
  }

  Map<String, GateDefinition> gates() {
    return gates;
  }

  GateDefinition gate(Token name) {
    GateDefinition gate = gates.get(name.text());
    if (gate == null) {
      var known = new TreeSet<>(gates.keySet());
      String file = version == 2 ? "qelib1.inc" : "stdgates.inc";
      boolean left = Library.isGate(name.text()) && !gates.containsKey("cx");
      throw name.error(
          "unknown gate %s; %sknown gates: %s",
          name.shown(), left ? "include \"" + file + "\" brings it; " : "", abbreviated(known));
    }
    return gate;
  }

  private static String abbreviated(Collection<String> names) {
    String list = names.stream().limit(60).collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names.size() > 60 ? list + ", …" : list;
  }

  @Nullable Value constant(Token name) {
    return constants.get(name.text());
  }

  String knownValues(Map<String, Integer> arguments) {
    var names =
        Stream.concat(arguments.keySet().stream(), constants.keySet().stream()).limit(61).toList();
    return names.isEmpty() ? "" : "; known names: " + abbreviated(names);
  }

  List<Integer> register(Token name) {
    List<Integer> register = registers.get(name.text());
    if (register == null) {
      throw name.error(
          "unknown qubits %s; declared: %s", name.shown(), abbreviated(registers.keySet()));
    }
    return register;
  }

  long bits(Token name) {
    Long size = bits.get(name.text());
    if (size == null) {
      throw name.error("unknown bits %s; declared: %s", name.shown(), abbreviated(bits.keySet()));
    }
    return size;
  }

  boolean isBits(Token name) {
    return bits.containsKey(name.text());
  }

  String qubitName(int qubit) {
    return qubitNames.get(qubit);
  }

  void measure(Place place, int qubit) {
    requireUnmeasured(place, "measure", qubit);
    measured.put(qubit, place);
  }

  void requireUnmeasured(Place place, String gate, int qubit) {
    Place before = measured.get(qubit);
    if (before != null) {
      throw place.error(
          "%s on %s after its measurement at line %d; measurements stand at a qubit's end only",
          Place.quote(gate), qubitName(qubit), before.line());
    }
  }

  /** Accounts for operations before they are made. */
  void charge(Place place, long operations, long steps) {
    operationCount = Limits.plus(operationCount, operations);
    work = Limits.plus(work, steps);
    Limits.require(place, operationCount, work);
  }

  /** Appends the call; a phase of the whole register is dropped unless it has a parameter. */
  void append(Call call, List<Integer> qubits) {
    var expanded = new ArrayList<Operation>();
    Expander.expand(call, List.of(), qubits, expanded);
    for (Operation operation : expanded) {
      boolean dropped =
          operation.isGlobalPhase()
              && (operation.isBound() || !(call.gate() instanceof GateDefinition.Phase));
      if (!dropped) {
        operations.add(operation);
      }
    }
  }

  Circuit circuit(Token end) {
    if (qubitNames.isEmpty()) {
      throw end.error("no qubits are declared");
    }
    Circuit circuit = Circuit.of(qubitNames.size());
    for (Operation operation : operations) {
      circuit = circuit.then(operation);
    }
    return circuit;
  }
}
