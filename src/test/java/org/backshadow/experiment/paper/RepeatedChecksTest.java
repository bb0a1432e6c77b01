package org.backshadow.experiment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.backshadow.circuit.Circuit;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class RepeatedChecksTest {
  private static final Circuit STATE = Circuit.of(1).ry(0, 1.1).rz(0, 0.7);

  @Test
  void right_predictions_spoil_a_batch_far_less_than_the_bound_and_than_wrong_ones() {
    Table table = PaperExperiments.repeatedChecks(STATE, 24, 0.3, 1, 25, 50, 100).table();

    for (int row = 0; row < table.rowCount(); row++) {
      double damage = table.doubleColumn("damage (exact trace distance)").get(row);
      assertThat(damage).isPositive().isLessThanOrEqualTo(column(table, "proven bound", row));
      assertThat(column(table, "largest bias of a mean", row)).isLessThanOrEqualTo(2 * damage);
    }
    for (int row = 0; row < table.rowCount(); row += 2) {
      assertThat(column(table, "predictions miss by", row)).isZero();
      // An independent program saw factors of 17 and 38 at 100 and 400 copies.
      assertThat(column(table, "damage (exact trace distance)", row))
          .isLessThan(column(table, "proven bound", row) / 5)
          .isLessThan(column(table, "damage (exact trace distance)", row + 1));
      assertThat(column(table, "probability of no alarm", row)).isBetween(0.3, 1.0);
    }
  }

  /** The overlap of a batch before and after is a sum over counts, with binomial weights. */
  @Test
  void one_check_does_what_a_sum_over_counts_says() {
    double mean = 1 / Math.sqrt(3); // of X, Y and Z alike: it does not matter which is drawn
    Circuit state = Circuit.of(1).ry(0, Math.acos(mean)).rz(0, Math.PI / 4);

    Table table = PaperExperiments.repeatedChecks(state, 1, 0.1, 3, 20).table();

    var counts = new BinomialDistribution(20, (1 + mean) / 2);
    double overlap = 0;
    double norm = 0;
    double silentUp = 0;
    for (int n = 0; n <= 20; n++) {
      double up = passes(n, mean);
      double both = up * passes(20 - n, -mean);
      overlap += counts.probability(n) * both;
      norm += counts.probability(n) * both * both;
      silentUp += counts.probability(n) * up * up;
    }
    double damage = Math.sqrt(1 - overlap * overlap / norm);
    assertThat(column(table, "damage (exact trace distance)", 0)).isCloseTo(damage, within(1e-12));
    assertThat(column(table, "probability of no alarm", 0)).isCloseTo(norm, within(1e-12));
    assertThat(norm).isLessThan(silentUp);
    assertThat(column(table, "probability of no alarm", 1)).isNotEqualTo(norm);
  }

  /** The amplitude that one side of a check passes at a count, of 20. */
  private static double passes(int count, double mean) {
    double threshold = 20 * (1 + mean + 0.6) / 2;
    double noise = 0.6 * 20 / (2 * Math.log(4));
    return Math.sqrt(1 - Math.min(1, Math.exp(-(threshold - count) / noise)));
  }

  private static double column(Table table, String name, int row) {
    return table.doubleColumn(name).get(row);
  }

  @Test
  void what_does_not_fit_is_said() {
    assertThatThrownBy(() -> PaperExperiments.repeatedChecks(STATE, 5, 0.7, 1, 10))
        .hasMessage(
            "repeatedChecks: predictions miss by 0.7; between 0 and 0.6 a check tends to pass");
    assertThatThrownBy(() -> PaperExperiments.repeatedChecks(STATE, 5, 0.3, 1, 10, 1))
        .hasMessage(
            "repeatedChecks: a batch of 1 copies, which no check can pass; at least 2 are needed");
    assertThatThrownBy(() -> PaperExperiments.repeatedChecks(STATE, 0, 0.3, 1, 10))
        .hasMessage(
            "repeatedChecks: 0 checks and 1 sizes of batches; at least 1 of each is needed");
  }
}
