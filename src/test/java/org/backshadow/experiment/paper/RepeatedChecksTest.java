package org.backshadow.experiment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.backshadow.circuit.Circuit;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class RepeatedChecksTest {
  private static final Circuit STATE = Circuit.of(1).ry(0, 1.1).rz(0, 0.7);

  @Test
  void right_predictions_spoil_a_batch_far_less_than_the_bound_and_than_wrong_ones() {
    Table table = PaperExperiments.repeatedChecks(STATE, 24, 0.3, 1, 50, 100, 200).table();

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
      assertThat(column(table, "probability of no alarm", row)).isBetween(0.5, 1.0);
    }
  }

  /** One copy has two amplitudes, which are worked out here by hand. */
  @Test
  void one_check_of_one_copy_is_what_its_two_kraus_operators_do() {
    Table table =
        PaperExperiments.repeatedChecks(Circuit.of(1).ry(0, Math.PI / 3), 1, 0.1, 3, 1).table();

    // 1 check; the string drawn by seed 3 is found by its damage.
    double noise = 0.6 / (2 * Math.log(4));
    double[] damages = new double[3];
    double[] means = {Math.sin(Math.PI / 3), 0, Math.cos(Math.PI / 3)};
    for (int letter = 0; letter < 3; letter++) {
      double p = (1 + means[letter]) / 2;
      double up = Math.sqrt(p) * passes(1, means[letter], noise) * passes(0, -means[letter], noise);
      double down =
          Math.sqrt(1 - p) * passes(0, means[letter], noise) * passes(1, -means[letter], noise);
      double overlap = (Math.sqrt(p) * up + Math.sqrt(1 - p) * down) / Math.hypot(up, down);
      damages[letter] = Math.sqrt(Math.max(0, 1 - overlap * overlap));
    }
    double damage = column(table, "damage (exact trace distance)", 0);
    assertThat(Arrays.stream(damages).map(d -> Math.abs(d - damage)).min().getAsDouble())
        .isLessThan(1e-7);
    assertThat(damage).isPositive();
  }

  /** The amplitude that passes at a count of 0 or 1. */
  private static double passes(int count, double mean, double noise) {
    double threshold = (1 + mean + 0.6) / 2;
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
    assertThatThrownBy(() -> PaperExperiments.repeatedChecks(STATE, 0, 0.3, 1, 10))
        .hasMessage(
            "repeatedChecks: 0 checks and 1 sizes of batches; at least 1 of each is needed");
  }
}
