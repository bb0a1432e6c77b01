package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class GradientAgreementTest {
  /**
   * A central difference with step h is off by h^2/6 times a third derivative, and by rounding
   * 1e-16 |F| / h: about 1e-11 each, times the cube of what the angles do with the parameters.
   */
  @Test
  void adjoint_parameter_shift_and_central_differences_agree_on_300_random_models() {
    Samples.each(
        300,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit circuit =
              samples.circuit(Samples.Shape.of(n, samples.between(1, 14)).controls(2));
          Model model = GradientMethodContract.model(samples, circuit, 4);
          double scale = Math.max(1, model.observable().oneNorm());

          double[] adjoint = Targets.gradient(model);

          double[] difference = Targets.differenceQuotient(model, 1e-5);
          double[] shifted =
              Gradients.parameterShift()
                  .differentiate(model, new ExactDoor(), new Seed(0))
                  .values();
          double[] observed =
              GradientObservables.of(model).stream()
                  .mapToDouble(Simulator.run(model.bound())::expectation)
                  .toArray();
          for (int k = 0; k < adjoint.length; k++) {
            String where = "component %d of %s".formatted(k, circuit);
            assertThat(difference[k]).as(where).isCloseTo(adjoint[k], within(1e-8 * scale));
            assertThat(shifted[k]).as(where).isCloseTo(adjoint[k], within(1e-10 * scale));
            assertThat(observed[k]).as(where).isCloseTo(adjoint[k], within(1e-10 * scale));
          }
        });
  }

  @Test
  void gates_that_do_not_name_a_parameter_are_not_shifted() {
    Model model = GradientMethodContract.everyGate();

    assertThat(model.occurrences()).hasSize(12);
    assertThat(model.parameters()).containsExactly("a", "b");
  }
}
