package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.backshadow.testing.ExactDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its target is the mean over all directions of signs. */
class SpsaTest implements GradientMethodContract {
  private static final long DIRECTIONS = 2000;

  @Override
  public Spsa method() {
    return Gradients.spsa().step(0.3).shots(10);
  }

  @Override
  public double[] target(Model model) {
    return Targets.perturbation(model, 0.3);
  }

  @Override
  public double range(Model model) {
    return 2 * model.observable().oneNorm() / 0.3;
  }

  @Override
  public SampledGradient accurate() {
    return method().directions(DIRECTIONS);
  }

  @Override
  public long accurateShots() {
    return DIRECTIONS;
  }

  @Override
  public SampledGradient quick() {
    return method().directions(40);
  }

  @Override
  public SampledGradient seeded(SampledGradient method, long seed) {
    return ((Spsa) method).seed(seed);
  }

  @Override
  public long copies(Model model) {
    return circuits(model) * 10;
  }

  @Override
  public long circuits(Model model) {
    return 2 * DIRECTIONS * GradientMethodContract.groups(model);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_step_that_is_no_positive_number_is_refused(double step) {
    assertThatThrownBy(() -> method().step(step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "spsa: the step is %s; it must be a positive number of radians".formatted(step));
  }

  @Test
  void too_few_shots_or_directions_are_refused() {
    assertThatThrownBy(() -> method().shots(0)).hasMessage("spsa: 0 shots; at least 1 is needed");
    assertThatThrownBy(() -> method().directions(1))
        .hasMessage("spsa: 1 directions; at least 2 are needed for an error");
  }

  /** sin(0.2) / 0.2 for its own move and cos(0.2) for each of the two others: 0.9541. */
  @Test
  void the_note_says_by_how_much_the_moves_of_all_shrink_a_component() {
    Components components = differentiate(method().step(0.2), GradientMethodContract.plain());

    assertThat(components.note())
        .isEqualTo(
            "biased: step 0.2, 1,000 directions; where each parameter stands in one Pauli rotation, parts of a component are expected up to 4.6 % too small");
  }

  @Test
  void without_a_parameter_nothing_is_too_small() {
    var model = new Model(Circuit.of(1).h(0), PauliSum.parse("Z"), new double[0]);

    assertThat(differentiate(method(), model).note()).contains("up to 0 % too small");
  }

  private static Components differentiate(SampledGradient method, Model model) {
    return method.differentiate(model, new ExactDoor(), new Seed(0));
  }
}
