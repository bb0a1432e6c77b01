package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class NaturalGradientTest {
  /** Rotations of different qubits, their angles stretched. */
  private static Expectation rotations(double stretch) {
    Circuit circuit = Circuit.of(3);
    for (int q = 0; q < 3; q++) {
      circuit = circuit.ry(q, Angle.parameter("w" + q).times(stretch));
    }
    return Expectation.of(circuit, PauliSum.parse("ZZI + 0.5*IXZ - 0.3*IIZ"));
  }

  /** The metric of a rotation is 1/4, so the step is the gradient over (1/4 + lambda). */
  @Test
  void on_single_rotations_it_is_gradient_descent_four_times_as_fast() {
    double lambda = 0.01;
    Minimization plan = Minimization.of(rotations(1)).from(0.4, -0.9, 1.3).steps(10);

    double[] natural = plan.naturalGradient(0.05, lambda).run().theta();
    double[] plain = plan.gradientDescent(0.05 / (0.25 + lambda)).run().theta();

    assertThat(natural).containsExactly(plain, within(1e-12));
  }

  /** Stretched a hundredth, the loss is flat for gradient descent; the states are the same. */
  @Test
  void it_does_not_see_how_the_angles_are_scaled() {
    double[] natural =
        Minimization.of(rotations(0.01))
            .from(40, -90, 130)
            .naturalGradient(0.1, 1e-12)
            .steps(20)
            .run()
            .theta();
    double[] same =
        Minimization.of(rotations(1))
            .from(0.4, -0.9, 1.3)
            .naturalGradient(0.1, 1e-8)
            .steps(20)
            .run()
            .theta();
    double[] plain =
        Minimization.of(rotations(0.01))
            .from(40, -90, 130)
            .gradientDescent(0.4)
            .steps(20)
            .run()
            .theta();

    for (int k = 0; k < 3; k++) {
      assertThat(0.01 * natural[k]).isCloseTo(same[k], within(1e-6));
    }
    assertThat(plain).containsExactly(new double[] {40, -90, 130}, within(0.2));
  }

  /** On entangled states that are flat in most directions; rates beyond the largest diverge. */
  @Test
  void it_leaves_a_plateau_in_fewer_steps_than_gradient_descent_at_any_rate() {
    var chain = Hamiltonians.transverseFieldIsing(4, 1, 1);
    var model = Expectation.of(Ansatz.hardwareEfficient(4, 3), chain);
    double low = -4.7587704831 + 0.05;
    for (int seed = 1; seed <= 2; seed++) {
      double[] theta = new Seed(seed).random().gaussians(model.parameters().size(), 1);
      Minimization plan = Minimization.of(model).from(theta).steps(100);
      int natural = steps(plan.naturalGradient(0.05).run(), low);
      for (double rate : new double[] {0.05, 0.1, 0.2, 0.4, 0.8}) {
        assertThat(natural)
            .as("seed %d, rate %s", seed, rate)
            .isLessThan(steps(plan.gradientDescent(rate).run(), low));
      }
    }
  }

  private static int steps(Training training, double low) {
    return training.points().stream()
        .filter(point -> point.loss() < low)
        .mapToInt(Training.Point::step)
        .findFirst()
        .orElse(1_000);
  }

  @Test
  void a_parameter_that_moves_nothing_stays() {
    Circuit circuit = Circuit.of(1).rz(0, Angle.parameter("idle")).ry(0, Angle.parameter("w"));
    var training =
        Minimization.of(Expectation.of(circuit, PauliSum.parse("Z")))
            .from(0.7, 0.3)
            .naturalGradient(0.1)
            .steps(50)
            .run();

    assertThat(training.theta()[0]).isCloseTo(0.7, within(1e-10));
    assertThat(training.value()).isCloseTo(-1, within(1e-3));
    assertThat(training.toString()).contains("naturalGradient (exact metric + 0.001)");
  }

  @Test
  void a_regularization_that_is_not_positive_is_refused() {
    assertThatThrownBy(() -> Minimization.of(rotations(1)).naturalGradient(0.1, 0))
        .hasMessage("naturalGradient: the lambda is 0.0; it must be a positive number");
  }
}
