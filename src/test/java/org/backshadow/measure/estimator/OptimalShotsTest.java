package org.backshadow.measure.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.junit.jupiter.api.Test;

class OptimalShotsTest {
  private static final Circuit TILTED = Circuit.of(1).ry(0, Math.PI / 4);

  private static PreparedState copies(Circuit circuit, long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed)).prepare(circuit);
  }

  /**
   * Neyman: with a tenth spent on the spreads, {@code (s1 + s2) / sqrt(0.9 copies)}. Here <Z> = <X>
   * = sqrt(1/2), so that each spread is its coefficient times sqrt(1/2). Equal shots would give
   * 0.0158. The spreads are known to 1 %, the errors to less than 1 %.
   */
  @Test
  void shots_go_where_the_spread_is() {
    long all = 40_000;

    Estimate estimate =
        new OptimalShots(all).estimate(PauliSum.parse("3*Z + X"), copies(TILTED, 1));

    double best = 4 * Math.sqrt(0.5) / Math.sqrt(0.9 * all);
    assertThat(estimate.standardError()).isCloseTo(best, within(0.015 * best));
  }

  /** The pilot measurements see no spread of Z at all, and 0.001*Z is not worth more. */
  @Test
  void a_group_without_spread_gets_few() {
    Estimate estimate =
        new OptimalShots(10_000).estimate(PauliSum.parse("0.001*Z + X"), copies(Circuit.of(1), 2));

    assertThat(estimate.standardError()).isCloseTo(1 / Math.sqrt(9_000), within(2e-4));
  }

  /** Six standard errors of the mean of 100 values, and the spread of 100 values to 30 %. */
  @Test
  void values_scatter_about_the_exact_one_by_their_standard_errors() {
    var observable = PauliSum.parse("0.5*XX + 0.8*ZI - 0.3*IZ + 0.4*YY + 2*II");
    Circuit circuit = Circuit.of(2).ry(0, 0.7).cx(0, 1).ry(1, 0.4).rz(0, 0.6);
    double exact = Simulator.run(circuit).expectation(observable);
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < 100; seed++) {
      Estimate estimate = new OptimalShots(1000).estimate(observable, copies(circuit, seed));
      double off = (estimate.value() - exact) / estimate.standardError();
      sum += off;
      squares += off * off;
    }
    assertThat(sum / 100).isCloseTo(0, within(0.6));
    assertThat(Math.sqrt(squares / 100)).isCloseTo(1, within(0.3));
  }

  @Test
  void no_copy_is_left_and_none_is_borrowed() {
    for (long all : new long[] {12, 13, 100, 4_321}) {
      PreparedState state = copies(Circuit.of(2).h(0), 3);

      new OptimalShots(all).estimate(PauliSum.parse("XX + 2*ZZ - YI"), state);

      assertThat(state.ledger().cost().copies()).as("of %d", all).isEqualTo(all);
      assertThat(state.ledger().cost().circuits()).as("two runs a group").isEqualTo(6);
    }
  }

  @Test
  void a_number_needs_no_copy() {
    PreparedState state = copies(Circuit.of(2), 4);

    Estimate estimate = new OptimalShots(5).estimate(PauliSum.parse("2.5*II"), state);

    assertThat(estimate.value()).isEqualTo(2.5);
    assertThat(estimate.standardError()).isZero();
    assertThat(state.ledger().cost().copies()).isZero();
  }

  @Test
  void too_few_copies_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimalShots(0))
        .withMessage("0 copies; at least 1 is needed");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new OptimalShots(7).estimate(PauliSum.parse("X + Z"), copies(Circuit.of(1), 0)))
        .withMessage("commuting groups: 7 copies for 2 groups; at least 4 for each are needed");
    assertThat(new OptimalShots(8).estimate(PauliSum.parse("X + Z"), copies(TILTED, 0)).value())
        .isBetween(-2.0, 2.0);
  }
}
