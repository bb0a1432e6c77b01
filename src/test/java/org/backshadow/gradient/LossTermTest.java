package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.pauli.PauliSum;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class LossTermTest {
  /** Its parameters are c and a, in this order; the objective's are a, b and c. */
  private static final Expectation MODEL =
      Expectation.of(
          Circuit.of(1).rx(0, Angle.parameter("c")).rx(0, Angle.parameter("a")),
          PauliSum.parse("Z"));

  private static final LossTerm DISTANCE =
      LossTerm.squaredDistance(MODEL, 0.3, List.of("a", "b", "c"));

  @Test
  void the_squared_distance_to_a_target_has_its_value_and_slope() {
    assertThat(DISTANCE.loss(0.8)).isCloseTo(0.25, within(1e-15));
    assertThat(DISTANCE.slope(0.8)).isCloseTo(1, within(1e-15));
    assertThat(DISTANCE.loss(0.3)).isCloseTo(0, within(1e-15));
    assertThat(DISTANCE.needsValue()).isTrue();
  }

  /** For normal noise s: (x - y)^2 - s^2 has the variance (2 (x - y) s)^2 + 2 s^4. */
  @Test
  void an_estimated_value_gives_an_unbiased_loss() {
    Estimate loss = DISTANCE.loss(Estimate.of(0.8, 0.1, 40));

    assertThat(loss.value()).isCloseTo(0.25 - 0.01, within(1e-15));
    assertThat(loss.standardError()).isCloseTo(Math.sqrt(0.01 + 2e-4), within(1e-15));
    assertThat(loss.degreesOfFreedom()).isEqualTo(40);
  }

  @Test
  void the_value_itself_is_its_own_loss() {
    LossTerm value = MODEL.terms().get(0);

    assertThat(value.loss(0.8)).isEqualTo(0.8);
    assertThat(value.slope(0.8)).isEqualTo(1);
    assertThat(value.needsValue()).isFalse();
    Estimate same = value.loss(Estimate.of(0.8, 0.1, 40));
    assertThat(same.value()).isEqualTo(0.8);
    assertThat(same.standardError()).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void a_term_takes_its_share_of_the_objectives_parameters_and_adds_to_it() {
    assertThat(DISTANCE.at(new double[] {0.2, 9, 0.5}).model().theta()).containsExactly(0.5, 0.2);

    double[] gradient = {1, 2, 3};
    DISTANCE.add(2, new double[] {10, 100}, gradient);
    assertThat(gradient).containsExactly(201, 2, 23);

    var sum = new SimpleMatrix(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
    DISTANCE.add(2, new SimpleMatrix(new double[][] {{1, 2}, {3, 4}}), sum);
    assertThat(sum)
        .matches(
            s ->
                s.isIdentical(
                    new SimpleMatrix(new double[][] {{9, 1, 7}, {1, 1, 1}, {5, 1, 3}}), 0));
  }
}
