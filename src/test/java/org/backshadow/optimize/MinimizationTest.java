package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;

class MinimizationTest {
  private static final double GROUND = -1.1372701746;
  private static final double HARTREE_FOCK = -1.1166843869;
  private static final PauliSum H2 = Hamiltonians.hydrogen(0.7414);

  /** From Hartree-Fock |1100> a double excitation reaches the ground state. */
  private static Minimization hydrogen() {
    Circuit circuit = Circuit.of(4).x(0).x(1).doubleExcitation(0, 1, 2, 3, Angle.parameter("t"));
    return Minimization.of(Expectation.of(circuit, H2));
  }

  @Test
  void exact_gradients_take_hydrogen_from_hartree_fock_to_its_ground_energy() {
    Training training = hydrogen().gradientDescent(0.5).steps(60).run();

    assertThat(training.points().get(0).loss()).isCloseTo(HARTREE_FOCK, within(1e-9));
    assertThat(training.value()).isCloseTo(GROUND, within(1e-6));
    assertThat(training.value()).isGreaterThan(GROUND - 1e-9);
    assertThat(training.cost().copies()).isZero();
    assertThat(training.points()).hasSize(61);
  }

  @Test
  void adam_gets_there_too() {
    assertThat(hydrogen().adam(0.05).steps(150).run().value()).isCloseTo(GROUND, within(1e-5));
  }

  @Test
  void measured_gradients_reach_chemical_accuracy_and_every_copy_is_counted() {
    int steps = 15;
    long shots = 500;

    Training training =
        hydrogen()
            .gradientDescent(0.5)
            .gradient(Gradients.parameterShift().shots(shots))
            .steps(steps)
            .seed(3)
            .run();

    assertThat(training.value()).isCloseTo(GROUND, within(1.6e-3));
    long each = 4 * shots * Grouping.qubitWise(H2).size();
    assertThat(training.cost().copies()).isEqualTo(steps * each);
    for (Training.Point point : training.points()) {
      assertThat(point.copies()).isEqualTo(point.step() * each);
    }
  }

  @Test
  void the_same_seed_repeats_the_course_and_another_differs() {
    Minimization plan = hydrogen().gradient(Gradients.parameterShift().shots(20)).steps(5).seed(3);

    assertThat(plan.run().theta()).containsExactly(plan.run().theta());
    assertThat(plan.seed(4).run().theta()).isNotEqualTo(plan.run().theta());
  }

  /** Presses stop while the third step is calculated. */
  private record Stopping() implements Optimizer<Integer> {
    @Override
    public String name() {
      return "stopping";
    }

    @Override
    public Integer start(int parameters) {
      return 0;
    }

    @Override
    public Step<Integer> step(Integer memory, double[] theta, Landscape loss) {
      if (memory == 2) {
        Thread.currentThread().interrupt();
      }
      return new Step<>(memory + 1, new double[] {theta[0] + 0.01});
    }
  }

  @Test
  void an_interrupt_keeps_the_steps_that_are_done() {
    Training training = hydrogen().optimizer(new Stopping()).run();

    assertThat(training.points()).hasSize(3);
    assertThat(training.points().get(2).theta()).containsExactly(0.02);
    assertThat(training.toString()).contains("after 2 steps of stopping");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void an_interrupt_before_the_first_value_is_passed_on() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> hydrogen().run()).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void plans_that_cannot_run_say_why() {
    assertThatThrownBy(() -> hydrogen().steps(0))
        .hasMessage("minimize: 0 steps; at least 1 is needed");
    assertThatThrownBy(() -> hydrogen().adam(-1))
        .hasMessage("adam: the rate is -1.0; it must be a positive number");
    assertThatThrownBy(() -> hydrogen().gradientDescent(Double.NaN))
        .hasMessage("gradientDescent: the rate is NaN; it must be a positive number");
    assertThatThrownBy(() -> hydrogen().from(1, 2))
        .hasMessage("theta has 2 values but there are 1 parameters: t");
  }
}
