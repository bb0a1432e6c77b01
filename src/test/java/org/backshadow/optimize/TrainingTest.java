package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.Hamiltonians;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TrainingTest {
  private static Minimization plan() {
    var chain = Hamiltonians.transverseFieldIsing(3, 1, 0.5);
    return Minimization.of(Expectation.of(Ansatz.hardwareEfficient(3, 1), chain)).steps(4);
  }

  @Test
  void exact_runs_show_one_loss() {
    Training training = plan().run();

    assertThat(training.table().columnNames()).containsExactly("step", "loss (exact)", "copies");
    assertThat(training.plot().table().rowCount()).isEqualTo(5);
    assertThat(training.end()).isEmpty();
    assertThatThrownBy(training::plotByCopies)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no copies were consumed: the optimizer saw exact values; plot() shows the steps");
  }

  /** 2 groups: 400 copies for the loss and 12 circuits x 2 groups x 10 shots for the gradient. */
  @Test
  void measured_losses_stand_beside_the_exact_ones_with_their_errors() {
    Training training =
        plan().gradient(Gradients.parameterShift().shots(10)).lossShots(200).seed(5).run();

    Table table = training.table();
    assertThat(table.columnNames())
        .containsExactly("step", "loss (exact)", "loss (measured)", "standard error", "copies");
    for (int step = 0; step < 4; step++) {
      double error = table.doubleColumn("standard error").getDouble(step);
      double off =
          table.doubleColumn("loss (measured)").getDouble(step)
              - table.doubleColumn("loss (exact)").getDouble(step);
      assertThat(error).isBetween(0.005, 0.2);
      assertThat(Math.abs(off)).isLessThan(5 * error);
      assertThat(table.longColumn("copies").getLong(step)).isEqualTo(step * 640L);
    }
    // No step leaves the last point, and none looks at it.
    assertThat(table.doubleColumn("loss (measured)").isMissing(4)).isTrue();
    assertThat(training.points().get(4).measured()).isEmpty();
  }

  @Test
  void both_axes_show_the_line_and_the_bars() {
    Training training =
        plan().gradient(Gradients.parameterShift().shots(10)).lossShots(200).seed(5).run();

    Table steps = training.plot().table();
    Table copies = training.plotByCopies().table();

    assertThat(steps.rowCount()).isEqualTo(5 + 4);
    assertThat(copies.rowCount()).isEqualTo(5 + 4);
    assertThat(training.plot().alt()).contains("loss against step", "measured loss: 4 points");
    assertThat(training.plotByCopies().alt()).contains("loss against copies");
    double half = steps.doubleColumn("high").getDouble(5) - steps.doubleColumn("low").getDouble(5);
    assertThat(half)
        .isCloseTo(
            training.points().get(0).measured().orElseThrow().interval(0.95).width(), within(1e-9));
  }

  @Test
  void the_optimizers_source_of_knowledge_is_named() {
    assertThat(plan().spsa().run().toString()).contains("4 steps of spsa with exact values, 0 cop");
    assertThat(plan().nelderMead().lossShots(100).run().toString())
        .contains("4 steps of nelderMead with 100 shots");
    assertThat(plan().bfgs().toString())
        .isEqualTo("plan: minimize by 4 steps of bfgs with adjoint, seed 0; .run() starts it");
    assertThat(plan().gradient(Gradients.hadamardTest()).copies(5000).toString())
        .isEqualTo(
            "plan: minimize by 4 steps of adam with hadamardTest, at most 5,000 copies, seed 0;"
                + " .run() starts it");
  }

  /** Two values a step for any number of parameters; corners and one or two values a step. */
  @Test
  void optimizers_without_gradients_are_charged_for_their_values() {
    Training perturbed = plan().spsa().lossShots(100).run();
    assertThat(perturbed.cost().copies()).isEqualTo(4 * 2 * 200);
    assertThat(perturbed.plotByCopies().alt()).contains("1,600 copies for all values");
    long simplex = plan().nelderMead().lossShots(100).run().cost().copies() / 200;
    assertThat(simplex).isBetween(7 + 4L, 7 + 4 * 8L);
  }
}
