package org.backshadow.experiment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class LearningMistakesTest {
  private static double[] column(Table table, String rule, String name) {
    return table
        .where(table.stringColumn("rule").isEqualTo(rule))
        .doubleColumn(name)
        .asDoubleArray();
  }

  /**
   * A prototype in another language: with these states and accuracy projection makes about n
   * mistakes (1, 2, 3 to 5, 4, 5 to 6), gap steps about 2n (1, 3, 5 to 8, 6 to 7, 9 to 10).
   */
  @Test
  void mistakes_grow_with_the_qubits_and_stay_below_the_bound() {
    Table table = PaperExperiments.mistakes(4, 0.5, 4, 1).table();

    assertThat(table.rowCount()).isEqualTo(12);
    for (int n = 1; n <= 4; n++) {
      double bound = column(table, "projection", "bound")[n - 1];
      double projection = column(table, "projection", "mistakes (mean)")[n - 1];
      double gap = column(table, "gap step", "mistakes (mean)")[n - 1];
      double fixed = column(table, "fixed step", "mistakes (mean)")[n - 1];
      assertThat(bound).isCloseTo(8 * n * Math.log(2) / 0.25, within(1e-9));
      assertThat(projection).isBetween(0.6 * n, 2.0 * n);
      assertThat(gap).isBetween(projection, 3.0 * n);
      assertThat(fixed).isBetween(gap, bound);
    }
    // with 340 questions at 90 %, and no check of any run failed
    assertThat(table.doubleColumn("largest error (referee's view)").max()).isLessThan(0.5);
  }

  @Test
  void it_repeats_and_says_what_is_possible() {
    assertThat(PaperExperiments.mistakes(2, 0.5, 2, 7))
        .hasToString(PaperExperiments.mistakes(2, 0.5, 2, 7).toString());
    assertThatThrownBy(() -> PaperExperiments.mistakes(6, 0.5, 3, 1))
        .hasMessage("mistakes: up to 6 qubits; possible are 1 to 5, with 4^n - 1 questions");
    assertThatThrownBy(() -> PaperExperiments.mistakes(2, 0.5, 1, 1))
        .hasMessageContaining("1 states; at least 2");
  }
}
