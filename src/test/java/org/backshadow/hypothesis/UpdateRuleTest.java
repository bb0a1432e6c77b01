package org.backshadow.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateRuleTest {
  private static final DenseObservable XY = DenseObservable.of(PauliSum.parse("XY"));

  private static HypothesisState start() {
    return HypothesisState.maximallyMixed(2);
  }

  @Test
  void the_first_steps_are_hyperbolic_tangents() {
    var ledger = Ledger.unlimited();

    assertThat(UpdateRule.FIXED_STEP.update(start(), XY, -0.8, 0.2, ledger).expectation(XY))
        .isCloseTo(-Math.tanh(0.1), within(1e-12));
    assertThat(UpdateRule.GAP_STEP.update(start(), XY, 0.8, 0.2, ledger).expectation(XY))
        .isCloseTo(Math.tanh(0.8), within(1e-12));
  }

  @Test
  void projection_predicts_what_was_measured_and_charges_its_work() {
    Samples.each(
        20,
        1,
        samples -> {
          int n = samples.between(1, 3);
          PauliSum sum = samples.pauliSum(n, 3);
          DenseObservable a = DenseObservable.of(sum).times(1 / sum.oneNorm());
          HypothesisState before =
              HypothesisState.maximallyMixed(n).toward(samples.pauliSum(n, 3), 0.4);
          double target =
              a.smallest() + (0.1 + 0.08 * samples.below(10)) * (a.largest() - a.smallest());
          var ledger = Ledger.unlimited();

          HypothesisState after = UpdateRule.PROJECTION.update(before, a, target, 0.2, ledger);

          assertThat(after.expectation(a)).isCloseTo(target, within(1e-3));
          assertThat(ledger.cost().classicalOperations() % (64L << 3 * n)).isZero();
          assertThat(ledger.cost().classicalOperations()).isPositive();
        });
  }

  @Test
  void a_value_at_the_edge_is_moved_inside() {
    var ledger = Ledger.unlimited();
    HypothesisState certain = UpdateRule.PROJECTION.update(start(), XY, 1, 0.2, ledger);
    HypothesisState beyond = start().toward(XY, 3);
    HypothesisState more = UpdateRule.PROJECTION.update(beyond, XY, 1, 0.002, ledger);

    assertThat(certain.expectation(XY)).isCloseTo(0.98, within(1e-3));
    assertThat(beyond.expectation(XY)).isGreaterThan(0.99);
    assertThat(more.expectation(XY)).isGreaterThan(beyond.expectation(XY)).isLessThan(1);
  }

  /** A true value corrects towards the truth: at least g^2 / 2 less relative entropy. */
  @ParameterizedTest
  @EnumSource(
      value = UpdateRule.class,
      names = {"GAP_STEP", "PROJECTION"})
  void a_mistake_lowers_the_relative_entropy_by_half_its_square(UpdateRule rule) {
    Samples.each(
        25,
        1,
        samples -> {
          int n = samples.between(1, 3);
          StateVector truth = Simulator.run(samples.circuit(Samples.Shape.of(n, 8).bound()));
          HypothesisState hypothesis = HypothesisState.maximallyMixed(n);
          for (int k = 0; k < 6; k++) {
            PauliSum string = PauliSum.of(samples.pauliString(n));
            DenseObservable a = DenseObservable.of(string);
            double gap = truth.expectation(string) - hypothesis.expectation(a);
            if (Math.abs(gap) > 0.1 && Math.abs(truth.expectation(string)) < 0.95) {
              HypothesisState next =
                  rule.update(hypothesis, a, truth.expectation(string), 0.2, Ledger.unlimited());
              assertThat(hypothesis.relativeEntropy(truth) - next.relativeEntropy(truth))
                  .isGreaterThanOrEqualTo(gap * gap / 2 - 1e-9);
              hypothesis = next;
            }
          }
        });
  }

  @Test
  void what_was_not_measured_is_refused() {
    assertThatThrownBy(
            () -> UpdateRule.GAP_STEP.update(start(), XY, Double.NaN, 0.2, Ledger.unlimited()))
        .hasMessage("a measured value (NaN) is finite and an accuracy (0.2) positive");
  }

  @Test
  void distances_to_a_pure_state_start_where_ignorance_puts_them() {
    StateVector psi = Simulator.run(Circuit.of(2).h(0).cx(0, 1));

    assertThat(start().traceDistance(psi)).isCloseTo(0.75, within(1e-12));
    assertThat(start().relativeEntropy(psi)).isCloseTo(2 * Math.log(2), within(1e-12));
    assertThat(start().entropy()).isCloseTo(2, within(1e-12));
    assertThat(start().toString()).isEqualTo("hypothesis on 2 qubits, entropy 2.000 of 2 bits");

    var closer = start().toward(PauliSum.parse("XX - YY + ZZ"), 5);
    assertThat(closer.traceDistance(psi)).isLessThan(0.001);
    assertThat(closer.entropy()).isLessThan(0.01);
    assertThat(closer.relativeEntropy(psi)).isLessThan(0.001);
  }
}
