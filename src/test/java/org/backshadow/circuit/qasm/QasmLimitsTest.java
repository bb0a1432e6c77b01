package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.backshadow.testing.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that would take a machine down are refused within a second of processor time. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class QasmLimitsTest {
  private static final String TWO = "OPENQASM 2.0;\ninclude \"qelib1.inc\";\nqreg q[30];\n";
  private static final String THREE =
      "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[30] q; input float t;\n";

  static Stream<Map.Entry<String, String>> bombs() {
    return Stream.of(
        Map.entry(TWO + bomb(60, "g%d a; g%d a; g%d a;"), "more than 2^63 operations"),
        Map.entry(TWO + bomb(20, "g%d a; g%d a;"), "operations; at most 200,000 fit"),
        Map.entry(TWO + bomb(70, "g%d a;"), "gates within gates more than 64 deep"),
        Map.entry(TWO + "rx(" + "(".repeat(100_000) + ") q[0];", "nests more than 64 deep"),
        Map.entry(TWO + "rx(" + "-".repeat(100_000) + "1) q[0];", "nests more than 64 deep"),
        Map.entry(TWO + "rx(" + "2^".repeat(100_000) + "1) q[0];", "nests more than 64 deep"),
        Map.entry(TWO + "rx(" + "9".repeat(65) + ") q[0];", "65 characters; at most 64 are read"),
        Map.entry(TWO + "rx(1e999) q[0];", "beyond a 64-bit number"),
        Map.entry(TWO + "//" + "x".repeat(1 << 20), "longer than 1 MiB"),
        Map.entry(TWO + "//" + "é".repeat(1 << 19), "longer than 1 MiB"),
        Map.entry(TWO + "creg c[1000000000];", "1 to 65,536 are possible"),
        Map.entry(TWO + "qreg r[1];", "a circuit has 1 to 30 in total and 30 are taken"),
        Map.entry(TWO + "qreg r[9999999999999999999999];", "a size is a whole number"),
        Map.entry(
            TWO + "gate g(a) x { rx(" + "a+".repeat(2000) + "a) x; }", "more than 1,000 terms"),
        Map.entry(THREE + "rx(" + "t*".repeat(2000) + "t) q[0];", "more than 1,000 terms"),
        Map.entry(THREE + squares(40), "more than 1,000 terms"),
        Map.entry(THREE + "pow(1e300) @ h q;", "more than 2^63 operations"),
        Map.entry(THREE + "inv @ ".repeat(100_000) + "h q;", "at most 64 modifiers"),
        Map.entry(THREE + "ctrl(20) @ ctrl(20) @ h q;", "30 controls"),
        Map.entry(
            THREE + "gate g a { " + "inv @ x a;".repeat(100) + "}\n" + deepInverses(60) + "g60 q;",
            "steps to expand"));
  }

  private static String bomb(int depth, String body) {
    var text = new StringBuilder("gate g0 a { x a; }\n");
    for (int k = 1; k <= depth; k++) {
      text.append("gate g" + k + " a { " + body.replace("%d", "" + (k - 1)) + " }\n");
    }
    return text + "g" + depth + " q[0];\n";
  }

  private static String squares(int depth) {
    var text = new StringBuilder("gate s0(a) x { rx(a) x; }\n");
    for (int k = 1; k <= depth; k++) {
      text.append("gate s" + k + "(a) x { s" + (k - 1) + "(a*a) x; }\n");
    }
    return text + "s" + depth + "(t) q[0];\n";
  }

  private static String deepInverses(int depth) {
    var text = new StringBuilder("gate g0 a { g a; }\n");
    for (int k = 1; k <= depth; k++) {
      text.append("gate g" + k + " a { " + "inv @ ".repeat(64) + "g" + (k - 1) + " a; }\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_is_refused_in_time(Map.Entry<String, String> bomb) {
    double seconds =
        CpuTime.seconds(
            () ->
                assertThatThrownBy(() -> Qasm.read(bomb.getKey()))
                    .isInstanceOf(QasmException.class)
                    .hasMessageContaining(bomb.getValue()));

    assertThat(seconds).isLessThan(1);
  }

  @Test
  void what_just_fits_is_read_in_time() {
    String most = TWO + "gate g a { " + "h a;".repeat(6666) + "} g q;";
    String calls = TWO + "h q;".repeat(6666);
    String controls = "ctrl(29) @ h ";
    String operands =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(k -> "q[" + k + "]")
            .collect(java.util.stream.Collectors.joining(","));

    String wide = THREE + (controls + operands + ";").repeat(5001);
    for (String text : new String[] {most, calls, wide}) {
      int size = Qasm.read(text).size();

      assertThat(CpuTime.seconds(() -> Qasm.read(text))).isLessThan(1);
      assertThat(size).isEqualTo(text.equals(wide) ? 5001 : 199_980);
    }
  }
}
