package org.backshadow.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.Hamiltonians;
import org.junit.jupiter.api.Test;

/** When a minimization ends: budgets, tolerances, and plans whose parts do not fit. */
class StoppingTest {
  /** 6 parameters, 2 measurement groups. */
  private static Minimization plan() {
    var model =
        Expectation.of(
            Ansatz.hardwareEfficient(3, 1), Hamiltonians.transverseFieldIsing(3, 1, 0.5));
    return Minimization.of(model).from(0.1, 0.2, 0.3, 0.4, 0.5, 0.6).seed(2);
  }

  private static GradientMethod shift(long shots) {
    return Gradients.parameterShift().shots(shots);
  }

  /** A step of parameter shift costs 2 x 6 circuits x 2 groups x 10 shots = 240 copies. */
  @Test
  void a_budget_ends_the_run_before_the_step_that_would_exceed_it() {
    Map.of(240L, 1, 479L, 1, 480L, 2, 1199L, 4, 1200L, 5, 100_000L, 7)
        .forEach(
            (budget, steps) -> {
              Training training = plan().gradient(shift(10)).copies(budget).steps(7).run();

              assertThat(training.points()).hasSize(steps + 1);
              assertThat(training.cost().copies())
                  .isEqualTo(240L * steps)
                  .isLessThanOrEqualTo(budget);
            });
    assertThat(plan().gradient(shift(10)).copies(1199).run().end())
        .isEqualTo("the next step costs 240 copies, 239 left of the budget of 1,199");
  }

