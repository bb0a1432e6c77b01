package org.backshadow.measure.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliGroup;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

class GroupedEstimatorTest {
  @Test
  void exact_outcomes_give_the_exact_values_of_several_observables_at_once() {
    Samples.each(
        200,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 10).bound());
          List<PauliSum> observables =
              List.of(samples.pauliSum(n, 1), samples.pauliSum(n, 6), samples.pauliSum(n, 4));

          List<Estimate> estimates =
              new GroupedEstimator(100)
                  .estimate(observables, new ExactDoor().prepare(circuit), new Seed(0));

          StateVector state = Simulator.run(circuit);
          for (int k = 0; k < observables.size(); k++) {
            assertThat(estimates.get(k).value())
                .isCloseTo(state.expectation(observables.get(k)), within(1e-11));
          }
        });
  }

  /**
   * The variance of the mean is the sum over groups of the exact variance of the group's sum over
   * shots. With 10^6 shots the sample variance of a sum in [-c, c] has the deviation 2c sd/10^3 at
   * most; six of those.
   */
  @Test
  void the_standard_error_holds_the_covariances_within_a_group() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(2, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 12).bound());
          PauliSum observable = samples.pauliSum(n, 7);
          long shots = 1_000_000;
          var copies = new SimulatedCopies(Ledger.unlimited(), new Seed(samples.below(1_000_000)));

          Estimate estimate =
              new GroupedEstimator(shots).estimate(observable, copies.prepare(circuit));

          StateVector state = Simulator.run(circuit);
          double variance = 0;
          double slack = 0;
          for (PauliGroup group : Grouping.qubitWise(observable)) {
            double v = state.variance(PauliSum.of(n, group.terms()));
            variance += v;
            // A group without spread in the sample has the floor 2c/shots as its error.
            slack +=
                6 * 2 * group.oneNorm() * Math.sqrt(v / shots)
                    + 50 * group.oneNorm() * group.oneNorm() / shots;
          }
          double measured = estimate.standardError() * estimate.standardError() * shots;
          assertThat(measured).isCloseTo(variance, within(slack));
          assertThat(estimate.value())
              .isCloseTo(
                  state.expectation(observable),
                  within(6 * Math.sqrt(variance / shots) + 24 * observable.oneNorm() / shots));
        });
  }

  @Test
  void all_observables_share_the_copies_of_their_groups() {
    var copies = new TracingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)));
    List<PauliSum> observables =
        List.of(PauliSum.parse("ZI + 2*IZ"), PauliSum.parse("ZZ - XX"), PauliSum.parse("XI"));

    new GroupedEstimator(500)
        .estimate(observables, copies.prepare(Circuit.of(2).h(0).cx(0, 1)), new Seed(0));

    assertThat(copies.copies()).isEqualTo(1000);
    assertThat(copies.circuits()).isEqualTo(2);
    assertThat(copies.ledger().cost().copies()).isEqualTo(1000);
    assertThat(copies.ledger().cost().gates()).isEqualTo(copies.gates()).isEqualTo(500 * (2 + 4));
  }

  @Test
  void constants_need_no_measurement_and_have_no_error() {
    var copies = new SimulatedCopies(Ledger.unlimited(), new Seed(1));

    Estimate estimate =
        new GroupedEstimator(10).estimate(PauliSum.parse("-3*II"), copies.prepare(Circuit.of(2)));

    assertThat(estimate.value()).isEqualTo(-3);
    assertThat(estimate.standardError()).isZero();
    assertThat(copies.ledger().cost().copies()).isZero();
  }

  @Test
  void a_budget_is_refused_before_the_measurement_that_breaks_it() {
    var ledger = new Ledger(Budget.copies(1999));
    var copies = new TracingDoor(new SimulatedCopies(ledger, new Seed(1)));

    assertThatThrownBy(
            () ->
                new GroupedEstimator(1000)
                    .estimate(PauliSum.parse("Z + X"), copies.prepare(Circuit.of(1))))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessage("copies: 1,000 requested, 999 left of the budget of 1,999");
    assertThat(ledger.cost().copies()).isEqualTo(1000);
    assertThat(copies.copies()).isEqualTo(1000);
  }

  @Test
  void no_shots_are_refused() {
    assertThatThrownBy(() -> new GroupedEstimator(0)).hasMessage("0 shots; at least 1 is needed");
  }

  /** GHZ has two outcomes in Z and four in X: terms times outcomes, 16 bytes an outcome. */
  @Test
  void the_arithmetic_is_charged_by_terms_and_outcomes() {
    var observable = PauliSum.parse("XXX + 0.5*ZZI - 2*IZZ");
    Circuit ghz = Circuit.of(3).h(0).cx(0, 1).cx(1, 2);
    var grouped = new SimulatedCopies(Ledger.unlimited(), new Seed(1)).prepare(ghz);
    var commuting = new SimulatedCopies(Ledger.unlimited(), new Seed(1)).prepare(ghz);

    new GroupedEstimator(500).estimate(observable, grouped);
    Moments[] moments =
        CommutingEstimator.measure(List.of(PauliSum.parse("ZZI + IZZ")), commuting, 500);

    // Four outcomes with even parity in X with one term, two in Z with two.
    assertThat(grouped.ledger().cost().classicalOperations()).isEqualTo(4 + 2 * 2);
    assertThat(grouped.ledger().cost().peakBytes()).isEqualTo(16 * 4);
    assertThat(moments[0].mean()).isEqualTo(2);
    assertThat(commuting.ledger().cost().classicalOperations()).isEqualTo(2 * 2);
    assertThat(commuting.ledger().cost().peakBytes()).isEqualTo(16 * 2);
  }
}
