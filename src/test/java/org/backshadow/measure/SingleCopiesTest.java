package org.backshadow.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

/** One copy a readout through the simulated door: amplitudes, stabilizers or noise behind it. */
class SingleCopiesTest {
  private static final int COPIES = 5_000;

  private final Ledger ledger = Ledger.unlimited();

  private PreparedState state(Circuit circuit) {
    return new SimulatedCopies(ledger, new Seed(6)).prepare(circuit);
  }

  /** Whatever simulates them; by chance once in 10,000 for each of the comparisons. */
  @Test
  void outcomes_have_the_probabilities_of_the_density_matrix() {
    Circuit clifford = Circuit.of(2).h(0).cx(0, 1).s(1);
    Circuit tilted = Circuit.of(2).ry(0, 0.8).cx(0, 1).rz(1, 0.4);
    Circuit noisy = tilted.depolarize(0, 0.2).amplitudeDamping(1, 0.3);
    for (Circuit circuit : List.of(clifford, tilted, noisy)) {
      for (Circuit readout :
          List.of(
              Circuit.of(2),
              Circuit.of(2).h(1),
              Circuit.of(2).ry(1, 0.5).cx(1, 0),
              Circuit.of(2).h(0).bitFlip(0, 0.2))) {
        long[] outcomes = state(circuit).snapshots(Collections.nCopies(COPIES, readout));

        agrees(outcomes, circuit.then(readout));
      }
    }
  }

  private static void agrees(long[] outcomes, Circuit whole) {
    NaiveMatrix rho = NaiveMatrix.density(whole);
    double[] expected = new double[rho.rows()];
    long[] observed = new long[rho.rows()];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = COPIES * Math.max(0, rho.re(k, k));
    }
    for (long outcome : outcomes) {
      observed[(int) outcome]++;
    }
    assertThat(Statistics.chiSquareTail(expected, observed)).as("%s", whole).isGreaterThan(1e-4);
  }

  @Test
  void bases_are_measured_as_their_readout_circuits() {
    Circuit tilted = Circuit.of(2).ry(0, 0.8).cx(0, 1).rz(1, 0.4);
    for (Circuit circuit : List.of(tilted, tilted.depolarize(0, 0.2))) {
      Samples.each(
          6,
          1,
          samples -> {
            long x = samples.below(4);
            long z = ~x & 3 | samples.below(4);
            long flips = samples.below(4);
            PauliBases bases =
                PauliBases.of(2, filled(COPIES, x), filled(COPIES, z))
                    .flipped(filled(COPIES, flips));

            long[] outcomes = state(circuit).snapshots(bases);

            agrees(outcomes, circuit.then(Readout.of(bases, 0)));
          });
    }
  }

  /** A GHZ state: all bits alike in Z, an even number of ones in X. */
  @Test
  void on_many_qubits_a_clifford_circuit_needs_no_amplitudes() {
    Circuit ghz = Circuit.of(40).h(0);
    for (int q = 1; q < 40; q++) {
      ghz = ghz.cx(0, q);
    }
    long all = (1L << 40) - 1;
    Circuit hadamards = Circuit.of(40);
    for (int q = 0; q < 40; q++) {
      hadamards = hadamards.h(q);
    }

    long[] alike = state(ghz).snapshots(PauliBases.of(40, new long[64], filled(64, all)));
    long[] even = state(ghz).snapshots(PauliBases.of(40, filled(64, all), new long[64]));
    long[] evenToo = state(ghz).snapshots(Collections.nCopies(64, hadamards));

    assertThat(Arrays.stream(alike).distinct().sorted().toArray()).containsExactly(0, all);
    assertThat(Arrays.stream(even)).allMatch(outcome -> Long.bitCount(outcome) % 2 == 0);
    assertThat(Arrays.stream(even).distinct().count()).isEqualTo(64);
    assertThat(Arrays.stream(evenToo)).allMatch(outcome -> Long.bitCount(outcome) % 2 == 0);
    assertThat(Arrays.stream(evenToo).distinct().count()).isEqualTo(64);
  }

  @Test
  void a_later_door_continues_where_another_stopped() {
    for (Circuit circuit :
        List.of(
            Circuit.of(3).ry(0, 0.8).cx(0, 1).h(2),
            Circuit.of(3).h(0).h(1).h(2),
            Circuit.of(3).h(0).h(1).ry(2, 1).depolarize(2, 0.1))) {
      List<Circuit> readouts = Collections.nCopies(50, Circuit.of(3).h(1));
      PauliBases bases = PauliBases.of(3, filled(50, 7), new long[50]);
      long[] circuits = state(circuit).snapshots(readouts);
      long[] all = state(circuit).snapshots(bases);
      var later = SimulatedCopies.after(20, Ledger.unlimited(), new Seed(6)).prepare(circuit);
      var laterToo = SimulatedCopies.after(20, Ledger.unlimited(), new Seed(6)).prepare(circuit);

      assertThat(later.snapshots(readouts.subList(0, 30)))
          .isEqualTo(Arrays.copyOfRange(circuits, 20, 50));
      assertThat(laterToo.snapshots(PauliBases.of(3, filled(30, 7), new long[30])))
          .isEqualTo(Arrays.copyOfRange(all, 20, 50));
    }
  }

  @Test
  void a_readout_without_values_is_refused_before_anything_is_charged() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                state(Circuit.of(1)).snapshots(List.of(Circuit.of(1).rx(0, Angle.parameter("a")))))
        .withMessage("parameters without values: a; bind the circuit first");
    assertThat(ledger.cost()).isEqualTo(Cost.NONE);
  }

  private static long[] filled(int size, long mask) {
    long[] masks = new long[size];
    Arrays.fill(masks, mask);
    return masks;
  }
}
