package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.backshadow.testing.CpuTime;
import org.junit.jupiter.api.Test;

/** What states need is compared with what is free before anything is allocated. */
class MemoryLimitTest {
  private static final String NEED =
      "%d qubits need [0-9.]+ [KMGTPE]iB \\(.*16 \\* 2\\^%d bytes\\)";
  private static final String ROOM =
      " but [0-9.]+ [MG]iB of heap are (?:free|all there is); at most ([0-9]+) qubits fit\\..*";

  @Test
  void every_number_of_qubits_fits_or_is_refused_with_need_free_and_largest() {
    for (int states : new int[] {1, 4}) {
      int largest = 0;
      for (int n = 1; n <= 62; n++) {
        int qubits = n;
        Throwable refusal = catchThrowable(() -> MemoryLimit.require(qubits, states));
        if (refusal == null) {
          assertThat(n).as("those that fit are below those that do not").isEqualTo(largest + 1);
          largest = n;
        } else {
          assertThat(refusal)
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageMatching((NEED + ROOM).formatted(n, n));
          String most = refusal.getMessage().replaceFirst((".*" + ROOM), "$1");
          assertThat(Integer.parseInt(most)).isBetween(largest - 1, largest + 1);
        }
      }
      assertThat(largest).isBetween(16, 30);
    }
  }

  /** Ten milliseconds of a processor each, once the code is warm. */
  @Test
  void what_can_never_fit_is_refused_at_once() {
    catchThrowable(() -> MemoryLimit.require(40, 1));
    for (int n = 31; n <= 62; n++) {
      int qubits = n;

      assertThat(CpuTime.seconds(() -> catchThrowable(() -> MemoryLimit.require(qubits, 1))))
          .isLessThan(0.01);
    }
  }
}
