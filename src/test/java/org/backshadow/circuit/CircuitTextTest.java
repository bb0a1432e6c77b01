package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitTextTest {
  private static final Angle THETA = Angle.parameter("theta");

  @Test
  void the_first_circuit_of_the_guide() {
    Circuit circuit =
        Circuit.of(3)
            .h(0)
            .cx(0, 1)
            .ry(1, THETA)
            .rz(2, THETA.times(2).plus(0.3))
            .pauliRotation("XYZ", THETA);

    assertDrawing(
        circuit,
        """
        q0: ──H──────────────────●─────────────X(theta)──
                                 │             │
        q1: ─────────────────────⊕──Ry(theta)──Y─────────
                                               │
        q2: ──Rz(2*theta + 0.3)────────────────Z─────────
        """);
  }

  @Test
  void lines_cross_the_wires_between() {
    assertDrawing(
        Circuit.of(3).cx(2, 0).cz(0, 2).swap(0, 2).rzz(2, 0, Math.PI / 2),
        """
        q0: ──⊕──●──×──Z(π/2)──
              │  │  │  │
        q1: ──┼──┼──┼──┼───────
              │  │  │  │
        q2: ──●──●──×──Z───────
        """);
  }

  @Test
  void many_controls_stand_on_one_line() {
    Circuit inner = Circuit.of(4).controlled(2, Circuit.of(4).ry(1, THETA).swap(1, 3));

    assertDrawing(
        Circuit.of(4).controlled(0, inner),
        """
        q0: ──●──────────●──
              │          │
        q1: ──Ry(theta)──×──
              │          │
        q2: ──●──────────●──
                         │
        q3: ─────────────×──
        """);
  }

  @Test
  void boxes_number_the_qubits_of_a_gate_that_tells_them_apart() {
    Circuit circuit = Circuit.of(3).unitary(SimpleMatrix.identity(4), 2, 0).iswap(0, 1);

    assertDrawing(
        circuit.then(circuit.first(1).adjoint()).sx(1).adjoint().first(2),
        """
        q0: ───────unitary:1──
                   │
        q1: ──√X†──┼──────────
                   │
        q2: ───────unitary:0──
        """);
  }

  @Test
  void inverses_carry_a_dagger() {
    Circuit circuit = Circuit.of(1).s(0).t(0).sx(0).unitary(SimpleMatrix.identity(2), 0);

    assertDrawing(circuit.adjoint(), "q0: ──unitary†──√X†──T†──S†──\n");
  }

  @Test
  void the_empty_circuit_is_its_wires() {
    assertDrawing(Circuit.of(1), "q0: ────────\n");
  }

  @Test
  void long_circuits_fold() {
    assertThat(CircuitText.draw(Circuit.of(1).h(0).x(0).y(0).z(0).s(0), 14))
        .isEqualTo(
            """
            q0: ──H──X─┄

            q0: ┄─Y──Z─┄

            q0: ┄─S──""");
  }

  @Test
  void very_long_circuits_say_how_many_gates_are_left_out() {
    Circuit circuit = Circuit.of(3).h(0).repeat(3_000);

    String text = circuit.toString();

    Matcher more = Pattern.compile("\n… ([0-9,]+) more gates$").matcher(text);
    assertThat(more.find()).isTrue();
    long left = Long.parseLong(more.group(1).replace(",", ""));
    assertThat(text.chars().filter(c -> c == 'H').count() + left).isEqualTo(3_000);
  }

  @Test
  void a_wide_and_long_circuit_stays_bounded() {
    String text = RandomCircuits.of(62, 2_000, 1).toString();

    assertThat(text).hasSizeLessThan(20_000).contains("q61: ").contains("more gates");
    assertAligned(text, "seed 1");
  }

  @ParameterizedTest
  @EnumSource(StandardGate.class)
  void every_row_of_the_table_is_drawn_on_each_of_its_qubits(StandardGate gate) {
    var qubits = new ArrayList<Integer>();
    for (int q = gate.qubits() - 1; q >= 0; q--) {
      qubits.add(q);
    }
    var angles = new Angle[gate.angles()];
    for (int k = 0; k < angles.length; k++) {
      angles[k] = Angle.parameter("t" + k);
    }

    Operation operation = new Operation(gate, qubits, List.of(angles));
    String text = Circuit.of(gate.qubits()).gate(gate, qubits, angles).toString();

    assertAligned(text, gate.label());
    List<String> wires = text.lines().filter(line -> line.startsWith("q")).toList();
    for (GateSymbol.Mark mark : GateSymbol.of(operation).marks()) {
      String drawn =
          switch (mark.shape()) {
            case CONTROL -> "●";
            case NOT -> "⊕";
            case CROSS -> "×";
            default -> mark.label();
          };
      assertThat(wires.get(mark.qubit())).as(gate.label()).contains(drawn);
    }
    assertThat(wires).hasSize(gate.qubits());
    assertThat(text).contains(GateSymbol.of(operation).angleText());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_lines_of_a_fold_are_equally_long(long seed) {
    Circuit circuit = RandomCircuits.of((int) seed, 60, seed);

    String text = CircuitText.draw(circuit, 70);

    assertAligned(text, "seed " + seed);
    assertThat(text.lines()).as("seed " + seed).allMatch(line -> line.length() <= 70);
  }

  @Test
  void names_with_control_or_wide_characters_keep_the_lines_equal() {
    Circuit circuit =
        Circuit.of(2).rx(0, Angle.parameter("a\nb\u202e")).ry(1, Angle.parameter("角度"));

    assertAligned(circuit.toString(), "names");
    assertThat(circuit.toString().lines()).hasSize(3);
  }

  private static void assertAligned(String text, String description) {
    for (String fold : text.split("\n\n")) {
      assertThat(fold.lines().filter(line -> !line.startsWith("…")).map(String::length).distinct())
          .as(description + "\n" + fold)
          .hasSize(1);
    }
  }

  /** The lines between wires end in spaces, which a text block drops. */
  private static void assertDrawing(Circuit circuit, String expected) {
    assertAligned(circuit.toString(), "drawing");
    assertThat(circuit.toString().lines().map(String::stripTrailing).toList())
        .isEqualTo(expected.lines().toList());
  }
}
