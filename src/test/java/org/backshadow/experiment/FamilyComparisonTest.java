package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.PauliSum;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class FamilyComparisonTest {
  private static final Evaluation SMALL =
      Expectation.of(Circuit.of(1).ry(0, Angle.parameter("a")), PauliSum.parse("Z")).at(0.5);
  private static final Evaluation LARGE =
      Expectation.of(Ansatz.hardwareEfficient(2, 1), PauliSum.parse("ZZ + 0.5*XI"))
          .at(0.4, -0.3, 0.8, 0.2);

  private static final FamilyComparison TWO =
      FamilyComparison.of("one qubit", SMALL)
          .model("two qubits", LARGE)
          .methods(Gradients.parameterShift(), Gradients.hadamardTest(), Gradients.spsa())
          .repeats(8)
          .seed(5);

  @Test
  void each_model_has_each_method_and_the_trivial_answer() {
    Table table = TWO.copies(2000).table();

    assertThat(table.stringColumn("model").asList())
        .containsExactlyElementsOf(
            List.of(
                "one qubit",
                "one qubit",
                "one qubit",
                "one qubit",
                "two qubits",
                "two qubits",
                "two qubits",
                "two qubits"));
    assertThat(table.stringColumn("method").asList().subList(4, 8))
        .containsExactly("parameterShift", "hadamardTest", "spsa", "trivial");
    assertThat(table.doubleColumn("rms error").get(3)).isCloseTo(Math.sin(0.5), within(1e-14));
    for (int row : new int[] {0, 1, 2, 4, 5, 6}) {
      assertThat(table.longColumn("copies").get(row)).isBetween(1001L, 2000L);
    }
  }

  @Test
  void equal_gates_are_not_exceeded_and_nearly_used() {
    Table table = TWO.gates(50_000).table();

    for (int row : new int[] {0, 1, 2, 4, 5, 6}) {
      assertThat(table.longColumn("gates").get(row)).as("row %d", row).isBetween(45_000L, 50_000L);
    }
  }

  /**
   * F = cos a at a = 1e-9: both shifted values are 0 with single-shot variance 1, so the derivative
   * from B copies has the variance 1/B. An error is at most epsilon in 2/3 of the runs where {@code
   * epsilon sqrt(B) = 0.9674}. With 399 repeats the rate of failures has the deviation 0.024; two
   * grid steps of 2^(1/4) off it is 0.083 away, more than three of them.
   */
  @Test
  void equal_error_is_reached_by_the_copies_that_it_takes() {
    Evaluation flat =
        Expectation.of(Circuit.of(1).ry(0, Angle.parameter("a")), PauliSum.parse("Z")).at(1e-9);
    FamilyComparison comparison =
        FamilyComparison.of("one qubit", flat).repeats(399).error(0.05).seed(2);
    double known = Math.pow(0.9674 / 0.05, 2);

    double copies = comparison.table().longColumn("copies").get(0);

    assertThat(copies).isBetween(known / 1.42, known * 1.42);
    assertThat(comparison.plot().alt()).contains("copies", "parameterShift: 1 bars");
  }

  @Test
  void one_picture_has_a_group_of_bars_for_each_model() {
    assertThat(TWO.copies(500).plot().alt())
        .contains("gradients at equal copies: 500", "over 2 categories")
        .contains("hadamardTest: 2 bars with error bars", "spsa: 2 bars with error bars");
    assertThat(TWO.copies(500)).hasToString(TWO.copies(500).toString());
  }

  @Test
  void what_cannot_run_is_refused_when_it_is_planned() {
    assertThatThrownBy(() -> TWO.copies(15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "two qubits: parameterShift: one shot of each circuit costs 16 copies; the budget is"
                + " 15");
    assertThatThrownBy(() -> TWO.model("one qubit", LARGE))
        .hasMessage("compare: two models are called one qubit; names tell them apart");
    assertThatThrownBy(() -> TWO.methods(Gradients.spsa(), Gradients.spsa()))
        .hasMessage("compare: 2 methods with 1 names; give each once");
    assertThatThrownBy(() -> TWO.gates(0)).hasMessage("compare: a budget of 0 gates is too small");
    assertThatThrownBy(() -> TWO.error(0)).hasMessageContaining("an error of 0.0");
    assertThatThrownBy(() -> TWO.gates(1).table())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gates; the budget is 1");
  }
}
