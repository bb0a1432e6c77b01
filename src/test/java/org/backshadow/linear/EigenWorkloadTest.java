package org.backshadow.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EigenWorkloadTest {
  /** The numbers of numpy 2.4.6 {@code eigvalsh} for the same matrices. */
  @Test
  void the_matrix_is_the_one_that_peers_solve() {
    Map<String, Object> four = EigenWorkload.run(4, 0.01);

    assertThat(four)
        .containsEntry("W", "W6")
        .containsEntry("n", 4)
        .containsEntry("thr", 1)
        .containsEntry("bytes", 8192L);
    assertThat((double) four.get("val")).isCloseTo(1.461452069650064, within(1e-13));
    assertThat((double) four.get("gn")).isCloseTo(3.3121199348574617, within(1e-13));
    assertThat((int) four.get("reps")).isBetween(3, 2000);
    assertThat((double) four.get("min_ms"))
        .isPositive()
        .isLessThanOrEqualTo((double) four.get("med_ms"));
  }

  @Test
  void sizes_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> EigenWorkload.run(13, 1))
        .hasMessage("a workload has 1 to 12 qubits and some seconds, not 13 and 1.0");
    assertThatThrownBy(() -> EigenWorkload.run(4, Double.NaN))
        .hasMessage("a workload has 1 to 12 qubits and some seconds, not 4 and NaN");
  }
}
