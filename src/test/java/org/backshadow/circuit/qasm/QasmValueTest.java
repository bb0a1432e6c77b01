package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions, declarations and indices mean, by values worked out by hand. */
class QasmValueTest {
  private static final String THREE =
      "OPENQASM 3.0; include \"stdgates.inc\"; qubit[5] r; input float t;\n";
  private static final Angle T = Angle.parameter("t");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 ** 3              | 8",
        "2 ** -1             | 0.5",
        "2 ** 0 / 2          | 0",
        "2 ** 53 / 3         | 3002399751580330",
        "2 ** 62 / 2 ** 62 / 2 | 0.5",
        "2 ** 3 ** 2         | 512",
        "-2 ** 2             | -4",
        "7 / 2               | 3",
        "-7 / 2              | -3",
        "7 % 4               | 3",
        "7.5 % 4             | 3.5",
        "7.0 / 2             | 3.5",
        "5.5 - 2             | 3.5",
        "5 - 2 - 1           | 2",
        "2 * 3 - 4           | 2",
        "1.5 * 3 + 4         | 8.5",
        "mod(7, 4)           | 3",
        "pow(2, 10)          | 1024",
        "pow(0.5, 2)         | 0.25",
        "float(7) / 2        | 3.5",
        "float[64](7) / 2    | 3.5",
        "int(3.7)            | 3",
        "int[8](-3.7)        | -3",
        "uint(3.7) / 2       | 1",
        "angle(0.5)          | 0.5",
        "int(7)              | 7",
        "floor(1.8)          | 1",
        "ceiling(1.2)        | 2",
        "tan(0)              | 0",
        "sqrt(9)             | 3",
        "log(1)              | 0",
        "exp(0)              | 1",
        "arccos(1)           | 0",
        "arcsin(0)           | 0",
        "arctan(0)           | 0",
        "1_000               | 1000",
        "9223372036854775807 | 9223372036854775807",
        "9223372036854775808 | 9223372036854775808",
        "+-+2                | -2",
      })
  void numbers(String expression, double value) {
    assertThat(angle(expression).value()).as(expression).isEqualTo(value);
  }

  @Test
  void constants_and_functions_of_them() {
    assertThat(angle("cos(pi)").value()).isEqualTo(-1);
    assertThat(angle("sin(tau / 4)").value()).isEqualTo(1);
    assertThat(angle("log(euler)").value()).isCloseTo(1, within(1e-15));
    assertThat(angle("arctan(1)").value()).isCloseTo(Math.PI / 4, within(1e-15));
    assertThat(angle("arcsin(1)").value()).isCloseTo(Math.PI / 2, within(1e-15));
  }

  @Test
  void parameters_in_expressions() {
    assertThat(angle("t - 1")).isEqualTo(T.minus(1));
    assertThat(angle("1 - t")).isEqualTo(Angle.of(1).minus(T));
    assertThat(angle("t / 4")).isEqualTo(T.times(0.25));
    assertThat(angle("-t")).isEqualTo(T.negate());
    assertThat(angle("t ** 1")).isEqualTo(T);
    assertThat(angle("t ** 3")).isEqualTo(T.times(T).times(T));
    assertThat(angle("pow(t, 2)")).isEqualTo(T.times(T));
    assertThat(angle("cos(exp(sin(t)))")).isEqualTo(T.sin().exp().cos());
    assertThat(angle("float(t)")).isEqualTo(T);
    assertThat(angle("angle(t)")).isEqualTo(T);
    assertThat(angle("t ** 16").parameters()).containsExactly("t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rx(t ** 0.5) r[0];   | 6: the power of a parameter has a whole exponent from 1 to 16",
        "rx(t ** 0) r[0];     | 6: the power of a parameter has a whole exponent from 1 to 16",
        "rx(t ** 17) r[0];    | 6: the power of a parameter has a whole exponent from 1 to 16",
        "rx(2 ** t) r[0];     | 6: the power of a parameter has a whole exponent from 1 to 16",
        "rx(t % 2) r[0];      | 6: \"%\" of a parameter is not supported; use + - * sin cos exp, or"
            + " divide by a number",
        "rx(t / 0) r[0];      | 6: \"/\" gives Infinity here; angles must be finite",
        "rx(1 / 0) r[0];      | 6: \"/\" of 1 and 0 is not a 64-bit whole number",
        "rx(int(t)) r[0];     | 4: \"int\" of a parameter is not supported",
        "gate g(a) x { rx(int(a)) x; } | 18: \"int\" of a gate's argument is not supported",
        "const uint n = -1;   | 7: \"uint\" does not hold -1.0",
        "const int n = 9007199254740992.0; | 7: \"int\" does not hold 9.007199254740992E15",
        "const bool b = 1;    | 7: const \"bool\" is not supported; use float, angle or int",
        "let a = r[0] ++ r[0]; | 17: r[0] stands twice",
        "h r[0:0:4];          | 5: the step of a range is 0",
        "h r[0:5];            | 5: this range ends at 5; valid: -5..4",
        "h r[3:1];            | 5: this range is empty",
        "h r[0:9];            | 7: index 9 is outside the register (valid: -5..5)",
        "h r[0.5];            | 5: an index is a whole number",
        "bit[2] c = measure r; | 20: 5 qubits are measured into 2 bits",
        "bit[2] c; c[0] = measure r; | 26: 5 qubits are measured into 1 bits",
        "bit[2] c; measure r[0:2] -> c; | 19: 3 qubits are measured into 2 bits",
        "bit[0] c;            | 8: \"c\" has 0 bits; 1 to 65,536 are possible",
        "bit r;               | 5: \"r\" is already declared at line 1",
        "const int r = 2;     | 11: \"r\" is already declared at line 1",
        "measure r; measure r[0]; | 20: \"measure\" on r[0] after its measurement at line 2;"
            + " measurements stand at a qubit's end only",
      })
  void refused(String statement, String message) {
    assertThatThrownBy(() -> Qasm.read(THREE + statement))
        .isInstanceOf(QasmException.class)
        .hasMessage("qasm:2:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h r[0:2:4];                        | 0 2 4",
        "h r[4:-2:0];                       | 4 2 0",
        "h r[1:];                           | 1 2 3 4",
        "h r[:2];                           | 0 1 2",
        "h r[-3:-1];                        | 2 3 4",
        "h r[0:2:];                         | 0 2 4",
        "h r[{4, -5}];                      | 4 0",
        "let a = r[3] ++ r[0:1]; h a;       | 3 0 1",
        "let a = r[3] ++ r[0:1]; h a[1:2];  | 0 1",
        "const int n = 3.7; h r[n];         | 3",
        "const int n = 2 ** 2; h r[n - 1];  | 3",
        "qreg s; h s;                       | 5",
        "qreg s[2]; h s[-1];                | 6",
        "gate g a { barrier a; h a; } g r[1]; | 1",
      })
  void places(String statements, String qubits) {
    Circuit circuit = Qasm.read(THREE + statements);

    assertThat(circuit.operations()).extracting(o -> o.gate().label()).containsOnly("h");
    assertThat(circuit.operations())
        .extracting(o -> String.valueOf(o.qubits().get(0)))
        .as(statements)
        .containsExactly(qubits.split(" "));
  }

  @Test
  void comments_are_skipped_and_lines_counted_on() {
    String text = THREE + "/* h r[0];\n h r[0]; */ h r[1]; // h r[2];\n/**/ ";

    assertThat(Qasm.read(text + "h r[3];").operations())
        .extracting(o -> o.qubits().get(0))
        .containsExactly(1, 3);
    assertThatThrownBy(() -> Qasm.read(text + "h r[7];"))
        .hasMessageStartingWith("qasm:4:10: index 7");
  }

  @Test
  void constants_keep_the_kind_of_their_type() {
    assertThat(angle("const float x = 7;", "x / 2").value()).isEqualTo(3.5);
    assertThat(angle("const int x = 7;", "x / 2").value()).isEqualTo(3);
    assertThat(angle("const float x = t + 1;", "x * 2")).isEqualTo(T.plus(1).times(2));
    assertThat(angle("const uint x = 0.9;", "x").value()).isZero();
    assertThat(angle("gate g(a) x { rx(float(a) / 2) x; } g(7) r[1];", "0").value()).isEqualTo(3.5);
    assertThat(angle("gate g(a) x { rx(angle(a) / 2) x; } g(7) r[1];", "0").value()).isEqualTo(3.5);
  }

  @Test
  void a_gate_may_follow_on_qubits_that_were_not_measured() {
    String measured = THREE + "bit[2] c = measure r[0:1]; ";

    assertThat(Qasm.read(measured + "h r[2];").size()).isEqualTo(1);
    assertThatThrownBy(() -> Qasm.read(measured + "h r[1];"))
        .hasMessageContaining("\"h\" on r[1] after its measurement at line 2");
  }

  /** A phase of the whole is none in OpenQASM 2, where a gate is what it does to states. */
  @Test
  void a_definition_is_read_as_the_gate_that_has_its_name_and_matrix() {
    assertThat(label("OPENQASM 2.0; gate rz(a) x { U(0,0,a) x; } qreg q[1]; rz(0.3) q[0];"))
        .isEqualTo("rz");
    assertThat(label("OPENQASM 3.0; gate rz(a) x { U(0,0,a) x; } qubit[1] q; rz(0.3) q[0];"))
        .isEqualTo("u");
    assertThat(label("OPENQASM 2.0; gate rz(a) x { U(0,0,-a) x; } qreg q[1]; rz(0.3) q[0];"))
        .isNotEqualTo("rz");
    assertThat(label("OPENQASM 2.0; gate rz(a) x { U(a,0,0) x; } qreg q[1]; rz(0.3) q[0];"))
        .isNotEqualTo("rz");
    String zz = "OPENQASM 3.0; include \"stdgates.inc\"; qubit[3] q; gate rzz(a) x, y { cx x, y;";
    assertThat(label(zz + " rz(a) y; cx x, y; } rzz(0.3) q[0], q[2];")).isEqualTo("rzz");
    assertThat(label(zz + " rz(a) x; cx x, y; } rzz(0.3) q[0], q[2];")).isEqualTo("cx");
    assertThat(label(zz + " rz(1.00001 * a) y; cx x, y; } rzz(0.3) q[0], q[2];")).isEqualTo("cx");
    // A body that has no value at a positive angle cannot be compared, and is read as it is.
    assertThat(label(zz + " rz(log(-a)) y; cx x, y; } rzz(-0.3) q[0], q[2];")).isEqualTo("cx");
  }

  private static String label(String text) {
    return Qasm.read(text).operations().get(0).gate().label();
  }

  private static Angle angle(String expression) {
    return angle("", expression);
  }

  private static Angle angle(String declaration, String expression) {
    Circuit circuit = Qasm.read(THREE + declaration + " rx(" + expression + ") r[0];");
    return circuit.operations().get(0).angles().get(0);
  }
}
