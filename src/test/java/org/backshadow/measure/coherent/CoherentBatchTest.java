package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.Statistics;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoherentBatchTest {
  private static final Circuit PREPARATION = Circuit.of(2).ry(0, 0.9).cx(0, 1).rx(1, 0.4);
  private static final PauliString STRING = PauliString.of("ZX");

  private static Copies door(long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed));
  }

  /**
   * The alarms of 400 fresh batches are binomial; 400 of them leave the 1e-5 tails only by a
   * mistake.
   */
  @ParameterizedTest
  @EnumSource(BackAction.class)
  void a_fresh_batch_alarms_as_often_as_the_check_says(BackAction simulated) {
    var check = new GentleCheck(30, 18, 2);
    double expected = check.alarmProbability(0.5); // a Bell state has <ZX> = 0
    Copies door = door(1);
    PreparedState state = door.prepare(Circuit.of(2).h(0).cx(0, 1));

    int alarms = 0;
    for (int k = 0; k < 400; k++) {
      alarms += state.batch(30, simulated).alarms(STRING, 1, check) ? 1 : 0;
    }

    assertThat(Statistics.atMost(alarms, 400, expected)).isBetween(1e-5, 1 - 1e-5);
  }

  /** By hand: each amplitude has passed through sqrt(1 - q) of its count. */
  @Test
  void what_passes_a_check_is_the_filtered_state() {
    var check = new GentleCheck(1, 2, 1.5);
    double p = Math.pow(Math.cos(0.55), 2);
    double up = Math.sqrt(1 - Math.exp(-1 / 1.5));
    double down = Math.sqrt(1 - Math.exp(-2 / 1.5));
    double norm = Math.sqrt(p * up * up + (1 - p) * down * down);
    double overlap = (p * up + (1 - p) * down) / norm;
    int passed = 0;
    for (int seed = 0; seed < 20; seed++) {
      CoherentBatch batch = door(seed).prepare(Circuit.of(1).ry(0, 1.1)).batch(1, BackAction.EXACT);
      if (!batch.alarms(PauliString.of("Z"), 1, check)) {
        passed++;
        assertThat(batch.disturbance().real().getAsDouble())
            .isCloseTo(Math.sqrt(1 - overlap * overlap), within(1e-9));
      }
    }
    assertThat(passed).isPositive();
  }

  @ParameterizedTest
  @EnumSource(BackAction.class)
  void a_spent_batch_is_refused(BackAction simulated) {
    CoherentBatch batch = door(1).prepare(PREPARATION).batch(10, simulated);
    assertThat(batch.alarms(STRING, 1, new GentleCheck(10, -1, 1))).isTrue();

    assertThatThrownBy(() -> batch.alarms(STRING, 1, new GentleCheck(10, 5, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this batch has alarmed and is spent; prepare another");
    assertThatThrownBy(() -> batch.apply(PREPARATION.operations().get(0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void both_simulations_charge_what_an_independent_tally_says() {
    for (BackAction simulated : BackAction.values()) {
      var door = new TracingDoor(door(1));
      CoherentBatch batch = door.prepare(PREPARATION).batch(12, simulated);
      batch.apply(PREPARATION.operations().get(1).inverse());
      batch.alarms(STRING, 1, new GentleCheck(12, 40, 0.1));
      batch.alarms(STRING, -1, new GentleCheck(12, 40, 0.1));
      batch.apply(PREPARATION.operations().get(0).inverse());

      var cost = door.ledger().cost();
      // 3 gates, 2 more, and 2 * (2 + 1) for the check from both sides, on each of 12 copies
      assertThat(cost.gates()).isEqualTo(12 * (3 + 2 + 6)).isEqualTo(door.gates());
      assertThat(cost.copies()).isEqualTo(12).isEqualTo(door.copies());
      assertThat(cost.circuits()).isEqualTo(1).isEqualTo(door.circuits());
      assertThat(cost.qubits()).isEqualTo(12 * 3).isEqualTo(door.qubits());
      assertThat(cost.depth()).isEqualTo(3 + 1 + 2 * (2 + 4) + 1).isEqualTo(door.depth());
    }
  }

  @Test
  void a_budget_is_enforced_before_anything_is_prepared() {
    var ledger = new Ledger(Budget.copies(11));
    PreparedState state = new SimulatedCopies(ledger, new Seed(1)).prepare(PREPARATION);

    assertThatThrownBy(() -> state.batch(12, BackAction.BOUNDED))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessage("copies: 12 requested, 11 left of the budget of 11");
    assertThatThrownBy(() -> state.batch(0, BackAction.BOUNDED))
        .hasMessage("a batch of 0 copies; at least 1 is needed");
  }

  @Test
  void a_lying_door_hands_out_batches_of_its_lie() {
    Circuit lie = Circuit.of(1).x(0);
    var check = new GentleCheck(50, 49, 0.01);
    var string = PauliString.of("Z");

    assertThat(
            door(1).prepare(Circuit.of(1)).batch(50, BackAction.BOUNDED).alarms(string, 1, check))
        .isTrue();
    assertThat(
            new LyingDoor(door(1), lie)
                .prepare(Circuit.of(1))
                .batch(50, BackAction.BOUNDED)
                .alarms(string, 1, check))
        .isFalse();
  }

  @Test
  void checks_that_do_not_fit_the_batch_are_named() {
    CoherentBatch batch = door(1).prepare(PREPARATION).batch(10, BackAction.BOUNDED);

    assertThatThrownBy(() -> batch.alarms(STRING, 2, new GentleCheck(11, 5, 1)))
        .hasMessageContaining("a check of 11 copies, a string on 2 qubits and an outcome of 2");
  }

  @Test
  void a_door_without_memory_says_so() {
    assertThatThrownBy(
            () ->
                new org.backshadow.testing.ExactDoor()
                    .prepare(PREPARATION)
                    .batch(5, BackAction.BOUNDED))
        .hasMessage("this door keeps no copies coherent");
  }
}
