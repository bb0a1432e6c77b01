package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its target is the difference quotient, exactly; the gradient only up to the step squared. */
class FiniteDifferenceTest implements GradientMethodContract {
  @Override
  public FiniteDifference method() {
    return Gradients.finiteDifference().step(0.3);
  }

  @Override
  public double[] target(Model model) {
    return Targets.differenceQuotient(model, 0.3);
  }

  @Override
  public double range(Model model) {
    return 2 * model.observable().oneNorm() / 0.3;
  }

  @Override
  public long accurateShots() {
    return 20_000;
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((FiniteDifference) method).seed(seed);
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 20_000;
  }

  @Override
  public long circuits(Model model) {
    return 2L * model.theta().length * GradientMethodContract.groups(model);
  }

  @Test
  void exact_values_give_the_exact_difference_quotient() {
    GradientMethodContract.exact(accurate(), this::target);
  }

  @Test
  void a_rotation_is_found_too_small_by_the_factor_that_the_note_says() {
    Model model = GradientMethodContract.plain();
    Components components =
        accurate().differentiate(model, new org.backshadow.testing.ExactDoor(), new Seed(0));
    double[] gradient = Targets.gradient(model);

    for (int k = 0; k < gradient.length; k++) {
      assertThat(components.values()[k])
          .isCloseTo(gradient[k] * Math.sin(0.3) / 0.3, within(1e-12));
    }
    assertThat(components.note())
        .isEqualTo(
            "biased: step 0.3; a component of a single Pauli rotation is expected up to 1.5 % too small");
  }

  @Test
  void the_note_counts_how_fast_an_angle_turns() {
    Circuit circuit = Circuit.of(1).ry(0, Angle.parameter("t").times(2));
    var model = new Model(circuit, PauliSum.parse("Z"), new double[] {0.7});

    Components components =
        accurate().differentiate(model, new org.backshadow.testing.ExactDoor(), new Seed(0));

    assertThat(components.values()[0])
        .isCloseTo(-2 * Math.sin(1.4) * Math.sin(0.6) / 0.6, within(1e-12));
    assertThat(components.note()).contains("up to 5.9 % too small");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_step_that_is_no_positive_number_is_refused(double step) {
    assertThatThrownBy(() -> method().step(step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "finiteDifference: the step is %s; it must be a positive number of radians"
                .formatted(step));
  }

  @Test
  void zero_shots_are_refused() {
    assertThatThrownBy(() -> method().shots(0))
        .hasMessage("finiteDifference: 0 shots; at least 1 is needed");
  }

  @Test
  void a_lie_is_a_longer_circuit() {
    assertThat(targetUnderLie(GradientMethodContract.plain(), Circuit.of(2)))
        .containsExactly(target(GradientMethodContract.plain()));
  }

  @Test
  void without_a_parameter_nothing_is_too_small() {
    var model = new Model(Circuit.of(1).h(0), PauliSum.parse("Z"), new double[0]);

    assertThat(accurate().differentiate(model, new org.backshadow.testing.ExactDoor(), new Seed(0)))
        .extracting(Components::note)
        .asString()
        .contains("up to 0 % too small");
  }
}
