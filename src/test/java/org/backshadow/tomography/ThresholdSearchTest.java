package org.backshadow.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.BackAction;
import org.backshadow.measure.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class ThresholdSearchTest {
  private static final PauliString Z = PauliString.of("Z");
  private static final BatchPlan PLAN = BatchPlan.of(10, 0.2, 0.1);

  private static ThresholdSearch search(Circuit circuit) {
    var door = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    return new ThresholdSearch(door.prepare(circuit), PLAN, BackAction.BOUNDED);
  }

  @Test
  void a_right_prediction_passes_and_a_wrong_one_says_to_which_side() {
    double truth = Math.cos(0.8);
    var search = search(Circuit.of(1).ry(0, 0.8));

    for (int k = 0; k < 20; k++) {
      assertThat(search.check(Z, 1, truth)).isEqualTo(Alarm.NONE);
    }
    assertThat(search.batches()).isEqualTo(1);
    assertThat(search.disturbance().isProven()).isTrue();
    assertThat(search.check(Z, 1, truth - 0.4)).isEqualTo(Alarm.ABOVE);
    assertThat(search.verify(Z, 1)).isCloseTo(truth, within(0.03));
    assertThat(search.check(Z, 1, truth + 0.4)).isEqualTo(Alarm.BELOW);
    assertThat(search.batches()).isEqualTo(2);
    assertThat(search.verify(Z, -1)).isCloseTo(-truth, within(0.03));
    assertThat(search.check(Z, -1, -truth)).isEqualTo(Alarm.NONE);
  }

  @Test
  void gates_turn_the_batch_at_hand_and_every_later_one() {
    var search = search(Circuit.of(1).ry(0, 0.8));
    search.check(Z, 1, Math.cos(0.8));
    search.turn(Circuit.of(1).ry(0, 0.5).operations().get(0));

    assertThat(search.check(Z, 1, Math.cos(1.3))).isEqualTo(Alarm.NONE);
    assertThat(search.check(Z, 1, 0.9)).isEqualTo(Alarm.BELOW);
    assertThat(search.verify(Z, 1)).isCloseTo(Math.cos(1.3), within(0.03));
    assertThat(search.check(Z, 1, Math.cos(1.3))).isEqualTo(Alarm.NONE);
  }

  @Test
  void the_plan_has_the_sizes_of_its_formulas() {
    BatchPlan plan = BatchPlan.of(40, 0.2, 0.1);
    double log = Math.log(1600);

    assertThat(plan.copies()).isEqualTo((long) Math.ceil(4 * log * log / 0.04));
    assertThat(plan.offset()).isCloseTo(0.15, within(1e-15));
    assertThat(plan.noise()).isCloseTo(5444 * 0.2 / (4 * log), within(1e-9));
    assertThat(plan.verificationCopies()).isEqualTo((long) Math.ceil(2 * Math.log(3200) / 0.0025));
    assertThat(plan.copies(100).provenCopies()).isEqualTo(plan.copies());
  }

  @Test
  void plans_that_promise_nothing_are_refused() {
    assertThatThrownBy(() -> BatchPlan.of(0, 0.1, 0.1))
        .hasMessage("a plan for 0 checks; at least 1 is needed");
    assertThatThrownBy(() -> BatchPlan.of(1, 0, 0.1))
        .hasMessage(
            "the accuracy of predictions in [-1, 1] is 0.0; it must be above 0 and at most 2");
    assertThatThrownBy(() -> BatchPlan.of(1, 0.1, 1))
        .hasMessage("delta is 1.0; the probability of failure must be between 0 and 1");
  }
}
