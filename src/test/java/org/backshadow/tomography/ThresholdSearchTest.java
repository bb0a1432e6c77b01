package org.backshadow.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.CheckNoise;
import org.backshadow.measure.coherent.GentleCheck;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    double log = Math.log(2000);

    assertThat(plan.copies()).isEqualTo((long) Math.ceil(5 * log * log / 0.04));
    assertThat(plan.offset()).isCloseTo(0.4 / 3, within(1e-15));
    assertThat(plan.noise()).isCloseTo(7222 * 0.2 / (6 * log), within(1e-9));
    assertThat(plan.verificationCopies()).isEqualTo((long) Math.ceil(2 * Math.log(3200) / 0.0025));
    assertThat(plan.copies(100).provenCopies()).isEqualTo(plan.copies());
  }

  /** A union bound over both sides of all checks leaves delta, the spread of the count included. */
  @ParameterizedTest
  @CsvSource({"1, 0.2, 0.1", "40, 0.2, 0.1", "40, 1, 0.5", "1000, 0.05, 0.01"})
  void a_prediction_off_by_the_accuracy_rarely_passes_and_a_right_one_hardly_alarms(
      int checks, double accuracy, double delta) {
    BatchPlan plan = BatchPlan.of(checks, accuracy, delta);
    double high = plan.copies() * (1 + plan.offset()) / 2;
    var check = new GentleCheck(plan.copies(), high, plan.noise(), CheckNoise.LOGISTIC);
    double each = delta / (5 * checks);
    double spread = Math.exp(9.0 / 10);
    assertThat(2 * checks * each * spread).isLessThan(delta);

    assertThat(1 - check.alarmProbability((1 + accuracy) / 2)).isLessThan(each * spread);
    assertThat(check.alarmProbability(0.5)).isLessThan(each * each * spread);
  }

  /** However near its threshold: that is what keeps default runs proven. */
  @Test
  void no_single_passed_check_spoils_a_batch() {
    double worst = 0;
    double worstExponential = 0;
    double high = PLAN.copies() * (1 + PLAN.offset()) / 2;
    var logistic = new GentleCheck(PLAN.copies(), high, PLAN.noise(), CheckNoise.LOGISTIC);
    var exponential = new GentleCheck(PLAN.copies(), high, PLAN.noise());
    for (double value = -0.5; value <= 0.25; value += 1.0 / 128) {
      worst = Math.max(worst, ratio(logistic.passage((1 + value) / 2)));
      worstExponential = Math.max(worstExponential, ratio(exponential.passage((1 + value) / 2)));
    }

    assertThat(worst).isBetween(0.6, 0.8);
    assertThat(worstExponential).isGreaterThan(1);
  }

  private static double ratio(GentleCheck.Passage passage) {
    return passage.disturbance() / passage.overlap();
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
