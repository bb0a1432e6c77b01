package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.ExactGradient;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Interrupts;
import org.backshadow.state.Simulator;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Comparisons of which a part fails or which are interrupted. */
class FailingComparisonTest {
  private static final Evaluation HERE =
      Expectation.of(Ansatz.hardwareEfficient(2, 1), PauliSum.parse("ZZ + 0.5*XI"))
          .at(0.4, -0.3, 0.8, 0.2);
  private static final SampledGradient GREEDY = Gradients.hadamardTest().shots(1000);

  private record Fails(RuntimeException failure) implements ExactGradient {
    @Override
    public String name() {
      return "fails";
    }

    @Override
    public double[] differentiate(Model model, Simulator simulator) {
      throw failure;
    }
  }

  /** All zeros; counts its runs. */
  private record Counts(String name, AtomicInteger runs) implements ExactGradient {
    @Override
    public double[] differentiate(Model model, Simulator simulator) {
      runs.incrementAndGet();
      return new double[4];
    }
  }

  /** All zeros, but the first run is interrupted. */
  private record Interrupted(AtomicInteger runs) implements ExactGradient {
    @Override
    public String name() {
      return "interrupted";
    }

    @Override
    public double[] differentiate(Model model, Simulator simulator) {
      if (runs.incrementAndGet() == 1) {
        Thread.currentThread().interrupt();
        Interrupts.check();
      }
      return new double[4];
    }
  }

  @Test
  void a_method_that_runs_out_of_copies_loses_its_own_row_alone() {
    Comparison comparison =
        Comparison.of(HERE)
            .copies(2000)
            .repeats(4)
            .methods(Gradients.parameterShift(), GREEDY, Gradients.spsa());

    Table table = comparison.table();

    assertThat(table.stringColumn("method").asList())
        .containsExactly("adjoint", "parameterShift", "hadamardTest", "spsa", "trivial");
    assertThat(table.stringColumn("failure").get(2))
        .startsWith("failed: copies: 1,000 requested, ")
        .endsWith("; compare with more copies, ask it for less, or leave it out");
    assertThat(table.stringColumn("failure").get(1)).isEmpty();
    assertThat(table.longColumn("copies").isMissing(2)).isTrue();
    assertThat(table.doubleColumn("rms error").isMissing(2)).isTrue();
    Table alone = Comparison.of(HERE).copies(2000).repeats(4).methods(Gradients.spsa()).table();
    assertThat(table.doubleColumn("rms error").get(3))
        .isEqualTo(alone.doubleColumn("rms error").get(1));
    assertThat(alone.columnNames()).doesNotContain("failure");
    assertThat(comparison.plot().alt())
        .contains("failed: hadamardTest")
        .contains("spsa: 1 bars with error bars")
        .contains("hadamardTest: nothing to draw");
    assertThat(comparison).asString().contains("1,000 requested");
  }

  @Test
  void a_method_with_a_fault_says_which_fault() {
    Table table =
        Comparison.of(HERE)
            .methods(new Fails(new ArithmeticException("/ by zero")), Gradients.parameterShift())
            .table();

    assertThat(table.stringColumn("failure").asList())
        .containsExactly("", "failed: java.lang.ArithmeticException: / by zero", "", "");
    assertThat(table.doubleColumn("rms error").get(2)).isPositive();
  }

  @Test
  void if_all_methods_fail_the_first_failure_is_thrown() {
    var failure = new ArithmeticException("/ by zero");
    Comparison comparison = Comparison.of(HERE).copies(100).methods(new Fails(failure), GREEDY);

    assertThatThrownBy(comparison::table).isSameAs(failure);
    assertThatThrownBy(comparison::plot).isSameAs(failure);
  }

  @Test
  void an_interrupt_keeps_what_is_finished_and_the_next_read_goes_on() {
    var first = new AtomicInteger();
    var middle = new AtomicInteger();
    var last = new AtomicInteger();
    Comparison comparison =
        Comparison.of(HERE)
            .methods(new Counts("first", first), new Interrupted(middle), new Counts("last", last));

    assertThatThrownBy(comparison::table)
        .isInstanceOf(CancellationException.class)
        .hasMessage(
            "compare: interrupted; 2 of 4 methods are finished and kept: show it again to go on");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(comparison.table().stringColumn("method").asList())
        .containsExactly("adjoint", "first", "interrupted", "last", "trivial");
    assertThat(first).hasValue(1);
    assertThat(middle).hasValue(2);
    assertThat(last).hasValue(1);
  }

  @Test
  void a_family_keeps_the_rows_of_the_models_on_which_a_method_works() {
    Evaluation small =
        Expectation.of(Ansatz.hardwareEfficient(1, 1), PauliSum.parse("Z")).at(0.3, 0.4);
    // 4 circuits of 300 shots on the small model, 16 on the large one.
    FamilyComparison family =
        FamilyComparison.of("small", small)
            .model("large", HERE)
            .methods(Gradients.parameterShift().shots(300), Gradients.spsa())
            .copies(2000)
            .repeats(3);

    Table table = family.table();

    assertThat(table.stringColumn("failure").asList().stream().map(String::isEmpty))
        .containsExactly(true, true, true, false, true, true);
    assertThat(table.stringColumn("failure").get(3)).contains("left of the budget of 2,000");
    assertThat(family.plot().alt())
        .contains("failed: parameterShift", "parameterShift: 1 bars", "spsa: 2 bars");
    assertThatThrownBy(() -> family.methods(Gradients.hadamardTest().shots(3000)).table())
        .isInstanceOf(BudgetExceededException.class)
        .hasMessageStartingWith("hadamardTest: copies: ");
  }

  @Test
  void a_family_goes_on_after_an_interrupt() {
    Thread.currentThread().interrupt();
    FamilyComparison family =
        FamilyComparison.of("here", HERE).methods(Gradients.spsa()).copies(500).repeats(3);

    assertThatThrownBy(family::table)
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("0 of 1 methods are finished and kept");
    assertThat(family).hasToString(family.copies(500).toString());
  }
}
