package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Components;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.ExactGradient;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ComparisonTest {
  private static final Evaluation HERE =
      Expectation.of(Ansatz.hardwareEfficient(2, 1), PauliSum.parse("ZZ + 0.5*XI"))
          .at(0.4, -0.3, 0.8, 0.2);

  private static Comparison all(long copies) {
    return Comparison.of(HERE)
        .copies(copies)
        .repeats(8)
        .seed(5)
        .methods(
            Gradients.parameterShift(),
            Gradients.hadamardTest(),
            Gradients.finiteDifference(),
            Gradients.spsa(),
            Gradients.classicalShadow());
  }

  @Test
  void adjoint_is_the_first_row_and_the_trivial_answer_the_last() {
    Table table = all(2000).table();

    assertThat(table.stringColumn("method").asList())
        .containsExactly(
            "adjoint",
            "parameterShift",
            "hadamardTest",
            "finiteDifference",
            "spsa",
            "classicalShadow",
            "trivial");
    assertThat(table.doubleColumn("rms error").get(0)).isLessThan(1e-14);
    double squares = 0;
    for (double g : HERE.gradient().values()) {
      squares += g * g / 4;
    }
    assertThat(table.doubleColumn("rms error").get(6)).isCloseTo(Math.sqrt(squares), within(1e-14));
    assertThat(table.longColumn("copies").get(6)).isZero();
  }

  @Test
  void no_method_uses_more_copies_than_the_budget_and_all_more_than_half() {
    Table table = all(3001).table();

    for (int row = 1; row < 6; row++) {
      assertThat(table.longColumn("copies").get(row)).isBetween(1501L, 3001L);
    }
  }

  /** The same runs by hand: seeds by the method's name and the repeat. */
  @Test
  void the_rms_error_is_that_of_the_runs() {
    Table table = all(2000).table();
    double[] truth = HERE.gradient().values();
    SampledGradient method = Gradients.parameterShift().within(HERE.model(), 2000);
    double squares = 0;
    double largest = 0;
    for (int repeat = 0; repeat < 8; repeat++) {
      Seed seed = new Seed(5).child("parameterShift").child(repeat);
      var copies = new SimulatedCopies(new Ledger(Budget.copies(2000)), seed.child("outcomes"));
      Components run = method.differentiate(HERE.model(), copies, seed.child("choices"));
      double most = 0;
      for (int k = 0; k < truth.length; k++) {
        double error = run.values()[k] - truth[k];
        squares += error * error / 32;
        most = Math.max(most, Math.abs(error));
      }
      largest += most / 8;
    }

    assertThat(table.doubleColumn("rms error").get(1)).isCloseTo(Math.sqrt(squares), within(1e-14));
    assertThat(table.doubleColumn("max error").get(1)).isCloseTo(largest, within(1e-14));
    assertThat(table.stringColumn("95 % intervals held").get(1)).endsWith(" of 8");
  }

  @Test
  void the_same_seed_repeats_the_table_and_another_does_not() {
    assertThat(all(2000)).hasToString(all(2000).toString());
    assertThat(all(2000).seed(6).toString()).isNotEqualTo(all(2000).toString());
  }

  /** Wrong on purpose: all ones. */
  private record Ones() implements ExactGradient {
    @Override
    public String name() {
      return "ones";
    }

    @Override
    public double[] differentiate(Model model, Simulator simulator) {
      return new double[] {1, 1, 1, 1};
    }
  }

  @Test
  void an_exact_method_of_ones_own_has_a_row_and_adjoint_only_one() {
    Table table = Comparison.of(HERE).methods(new Ones(), Gradients.adjoint()).table();

    assertThat(table.stringColumn("method").asList()).containsExactly("adjoint", "ones", "trivial");
    assertThat(table.doubleColumn("max error").get(1)).isGreaterThan(0.5);
  }

  @Test
  void shots_beyond_the_budget_are_refused_by_the_ledger() {
    Comparison comparison =
        Comparison.of(HERE).copies(100).methods(Gradients.parameterShift().shots(1000));

    assertThatThrownBy(comparison::table)
        .isInstanceOf(BudgetExceededException.class)
        .hasMessage(
            "parameterShift: copies: 1,000 requested, 100 left of the budget of 100; what it takes"
                + " is not set by the budget but by its own settings and outcomes; compare with"
                + " more copies, ask it for less, or leave it out");
  }

  /** One batch fits; the first alarm wants more. */
  @Test
  void alarms_beyond_the_budget_are_explained_in_both_comparisons() {
    Evaluation here =
        Expectation.of(Ansatz.hardwareEfficient(2, 1), PauliSum.parse("ZZ"))
            .at(0.4, -0.3, 0.8, 0.2);
    var method = Gradients.quantumBackprop();

    assertThatThrownBy(() -> Comparison.of(here).copies(6000).repeats(2).methods(method).table())
        .isInstanceOf(BudgetExceededException.class)
        .hasMessageStartingWith("quantumBackprop: copies: ")
        .hasMessageContaining(" left of the budget of 6,000; what it takes is not set by")
        .hasMessageEndingWith("compare with more copies, ask it for less, or leave it out");
    assertThatThrownBy(
            () -> FamilyComparison.of("here", here).methods(method).copies(6000).repeats(2).table())
        .isInstanceOf(BudgetExceededException.class)
        .hasMessageStartingWith("quantumBackprop: copies: ");
  }

  @Test
  void what_cannot_run_is_refused_when_it_is_planned() {
    assertThatThrownBy(() -> all(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameterShift: one shot of each circuit costs 16 copies; the budget is 3");
    assertThatThrownBy(() -> Comparison.of(HERE).repeats(0))
        .hasMessage("compare: 0 repeats; at least 1 is needed");
    assertThatThrownBy(() -> Comparison.of(HERE).copies(0))
        .hasMessage("compare: a budget of 0 copies is too small");
  }
}
