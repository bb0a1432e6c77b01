package org.backshadow.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypothesisStateTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @ValueSource(strings = {"X", "Y", "Z"})
  void the_first_hypothesis_knows_nothing(String letter) {
    var hypothesis = HypothesisState.maximallyMixed(1);

    assertThat(hypothesis.expectation(PauliString.of(letter))).isCloseTo(0, EXACT);
    assertThat(hypothesis.expectation(PauliString.of("I"))).isCloseTo(1, EXACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XZ", "YI", "ZY", "YY"})
  void one_update_moves_the_prediction_by_the_hyperbolic_tangent(String letters) {
    var observable = PauliSum.parse(letters);

    var hypothesis = HypothesisState.maximallyMixed(2).toward(observable, 0.7);

    assertThat(hypothesis.expectation(observable)).isCloseTo(Math.tanh(0.7), EXACT);
    assertThat(hypothesis.expectation(PauliString.of("XX"))).isCloseTo(0, EXACT);
  }

  @Test
  void updates_that_do_not_commute_point_along_their_sum() {
    // exp(a X + b Y + c Z) has the Bloch vector (a, b, c) tanh(r) / r.
    var hypothesis =
        HypothesisState.maximallyMixed(1)
            .toward(PauliSum.parse("X"), 0.3)
            .toward(PauliSum.parse("Y"), -0.4)
            .toward(PauliSum.parse("Z"), 1.2);

    double r = Math.sqrt(0.09 + 0.16 + 1.44);
    assertThat(hypothesis.expectation(PauliString.of("X")))
        .isCloseTo(0.3 * Math.tanh(r) / r, EXACT);
    assertThat(hypothesis.expectation(PauliString.of("Y")))
        .isCloseTo(-0.4 * Math.tanh(r) / r, EXACT);
    assertThat(hypothesis.expectation(PauliString.of("Z")))
        .isCloseTo(1.2 * Math.tanh(r) / r, EXACT);
  }

  @Test
  void predictions_do_not_change_when_state_and_observable_turn_together() {
    var circuit = Circuit.of(2).h(0).cx(0, 1).rz(1, 0.4).pauliRotation("XY", 0.9);
    var before =
        HypothesisState.maximallyMixed(2)
            .toward(PauliSum.parse("ZI"), 0.5)
            .toward(PauliSum.parse("XY"), -0.8);
    var observable = PauliSum.parse("0.3*ZZ + XI - 0.7*YX");

    HypothesisState after = before;
    PauliSum turned = observable;
    for (var operation : circuit.operations()) {
      after = after.after(operation);
      turned = PauliPropagation.forward(turned, operation);
    }

    assertThat(after.expectation(turned)).isCloseTo(before.expectation(observable), EXACT);
  }

  @Test
  void ten_qubits_are_refused_with_the_arithmetic() {
    assertThatThrownBy(() -> HypothesisState.maximallyMixed(10))
        .hasMessage(
            "a hypothesis has 1 to 9 qubits, not 10: its matrix takes 16 * 4^n bytes and 8^n steps");
  }
}
