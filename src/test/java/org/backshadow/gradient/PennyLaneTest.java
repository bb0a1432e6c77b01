package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.backshadow.resources.Seed;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.PeerModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against {@code pennylane.json}: values and gradients by PennyLane, made by {@code
 * src/data/pennylane_gradients.py}.
 */
class PennyLaneTest {
  private static final double EXACT = 1e-9;

  static List<PeerModel> models() {
    return PeerModel.all();
  }

  @Test
  void there_are_ten_models_and_no_gradient_vanishes() {
    assertThat(models()).hasSize(10);
    assertThat(models())
        .allSatisfy(
            model ->
                assertThat(Arrays.stream(model.gradient()).map(Math::abs).max().orElseThrow())
                    .isGreaterThan(0.01));
  }

  @ParameterizedTest
  @MethodSource("models")
  void value_and_adjoint_gradient_are_PennyLanes(PeerModel model) {
    Evaluation here = evaluation(model);

    assertThat(here.value()).isCloseTo(model.value(), within(EXACT));
    assertThat(here.gradient().values()).containsExactly(model.gradient(), within(EXACT));
  }

  static List<PeerModel> withoutParametersInNoise() {
    return models().stream().filter(m -> !m.toString().startsWith("strengths of noise")).toList();
  }

  static List<PeerModel> linear() {
    return withoutParametersInNoise().stream()
        .filter(m -> !m.toString().startsWith("functions of parameters"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("withoutParametersInNoise")
  void shifts_of_exact_values_give_PennyLanes_gradient(PeerModel model) {
    agrees(Gradients.parameterShift(), model);
  }

  @ParameterizedTest
  @MethodSource("linear")
  void shifts_of_all_gates_at_once_give_PennyLanes_gradient(PeerModel model) {
    agrees(Gradients.generalShift(), model);
  }

  private static void agrees(SampledGradient method, PeerModel model) {
    Model here = evaluation(model).model();

    double[] gradient = method.differentiate(here, new ExactDoor(), new Seed(0)).values();

    assertThat(gradient).containsExactly(model.gradient(), within(EXACT));
  }

  private static Evaluation evaluation(PeerModel model) {
    return Expectation.of(model.circuit(), model.observable()).at(model.theta());
  }
}
