package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that need gates alone say so when the plan is built, and what to use. */
class NoiseRefusalsTest {
  static List<SampledGradient> refusing() {
    return List.of(
        Gradients.quantumBackprop(),
        Gradients.weakReadout(),
        Gradients.commutingGenerators(),
        Gradients.commutingBlocks(),
        Gradients.bellSampling(),
        Gradients.classicalShadow());
  }

  @ParameterizedTest
  @MethodSource("refusing")
  void noise_behind_the_first_parameter_is_refused_with_what_to_use(SampledGradient method) {
    assertThatThrownBy(() -> noisy().at(0.4).gradient(method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(method.name() + ": ")
        .hasMessageContaining("depolarize(0.1) 1")
        .hasMessageContaining("noise")
        .hasMessageContaining("parameterShift()");
  }

  @Test
  void what_they_suggest_does_apply() {
    assertThatCode(() -> noisy().at(0.4).gradient(Gradients.parameterShift().shots(10)).values())
        .doesNotThrowAnyException();
  }

  private static Expectation noisy() {
    return Expectation.of(
        Circuit.of(2).rx(0, Angle.parameter("a")).depolarize(1, 0.1).cx(0, 1),
        PauliSum.parse("ZZ"));
  }
}
