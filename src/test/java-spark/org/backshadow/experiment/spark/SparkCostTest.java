package org.backshadow.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SparkCostTest {
  private static final SparkCost KNOWN = new SparkCost(8, 0.004, 1000, 250, 300);

  /** By hand: 8 + 1000 (0.004 + 1/100) = 22 s against 500 s on two threads. */
  @Test
  void a_sweep_takes_what_arithmetic_says() {
    assertThat(KNOWN.seconds(1000, 1, 100)).isCloseTo(22, within(1e-9));
    assertThat(KNOWN.speedup(1000, 1, 2, 100)).isCloseTo(500.0 / 22, within(1e-9));
    // 0.012 = t (1/2 - 1/100)
    assertThat(KNOWN.paysFrom(1000, 2, 100)).isCloseTo(0.012 / 0.49, within(1e-12));
    assertThat(KNOWN.speedup(1000, KNOWN.paysFrom(1000, 2, 1000), 2, 1000))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void the_table_and_the_chart_show_a_hundred_and_a_thousand_cores() {
    var table = KNOWN.table(1000, 2);

    assertThat(table.intColumn("cores").asList()).contains(100, 1000).doesNotContain(1, 2);
    int row = table.intColumn("cores").asList().indexOf(100);
    assertThat(table.doubleColumn("times as fast at 1 s").get(row)).isEqualTo(22.7);
    assertThat(table.doubleColumn("pays from (s a trial)").get(row)).isEqualTo(0.0245);
    assertThat(KNOWN.plot(1000, 2).alt())
        .contains("100 cores", "1,000 cores", "threads of this machine: level line at 1")
        .contains("8.0 s to start, 4.00 ms a task; bytes: 1000 a trial");
    assertThat(KNOWN.table(10, 200).intColumn("cores").asList()).containsExactly(320, 1000);
  }

  /** The bytes are those of the same values sent by Spark; the times are this machine's. */
  @Test
  void the_cost_is_measured() {
    SparkCost cost = Spark.local(2).cost();

    assertThat(cost.startSeconds()).isBetween(1e-3, 100.0);
    assertThat(cost.taskSeconds()).isBetween(1e-6, 1.0);
    assertThat(cost.taskBytes())
        .isEqualTo(Travel.bytes(new Task(7, java.util.List.of(9L), 12345678901L)));
    assertThat(cost.trialBytes()).isGreaterThan(100);
    assertThat(cost.resultBytes()).isGreaterThan(100);
  }

  @Test
  void what_has_no_answer_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KNOWN.paysFrom(100, 4, 4))
        .withMessageContaining("Spark pays with more cores only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparkCost(1, 0, 1, 1, 1))
        .withMessageContaining("times are positive");
  }
}
