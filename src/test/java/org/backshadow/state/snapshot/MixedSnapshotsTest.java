package org.backshadow.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

class MixedSnapshotsTest {
  private static final Seed SEED = new Seed(5);

  @Test
  void a_pure_states_matrix_gives_the_outcomes_of_its_vector() {
    Samples.each(
        30,
        1,
        samples -> {
          int n = samples.between(1, 5);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 20).bound());
          PauliBases bases = randomBases(n, 400, samples.below(1000));

          long[] outcomes = DensityMatrix.of(circuit).snapshots(bases, SEED, 3);

          assertThat(outcomes).containsExactly(Simulator.run(circuit).snapshots(bases, SEED, 3));
        });
  }

  /** One tail of 1e-4 for each of 27 bases: a false alarm with probability 0.3 %. */
  @Test
  void in_every_basis_the_outcomes_of_a_noisy_state_have_their_probabilities() {
    Circuit circuit =
        Circuit.of(3).h(0).cx(0, 1).ry(2, 0.7).depolarize(1, 0.2).cx(1, 2).amplitudeDamping(2, 0.3);
    DensityMatrix state = DensityMatrix.of(circuit);
    for (int basis = 0; basis < 27; basis++) {
      String letters = letters(basis);
      int copies = 4000;
      long[] counts = new long[8];
      for (long outcome : state.snapshots(repeated(letters, copies), new Seed(basis), 0)) {
        counts[(int) outcome]++;
      }

      double[] expected = turned(state, letters).probabilities().values();
      for (int i = 0; i < expected.length; i++) {
        expected[i] *= copies;
      }
      assertThat(Statistics.chiSquareTail(expected, counts)).as(letters).isGreaterThan(1e-4);
    }
  }

  @Test
  void a_copys_outcome_does_not_depend_on_its_company() {
    DensityMatrix state =
        DensityMatrix.of(Circuit.of(3).h(0).cx(0, 1).ry(2, 0.7).depolarize(1, 0.2));
    PauliBases all = randomBases(3, 100, 9);
    long[] together = state.snapshots(all, SEED, 0);

    for (int t = 0; t < 100; t++) {
      PauliBases one =
          PauliBases.of(3, new long[] {all.x(t)}, new long[] {all.z(t)})
              .flipped(new long[] {all.flips(t)});
      assertThat(state.snapshots(one, SEED, t)).containsExactly(together[t]);
    }
  }

  private static String letters(int basis) {
    return "" + "XYZ".charAt(basis / 9) + "XYZ".charAt(basis / 3 % 3) + "XYZ".charAt(basis % 3);
  }

  private static DensityMatrix turned(DensityMatrix state, String letters) {
    Circuit readout = Circuit.of(3);
    for (int q = 0; q < 3; q++) {
      readout = letters.charAt(q) == 'Y' ? readout.sdg(q) : readout;
      readout = letters.charAt(q) != 'Z' ? readout.h(q) : readout;
    }
    return state.after(readout);
  }

  private static PauliBases repeated(String letters, int copies) {
    long x = 0;
    long z = 0;
    for (char letter : letters.toCharArray()) {
      x = x << 1 | (letter != 'Z' ? 1 : 0);
      z = z << 1 | (letter != 'X' ? 1 : 0);
    }
    long[] xs = new long[copies];
    long[] zs = new long[copies];
    Arrays.fill(xs, x);
    Arrays.fill(zs, z);
    return PauliBases.of(3, xs, zs);
  }

  private static PauliBases randomBases(int qubits, int copies, long seed) {
    var random = new Random(seed);
    long[] x = new long[copies];
    long[] z = new long[copies];
    long[] flips = new long[copies];
    for (int t = 0; t < copies; t++) {
      for (int q = 0; q < qubits; q++) {
        int letter = random.nextInt(3);
        x[t] = x[t] << 1 | (letter < 2 ? 1 : 0);
        z[t] = z[t] << 1 | (letter > 0 ? 1 : 0);
        flips[t] = flips[t] << 1 | random.nextInt(2);
      }
    }
    return PauliBases.of(qubits, x, z).flipped(flips);
  }
}