  @Test
  void a_budget_below_one_step_is_refused_before_anything_is_measured() {
    assertThatThrownBy(() -> plan().gradient(shift(10)).copies(239).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minimize: a step costs 240 copies; the budget is 239");
    assertThatThrownBy(() -> plan().gradient(Gradients.parameterShift()).copies(100).run())
        .hasMessage("parameterShift: one shot of each circuit costs 24 copies; the budget is 1");
    assertThatThrownBy(() -> plan().copies(0))
        .hasMessage("minimize: a budget of 0 copies is too small");
  }

  /** 100,000 copies in 10 steps: 10,000 a step, 416 shots for each of 24 circuits and groups. */
  @Test
  void open_shots_share_the_budget_evenly_among_the_steps() {
    Training training = plan().gradient(Gradients.parameterShift()).copies(100_000).steps(10).run();

    assertThat(training.points()).hasSize(11);
    for (Training.Point point : training.points()) {
      assertThat(point.copies()).isEqualTo(point.step() * 24L * 416);
    }
  }

  @Test
  void no_method_or_optimizer_exceeds_a_budget_by_a_single_copy() {
    for (long budget : new long[] {5_000, 7_777, 20_001}) {
      for (Minimization way :
          List.of(
              plan().gradient(Gradients.parameterShift()).lossShots(20),
              plan().gradient(Gradients.hadamardTest()),
              plan().gradient(Gradients.generalShift()),
              plan().gradient(Gradients.finiteDifference()),
              plan().gradient(Gradients.spsa()),
              plan().gradient(Gradients.classicalShadow()),
              plan().gradient(shift(13)).naturalGradient(0.05),
              plan().spsa().lossShots(100),
              plan().nelderMead().lossShots(100))) {
        Training training = way.copies(budget).steps(30).run();

        assertThat(training.cost().copies())
            .as(way.toString())
            .isPositive()
            .isLessThanOrEqualTo(budget);
        assertThat(training.points().size()).as(way.toString()).isGreaterThan(1);
      }
    }
  }

  @Test
  void a_loss_over_data_keeps_its_budget_too() {
    Minimization plan =
        Minimization.of(IrisTest.loss(0, 1).batch(10))
            .gradient(Gradients.parameterShift())
            .steps(3);

    // 3 steps of 10 rows: 2,000 copies a row; half for its value, and 20 for each of 48 circuits.
    assertThat(plan.copies(60_000).run().cost().copies()).isEqualTo(3 * 10 * (1000 + 48 * 20));
    assertThatThrownBy(() -> plan.copies(2_000).run())
        .hasMessage("parameterShift: one shot of each circuit costs 48 copies; the budget is 33");
  }

  /** Each step asks for one value more than the last: its price is known only when it is there. */
  private record Growing() implements Optimizer<Integer> {
    @Override
    public String name() {
      return "growing";
    }

    @Override
    public boolean usesGradients() {
      return false;
    }

    @Override
    public Integer start(int parameters) {
      return 1;
    }

    @Override
    public Step<Integer> step(Integer values, double[] theta, Landscape loss) {
      for (int k = 0; k < values; k++) {
        loss.value(theta);
      }
      return new Step<>(values + 1, theta);
    }
  }

  @Test
  void a_step_that_turns_out_too_dear_is_dropped_and_what_it_took_stays_counted() {
    // 100 copies a value: steps of 100, 200, 300, then 400 of which 300 are left.
    Training training = plan().optimizer(new Growing()).lossShots(50).copies(900).run();

    assertThat(training.points()).hasSize(4);
    assertThat(training.points().get(3).copies()).isEqualTo(600);
    assertThat(training.cost().copies()).isEqualTo(900);
    assertThat(training.end())
        .isEqualTo("the step asked for 50 copies more, 0 left of the budget of 900");
  }

  @Test
  void a_tolerance_ends_the_run_when_the_loss_changes_by_less() {
    Training training = plan().gradientDescent(0.1).steps(5000).tolerance(1e-6).run();

    var points = training.points();
    int last = points.size() - 1;
    assertThat(last).isBetween(10, 4999);
    for (int k = 1; k <= last; k++) {
      double change = Math.abs(points.get(k).loss() - points.get(k - 1).loss());
      assertThat(change < 1e-6).isEqualTo(k == last);
    }
    assertThat(training.end()).isEqualTo("the loss changes by less than 1.00e-06");
    assertThat(training.toString()).endsWith("; ended: the loss changes by less than 1.00e-06");
  }

  /** It compares what was measured, not the exact losses, which change by less much earlier. */
  @Test
  void with_shots_the_tolerance_is_for_the_measured_loss() {
    Training training =
        plan()
            .gradientDescent(1e-9)
            .gradient(shift(10))
            .lossShots(100)
            .tolerance(0.01)
            .steps(200)
            .run();

    var points = training.points();
    int last = points.size() - 1;
    assertThat(last).isBetween(3, 199);
    for (int k = 1; k < last; k++) {
      double change =
          points.get(k).measured().orElseThrow().value()
              - points.get(k - 1).measured().orElseThrow().value();
      assertThat(Math.abs(change) < 0.01).isEqualTo(k == last - 1);
    }
  }

  @Test
  void the_simplex_ends_when_its_corners_are_level() {
    Training training = plan().nelderMead().steps(5000).tolerance(1e-10).run();

    assertThat(training.points().size()).isBetween(50, 4000);
    assertThat(training.value())
        .isCloseTo(plan().from(training.theta()).bfgs().run().value(), within(1e-7));
  }

  @Test
  void plans_whose_parts_do_not_fit_say_why() {
    refuses(
        plan().bfgs().gradient(shift(10)),
        "bfgs: its line searches need exact values and gradients of the same rows; use adam(0.1) or"
            + " spsa() with shots");
    refuses(
        Minimization.of(IrisTest.loss(0, 1).batch(10)).bfgs(),
        "bfgs: its line searches need exact values and gradients of the same rows; use adam(0.1) or"
            + " spsa() with batches");
    refuses(
        Minimization.of(IrisTest.loss(0, 1).batch(10)).nelderMead(),
        "nelderMead: it compares the losses of different steps, which see different batches; use"
            + " all rows, or adam(0.1) or spsa()");
    refuses(
        plan().spsa().gradient(shift(10)),
        "minimize: spsa asks for values only, not for gradients by parameterShift; use"
            + " lossShots(1000) instead, or adam(0.1)");
    refuses(
        plan().gradient(shift(10)).tolerance(0.1),
        "minimize: with gradients by parameterShift the loss is not seen, so its change is not"
            + " either; add lossShots(1000) or use steps(n)");
    refuses(
        Minimization.of(IrisTest.loss(0, 1).batch(10)).tolerance(0.1),
        "minimize: each step sees another batch, so a tolerance for the change of the loss would"
            + " measure the batches; use steps(n)");
    refuses(
        plan().spsa().lossShots(10).tolerance(0.1),
        "spsa: with shots it measures beside its points and cannot tell how much the loss changes;"
            + " use steps(n) or copies(budget) instead of a tolerance");
    assertThatThrownBy(() -> plan().tolerance(0))
        .hasMessage("minimize: the tolerance is 0.0; it must be a positive number");
    assertThatThrownBy(() -> plan().lossShots(1))
        .hasMessage("minimize: 1 shots of the loss; at least 2 are needed for an error");
    assertThatThrownBy(() -> plan().threads(0))
        .hasMessage("minimize: 0 threads; at least 1 is needed");
    assertThatThrownBy(() -> plan().spsa(0, 0.1))
        .hasMessage("spsa: the gain is 0.0; it must be a positive number");
  }

  private static void refuses(Minimization plan, String message) {
    assertThatThrownBy(plan::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
