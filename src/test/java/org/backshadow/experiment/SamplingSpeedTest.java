package org.backshadow.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplingSpeedTest {
  @Test
  void the_fields_are_those_of_the_other_workloads_and_values_repeat() {
    var snapshots = SamplingSpeed.snapshots(4, 500, 6, 2);
    var shots = SamplingSpeed.shots(5, 300, 3);

    assertThat(snapshots)
        .containsKeys("W", "n", "L", "thr", "med_ms", "min_ms", "reps", "val", "gn", "bytes", "K")
        .containsEntry("W", "W4")
        .containsEntry("L", 500)
        .containsEntry("val", SamplingSpeed.snapshots(4, 500, 6, 2).get("val"));
    assertThat((double) snapshots.get("estimate_min_ms")).isPositive();
    assertThat(shots)
        .containsEntry("W", "W5")
        .containsEntry("reps", 3)
        .containsEntry("val", SamplingSpeed.shots(5, 300, 3).get("val"));
  }
}
