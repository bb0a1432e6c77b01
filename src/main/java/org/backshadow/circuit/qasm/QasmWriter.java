package org.backshadow.circuit.qasm;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.StandardGate;
import org.backshadow.json.Json;

/**
 * Circuits as OpenQASM programs that any reader of the language takes: gates outside its library
 * are defined in front, with their exact phase.
 *
 * <pre>{@code
 * var text = QasmWriter.three(circuit(1).rx(0, 0.5));
 * qasm(text).gates() // 1
 * }</pre>
 */
public final class QasmWriter {
  private final int version;
  private final Definitions definitions;
  private final StringBuilder body = new StringBuilder();

  QasmWriter(int version, Definitions definitions) {
    this.version = version;
    this.definitions = definitions;
  }

  /**
   * As OpenQASM 2, for {@link Circuit#toQasm2()}.
   *
   * @throws IllegalArgumentException if the circuit has parameters
   */
  public static String two(Circuit circuit) {
    if (!circuit.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "OpenQASM 2 has no parameters and this circuit has %s; bind them or use toQasm3()"
              .formatted(String.join(", ", circuit.parameters())));
    }
    return program(2, circuit, "OPENQASM 2.0;\ninclude \"qelib1.inc\";\n", "qreg q[%d];\n");
  }

  /** As OpenQASM 3, for {@link Circuit#toQasm3()}. */
  public static String three(Circuit circuit) {
    return program(3, circuit, "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n", "qubit[%d] q;\n");
  }

  private static String program(int version, Circuit circuit, String head, String register) {
    var names = new QasmNames(circuit.parameters());
    var inputs = new StringBuilder();
    for (String parameter : circuit.parameters()) {
      String name = names.of(parameter);
      if (!name.equals(parameter)) {
        String shown = Json.write(parameter);
        inputs.append("@%s %s\n".formatted(Statements.NAME_ANNOTATION, shown));
      }
      inputs.append("input float ").append(name).append(";\n");
    }
    var definitions = new Definitions(version);
    var writer = new QasmWriter(version, definitions);
    for (Operation operation : circuit.operations()) {
      writer.write(operation, q -> "q[" + q + "]", names::of);
    }
    return head + inputs + definitions.text() + register.formatted(circuit.qubits()) + writer.body;
  }

  String text() {
    return body.toString();
  }

  void write(Operation operation, IntFunction<String> qubits, UnaryOperator<String> names) {
    if (operation.isGlobalPhase()) {
      if (version == 3) {
        var phase = operation.angles().get(0).times(-0.5);
        body.append("gphase(").append(AngleWriter.write(phase, names)).append(");\n");
      }
      return;
    }
    Gate gate = operation.targetGate();
    int controls = operation.controls().size();
    Gate more = Expander.withControl(gate);
    while (controls > 0 && more != null) {
      gate = more;
      controls--;
      more = Expander.withControl(gate);
    }
    if (controls > 0 && version == 2) {
      for (Operation part : Lowering.of(operation)) {
        write(part, qubits, names);
      }
      return;
    }
    boolean builtInU = gate == StandardGate.U && controls == 0;
    var call =
        builtInU
            ? new Definitions.Named(version == 2 ? "u3" : "U", operation.angles())
            : definitions.named(gate, operation.targets().size(), operation.angles());
    if (controls > 0) {
      body.append(controls == 1 ? "ctrl @ " : "ctrl(" + controls + ") @ ");
    }
    body.append(call.name());
    String separator = "(";
    for (var angle : call.angles()) {
      body.append(separator).append(AngleWriter.write(angle, names));
      separator = ", ";
    }
    body.append(call.angles().isEmpty() ? " " : ") ");
    List<String> places = operation.qubits().stream().map(qubits::apply).toList();
    body.append(String.join(", ", places)).append(";\n");
  }
}
