package org.backshadow.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void a_known_estimate_says_its_interval_and_what_it_cost() {
    Estimate estimate =
        Estimate.of(0.46789, 0.025, Double.POSITIVE_INFINITY)
            .charged(Cost.quantum(20_000, 2, 0, 0, 0));

    assertThat(estimate.copies()).isEqualTo(20_000);
    assertThat(estimate.text()).isEqualTo("0.468 ± 0.049");
    assertThat(estimate).hasToString("0.468 ± 0.049 (95 %), 20,000 copies");
    assertThat(estimate.interval(0.95).contains(0.51)).isTrue();
    assertThat(estimate.interval(0.95).contains(0.52)).isFalse();
  }

  /**
   * 2,000 runs whose intervals hold with probability 0.95 have the deviation sqrt(2000 x 0.95 x
   * 0.05) = 9.7 of their number: 93 to 97 % is four of them to each side, left with probability
   * 4e-5. The shots are many enough for the lattice of outcomes not to show.
   */
  @Test
  void ninety_five_percent_intervals_of_shot_estimates_cover_as_stated() {
    Expectation model =
        Expectation.of(
            Circuit.of(2).ry(0, 0.9).cx(0, 1).rx(1, 0.7).ry(0, 0.4),
            PauliSum.parse("0.7*ZZ + 0.4*XI - 0.3*IZ + 0.2*YY + 0.1"));
    double truth = model.at().value();

    int covered = 0;
    for (int seed = 0; seed < 2000; seed++) {
      var estimate = model.at().shots(400).seed(seed);
      covered += estimate.interval(0.95).contains(truth) ? 1 : 0;
    }

    assertThat(covered).isBetween(1860, 1940);
  }
}
