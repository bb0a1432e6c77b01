package org.backshadow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorkloadTest {
  /** Values that MindQuantum 0.12.0 and Qulacs 0.6.14 gave for the same formulas. */
  @Test
  void the_workloads_are_those_of_other_simulators() {
    assertThat(Workload.of("W2", 4, 4).call().norm()).isCloseTo(2.5561629837852267, within(1e-12));
    assertThat(Workload.of("W7", 8, 4).call().norm()).isCloseTo(1.2516527818729353, within(1e-12));
    assertThat(Workload.of("W1", 16, 4).call().value())
        .isCloseTo(-1.0765448067170935, within(1e-11));
    assertThat(Workload.of("W2", 16, 4).call().norm()).isCloseTo(1.6067159578333865, within(1e-11));
  }

  @Test
  void rotations_need_no_layers() {
    assertThat(Workload.of("W3", 12, 1000).call().norm()).isCloseTo(1.458888997231, within(1e-11));
  }

  @Test
  void an_unknown_workload_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> Workload.of("W9", 4, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no workload \"W9\"; there are W1 to W7");
  }
}
