package org.backshadow.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

class NoisyReadoutTest {
  private static final int SHOTS = 20_000;
  private static final Circuit FIVE = Circuit.of(3).x(0).x(2);

  private static PreparedState state(long handedOut) {
    var door = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    return new NoisyReadout(door, new ReadoutErrors(0.1, 0.35), new Seed(2), handedOut)
        .prepare(FIVE);
  }

  /** By hand for 101: each bit by itself, a one with 0.35, a zero with 0.1. */
  @Test
  void each_bit_is_flipped_by_itself_with_the_chance_of_its_value() {
    Counts counts = state(0).measure(Circuit.of(3), SHOTS);
    long[] observed = new long[8];
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
    }
    agrees(observed);

    var readouts = Collections.nCopies(SHOTS, Circuit.of(3));
    agrees(tally(state(0).snapshots(readouts)));

    long[] z = new long[SHOTS];
    Arrays.fill(z, 7);
    agrees(tally(state(0).snapshots(PauliBases.of(3, new long[SHOTS], z))));
  }

  private static long[] tally(long[] outcomes) {
    long[] observed = new long[8];
    for (long outcome : outcomes) {
      observed[(int) outcome]++;
    }
    return observed;
  }

  private static void agrees(long[] observed) {
    double[] expected = new double[8];
    for (int outcome = 0; outcome < 8; outcome++) {
      expected[outcome] =
          SHOTS
              * ((outcome & 4) != 0 ? 0.65 : 0.35)
              * ((outcome & 2) != 0 ? 0.1 : 0.9)
              * ((outcome & 1) != 0 ? 0.65 : 0.35);
    }
    assertThat(Statistics.chiSquareTail(expected, observed)).isGreaterThan(1e-4);
  }

  @Test
  void a_later_door_continues_where_another_stopped() {
    var readouts = Collections.nCopies(60, Circuit.of(3));
    long[] all = state(0).snapshots(readouts);
    PreparedState again = state(0);

    long[] first = again.snapshots(readouts.subList(0, 25));
    long[] second = again.snapshots(readouts.subList(25, 60));

    assertThat(first).isEqualTo(Arrays.copyOf(all, 25));
    assertThat(second).isEqualTo(Arrays.copyOfRange(all, 25, 60));
    assertThat(state(25).snapshots(readouts.subList(25, 60))).isEqualTo(second);
  }

  @Test
  void the_copies_are_charged_to_the_door_behind() {
    Ledger ledger = Ledger.unlimited();
    var noisy =
        new NoisyReadout(
            new SimulatedCopies(ledger, new Seed(1)), ReadoutErrors.NONE, new Seed(2), 0);

    noisy.prepare(FIVE).measure(Circuit.of(3), 30);

    assertThat(noisy.ledger()).isSameAs(ledger);
    assertThat(ledger.cost().copies()).isEqualTo(30);
  }
}
