package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.StandardGate;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written reads back as the same circuit, or at least as the same unitary. */
class QasmRoundTripTest {
  private static final double EXACT = 1e-11;

  @ParameterizedTest
  @EnumSource(StandardGate.class)
  void every_gate_comes_back_as_itself(StandardGate gate) {
    Circuit circuit = circuit(gate, false);

    assertThat(Qasm.read(circuit.toQasm2())).isEqualTo(circuit);
    assertThat(Qasm.read(circuit.toQasm3())).isEqualTo(circuit);
    assertThat(Qasm.read(circuit(gate, true).toQasm3())).isEqualTo(circuit(gate, true));
  }

  @ParameterizedTest
  @EnumSource(StandardGate.class)
  void every_gate_under_controls_is_the_same_unitary(StandardGate gate) {
    Circuit one = circuit(gate, false).widened(gate.qubits() + 2);
    Circuit two = Circuit.of(one.qubits()).h(gate.qubits()).controlled(gate.qubits(), one);
    Circuit three = Circuit.of(one.qubits()).controlled(gate.qubits() + 1, two.first(1));
    three =
        three.controlled(
            gate.qubits() + 1, Circuit.of(one.qubits()).controlled(gate.qubits(), one));

    for (Circuit circuit : new Circuit[] {two, three}) {
      assertSameUnitary(Qasm.read(circuit.toQasm2()), circuit);
      assertSameUnitary(Qasm.read(circuit.toQasm3()), circuit);
    }
  }

  @Test
  void random_circuits_are_the_same_unitary() {
    Samples.each(
        150,
        20260101,
        samples -> {
          int qubits = samples.between(1, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(qubits, 8).bound());

          assertSameUnitary(Qasm.read(circuit.toQasm2()), circuit);
          assertSameUnitary(Qasm.read(circuit.toQasm3()), circuit);
        });
  }

  @Test
  void parameters_keep_their_names_and_their_meaning() {
    Samples.each(
        150,
        20260102,
        samples -> {
          int qubits = samples.between(1, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(qubits, 6));
          Circuit back = Qasm.read(circuit.toQasm3());
          double[] theta = samples.angles(circuit.parameters().size());

          assertThat(back.parameters()).containsAll(visible(circuit));
          assertSameUnitary(back.bind(values(back, circuit, theta)), circuit.bind(theta));
        });
  }

  @Test
  void names_that_the_language_does_not_allow_are_kept_in_an_annotation() {
    Circuit circuit =
        Circuit.of(2)
            .rx(0, Angle.parameter("x"))
            .rx(0, Angle.parameter("θ[1] \"quoted\"\n"))
            .ry(1, Angle.parameter("p_x").plus(Angle.parameter("q")))
            .rz(1, Angle.parameter("const"));

    assertThat(Qasm.read(circuit.toQasm3())).isEqualTo(circuit);
    assertThat(circuit.toQasm3()).contains("@backshadow.parameter \"x\"\ninput float p_x_2;");
  }

  @Test
  void numbers_and_expressions_come_back_bit_for_bit() {
    Angle a = Angle.parameter("a");
    Angle b = Angle.parameter("b");
    Circuit circuit =
        Circuit.of(1)
            .rx(0, Math.PI / 3)
            .rx(0, -0.0)
            .rx(0, Double.MIN_VALUE)
            .rx(0, -1.0000000000000002e300)
            .rx(0, a.minus(b.minus(a)).times(0.1).plus(1e-7))
            .rx(0, a.negate().times(b).minus(a.times(b)).negate())
            .rx(0, a.sin().square().plus(b.plus(a)).exp().cos())
            .rx(0, Angle.of(0.5).minus(a.times(-2)));

    assertThat(Qasm.read(circuit.toQasm3())).isEqualTo(circuit);
  }

  @Test
  void parameters_are_refused_by_name_in_two() {
    assertThatThrownBy(() -> Circuit.of(1).rx(0, Angle.parameter("theta")).toQasm2())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "OpenQASM 2 has no parameters and this circuit has theta; bind them or use toQasm3()");
  }

  private static Circuit circuit(StandardGate gate, boolean parameters) {
    var angles =
        IntStream.range(0, gate.angles())
            .mapToObj(k -> parameters ? Angle.parameter("w" + k) : Angle.of(0.3 + 0.4 * k))
            .toArray(Angle[]::new);
    var qubits = IntStream.range(0, gate.qubits()).mapToObj(q -> gate.qubits() - 1 - q).toList();
    return Circuit.of(gate.qubits()).gate(gate, qubits, angles);
  }

  /** The parameters that more than the phase of the register depends on. */
  private static java.util.Set<String> visible(Circuit circuit) {
    var names = new java.util.HashSet<String>();
    circuit.operations().stream()
        .filter(operation -> !operation.isGlobalPhase())
        .forEach(o -> o.angles().forEach(angle -> names.addAll(angle.parameters())));
    return names;
  }

  private static double[] values(Circuit back, Circuit circuit, double[] theta) {
    var named = Circuit.named(circuit, theta);
    return back.parameters().stream().mapToDouble(named::get).toArray();
  }

  static void assertSameUnitary(Circuit actual, Circuit expected) {
    var a = NaiveMatrix.of(actual);
    var b = NaiveMatrix.of(expected);
    double re = 0;
    double im = 0;
    for (int r = 0; r < a.rows(); r++) {
      for (int c = 0; c < a.columns(); c++) {
        re += a.re(r, c) * b.re(r, c) + a.im(r, c) * b.im(r, c);
        im += a.im(r, c) * b.re(r, c) - a.re(r, c) * b.im(r, c);
      }
    }
    double size = Math.hypot(re, im);
    assertThat(a.distance(b.times(re / size, im / size))).isLessThan(EXACT);
  }
}
