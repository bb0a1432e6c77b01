package org.backshadow.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.NoisyReadout;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.ReadoutErrors;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.LyingDoor;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TracingDoor;
import org.junit.jupiter.api.Test;

/** Single copies through the door: counted, repeatable, and nothing but outcomes. */
class SnapshotCostTest {
  private static PauliBases bases(Samples samples, int qubits, int count, boolean flipped) {
    long[] x = new long[count];
    long[] z = new long[count];
    long[] flips = new long[count];
    for (int t = 0; t < count; t++) {
      for (int q = 0; q < qubits; q++) {
        int letter = samples.below(3);
        x[t] = x[t] << 1 | (letter < 2 ? 1 : 0);
        z[t] = z[t] << 1 | (letter > 0 ? 1 : 0);
        flips[t] = flips[t] << 1 | samples.below(2);
      }
    }
    PauliBases bases = PauliBases.of(qubits, x, z);
    return flipped ? bases.flipped(flips) : bases;
  }

  @Test
  void the_charge_for_bases_is_an_independent_tally_over_their_gates() {
    Samples.each(
        40,
        1,
        samples -> {
          int n = samples.between(1, 5);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, samples.below(12)).bound());
          var door = new TracingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)));

          door.prepare(circuit).snapshots(bases(samples, n, 50, samples.chance(0.5)));

          var cost = door.ledger().cost();
          assertThat(cost.copies()).isEqualTo(door.copies()).isEqualTo(50);
          assertThat(cost.circuits()).isEqualTo(door.circuits());
          assertThat(cost.gates()).isEqualTo(door.gates());
          assertThat(cost.depth()).isEqualTo(door.depth());
          assertThat(cost.qubits()).isEqualTo(door.qubits());
        });
  }

  @Test
  void the_charge_for_circuits_is_an_independent_tally_over_their_gates() {
    Samples.each(
        20,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 5).bound());
          List<Circuit> readouts = new ArrayList<>();
          for (int k = 0; k < 6; k++) {
            readouts.add(Circuit.of(n).h(samples.below(n)));
          }
          var door = new TracingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)));

          door.prepare(circuit).snapshots(readouts);

          var cost = door.ledger().cost();
          assertThat(cost.copies()).isEqualTo(door.copies()).isEqualTo(6);
          assertThat(cost.circuits()).isEqualTo(door.circuits());
          assertThat(cost.gates()).isEqualTo(door.gates());
          assertThat(cost.depth()).isEqualTo(door.depth());
        });
  }

  @Test
  void single_copies_beyond_the_budget_are_refused_before_anything_is_measured() {
    var door = new SimulatedCopies(new Ledger(Budget.copies(49)), new Seed(1));

    assertThatThrownBy(
            () -> door.prepare(Circuit.of(2)).snapshots(bases(Samples.of(1), 2, 50, false)))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessage("copies: 50 requested, 49 left of the budget of 49");
    assertThat(door.ledger().cost().copies()).isZero();
  }

  @Test
  void a_door_that_continues_gives_what_the_first_would_have_given() {
    Circuit circuit = Samples.of(2).circuit(Samples.Shape.of(3, 10).bound());
    PauliBases bases = bases(Samples.of(4), 3, 20, false);
    var first = new SimulatedCopies(Ledger.unlimited(), new Seed(3)).prepare(circuit);
    first.snapshots(bases);
    long[] next = first.snapshots(bases);

    var later = SimulatedCopies.after(20, Ledger.unlimited(), new Seed(3)).prepare(circuit);

    assertThat(later.snapshots(bases)).containsExactly(next);
  }

  @Test
  void the_default_of_the_door_asks_for_one_shot_each() {
    PreparedState inner =
        new SimulatedCopies(Ledger.unlimited(), new Seed(3)).prepare(Circuit.of(2).x(1));
    PreparedState plain =
        new PreparedState() {
          @Override
          public int qubits() {
            return 2;
          }

          @Override
          public Ledger ledger() {
            return inner.ledger();
          }

          @Override
          public org.backshadow.outcome.Counts measure(Circuit readout, long shots) {
            assertThat(shots).isEqualTo(1);
            return inner.measure(readout, shots);
          }
        };

    long[] zs = plain.snapshots(PauliBases.of(2, new long[3], new long[] {3, 3, 3}));
    long[] circuits = plain.snapshots(List.of(Circuit.of(2), Circuit.of(2).x(0)));

    assertThat(zs).containsExactly(0b01, 0b01, 0b01);
    assertThat(circuits).containsExactly(0b01, 0b11);
  }

  @Test
  void single_copies_follow_a_door_that_lies() {
    Circuit lie = Circuit.of(1).x(0);
    var door = new LyingDoor(new SimulatedCopies(Ledger.unlimited(), new Seed(1)), lie);

    long[] outcomes =
        door.prepare(Circuit.of(2)).snapshots(PauliBases.of(2, new long[2], new long[] {3, 3}));

    assertThat(outcomes).containsOnly(0b10);
  }

  /**
   * 0 read as 1 with 0.1 and 1 as 0 with 0.3: of 10,000, 1000 +- 30 and 3000 +- 46; six of those.
   */
  @Test
  void a_faulty_detector_flips_as_often_as_it_says() {
    var errors = new ReadoutErrors(0.1, 0.3);
    var ideal = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    var state = new NoisyReadout(ideal, errors, new Seed(2), 0).prepare(Circuit.of(2).x(1));

    var counts = state.measure(Circuit.of(2), 10_000);
    long first = counts.count("10") + counts.count("11");
    long second = counts.count("00") + counts.count("10");

    assertThat(first).isBetween(820L, 1180L);
    assertThat(second).isBetween(2724L, 3276L);
    long[] z = new long[10_000];
    java.util.Arrays.fill(z, 3);
    long ones =
        java.util.Arrays.stream(state.snapshots(PauliBases.of(2, new long[10_000], z)))
            .filter(b -> b >>> 1 == 1)
            .count();
    assertThat(ones).isBetween(820L, 1180L);
  }

  @Test
  void what_is_no_probability_and_what_is_no_basis_is_refused() {
    assertThatThrownBy(() -> new ReadoutErrors(0.1, 1.2))
        .hasMessage("readoutErrors: the probability to report 1 as 0 is 1.2; it must be 0 to 1");
    assertThatThrownBy(() -> PauliBases.of(3, new long[] {0b100}, new long[] {0b001}))
        .hasMessage("basis 0 is XIZ; each of the 3 qubits needs a letter X, Y or Z");
  }

  /** One readout each, on one qubit behind two gates: Z, Z flipped, X, X flipped, Y, Y flipped. */
  @Test
  void each_letter_has_its_gates_and_layers() {
    Circuit preparation = Circuit.of(1).h(0).t(0);
    long[][] letters = {{0, 1, 0}, {0, 1, 1}, {1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}};
    int[] gates = {0, 1, 1, 2, 2, 3};
    for (int k = 0; k < letters.length; k++) {
      var bases =
          PauliBases.of(1, new long[] {letters[k][0]}, new long[] {letters[k][1]})
              .flipped(new long[] {letters[k][2]});

      var cost = SnapshotCost.of(preparation, bases);

      assertThat(cost.gates()).as("%d", k).isEqualTo(2 + gates[k]);
      assertThat(cost.depth()).as("%d", k).isEqualTo(2 + gates[k]);
      assertThat(cost.copies()).isEqualTo(1);
    }
  }

  /** The layers of a readout stand behind those of its own qubit, not of the deepest. */
  @Test
  void a_readout_stands_behind_its_own_qubit() {
    Circuit preparation = Circuit.of(2).h(0).t(0).h(0);
    var bases = PauliBases.of(2, new long[] {0b01}, new long[] {0b11});

    assertThat(SnapshotCost.of(preparation, bases).depth()).isEqualTo(3);
    assertThat(SnapshotCost.of(preparation.t(0).cx(0, 1), bases).depth()).isEqualTo(7);
  }
}
