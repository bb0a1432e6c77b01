package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and that the message says where and why. */
class QasmMessageTest {
  private static final String TWO =
      "OPENQASM 2.0;\ninclude \"qelib1.inc\";\nqreg q[2]; creg c[2];\n";
  private static final String THREE =
      "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[2] q; bit[2] c; input float t;\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "h r[0];              | 4:3: unknown qubits \"r\"; declared: q",
        "h q[2];              | 4:5: index 2 is outside the register (valid: 0..1)",
        "h q[-1];             | 4:5: index -1 is outside the register (valid: 0..1)",
        "cx q[0];             | 4:1: \"cx\" takes 2 qubits, not 1",
        "cx q[1], q[1];       | 4:10: \"cx\" needs different qubits, but q[1] stands twice",
        "rx q[0];             | 4:1: \"rx\" takes 1 angle, not 0",
        "rx(1/0) q[0];        | 4:5: \"/\" gives Infinity here; angles must be finite",
        "rx(ln(-1)) q[0];     | 4:4: \"ln\" gives NaN here; angles must be finite",
        "rx(theta) q[0];      | 4:4: unknown name \"theta\" in an expression",
        "rx(1 q[0];           | 4:6: expected \")\", not \"q\"",
        "h q[0]               | 4:7: expected \";\", not the end of the text",
        "if (c==1) x q[0];    | 4:1: \"if\" is not supported: a circuit holds gates and measurements"
            + " at the end of qubits",
        "reset q[0];          | 4:1: \"reset\" is not supported: a circuit holds gates and"
            + " measurements at the end of qubits",
        "measure q->c; h q[1];| 4:17: \"h\" on q[1] after its measurement at line 4; measurements"
            + " stand at a qubit's end only",
        "opaque g a; g q[0];  | 4:13: gate \"g\" is opaque: it has a name and no definition",
        "qreg q[1];           | 4:6: \"q\" is already declared at line 3",
        "qreg r[29];          | 4:6: \"r\" has 29 qubits; a circuit has 1 to 30 in total and 2 are"
            + " taken",
        "gate g a { h b; }    | 4:14: \"b\" is no qubit of this gate; it has a",
        "include \"/etc/passwd\"; | 4:9: include of \"/etc/passwd\": only \"qelib1.inc\" and"
            + " \"stdgates.inc\" are known, and no file is read",
        "h \"q\";             | 4:3: expected a qubit, not \"q\"",
        "/* h                 | 4:1: this comment has no end",
        "rx(1ns) q[0];        | 4:4: \"1ns\" is not a number: durations, imaginary, hexadecimal and"
            + " binary ones are not supported",
      })
  void two(String statement, String message) {
    refuses(TWO + statement, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for int i in [0:3] { h q[0]; } | 4:1: \"for\" is not supported: a circuit holds gates and"
            + " measurements at the end of qubits",
        "def f() {}            | 4:1: \"def\" is not supported: a circuit holds gates and"
            + " measurements at the end of qubits",
        "rx(sqrt(t)) q[0];     | 4:4: \"sqrt\" of a parameter is not supported; use + - * sin cos"
            + " exp, or divide by a number",
        "rx(1/t) q[0];         | 4:5: a parameter divides here; parameters are divided by numbers"
            + " only",
        "pow(0.5) @ h q[0];    | 4:1: pow(0.5) of \"h\" is not supported; fractional powers are"
            + " those of rotations, p, x, y, z, s, t, sx and their inverses",
        "pow(200001) @ h q[0]; | 4:15: the circuit would have 200,001 operations; at most 200,000"
            + " fit",
        "input int n;          | 4:7: input int is not supported; parameters are float or angle",
        "h $0;                 | 4:3: physical qubits such as \"$0\" are not supported",
        "c = 3;                | 4:5: bits are assigned by measure only, not by \"3\"",
        "const int n = 9223372036854775807 + 1; | 4:35: \"+\" of 9223372036854775807 and 1 is not a"
            + " 64-bit whole number",
        "ctrl(0) @ x q[0];     | 4:1: \"ctrl\" takes 1 to 30 controls, not 0",
        "ctrl @ x q[0];        | 4:8: \"x\" takes 2 qubits with its controls, not 1",
      })
  void three(String statement, String message) {
    refuses(THREE + statement, message);
  }

  @Test
  void an_unknown_gate_is_answered_with_the_known_ones() {
    assertThatThrownBy(() -> Qasm.read("grover.qasm", TWO + "\n  rzx(1) q[0], q[1];"))
        .isInstanceOf(QasmException.class)
        .hasMessageStartingWith("grover.qasm:5:3: unknown gate \"rzx\"; known gates: ")
        .hasMessageContaining("ccx, ch, ")
        .hasMessageContaining("cx, ")
        .satisfies(e -> assertThat(((QasmException) e).line()).isEqualTo(5))
        .satisfies(e -> assertThat(((QasmException) e).column()).isEqualTo(3));
  }

  @Test
  void a_file_is_named_in_the_message(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bell.qasm");
    Files.writeString(file, TWO + "h q[0]; cy q[0];");

    assertThatThrownBy(() -> Qasm.read(file)).hasMessageStartingWith("bell.qasm:4:9: ");
    assertThatThrownBy(() -> Qasm.read(folder.resolve("none.qasm")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.qasm cannot be read");
  }

  @Test
  void a_library_that_is_not_included_is_named() {
    assertThatThrownBy(() -> Qasm.read("OPENQASM 2.0; qreg q[1]; h q[0];"))
        .hasMessage(
            "qasm:1:26: unknown gate \"h\"; include \"qelib1.inc\" brings it; known gates: CX, U");
  }

  @Test
  void a_text_without_a_version_is_refused() {
    assertThatThrownBy(() -> Qasm.read("qreg q[1];"))
        .hasMessage("qasm:1:1: expected OPENQASM 2.0; or OPENQASM 3.0; at the start");
    assertThatThrownBy(() -> Qasm.read("OPENQASM 4.0;"))
        .hasMessage("qasm:1:10: version \"4.0\" is not supported; use 2.0 or 3.0");
    assertThatThrownBy(() -> Qasm.read("OPENQASM 2.0;"))
        .hasMessage("qasm:1:14: no qubits are declared");
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> Qasm.read(text))
        .isInstanceOf(QasmException.class)
        .hasMessage("qasm:" + message);
  }
}
