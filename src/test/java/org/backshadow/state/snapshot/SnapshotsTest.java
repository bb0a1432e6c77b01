package org.backshadow.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.state.stabilizer.StabilizerState;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

/** Single shots in Pauli bases: the prefix tree and the stabilizers. */
class SnapshotsTest {
  /** So many bases of random letters, with flips. */
  private static PauliBases bases(int qubits, int count, long seed) {
    RandomStream random = new Seed(seed).random();
    long all = -1L >>> (64 - qubits);
    long[] x = new long[count];
    long[] z = new long[count];
    long[] flips = new long[count];
    for (int t = 0; t < count; t++) {
      x[t] = random.nextLong() & all;
      z[t] = (random.nextLong() & all) | (all & ~x[t]);
      flips[t] = random.nextLong() & all;
    }
    return PauliBases.of(qubits, x, z).flipped(flips);
  }

  /** The same basis every time. */
  private static PauliBases same(PauliBases bases, int t, int count) {
    long[] x = new long[count];
    long[] z = new long[count];
    long[] flips = new long[count];
    Arrays.fill(x, bases.x(t));
    Arrays.fill(z, bases.z(t));
    Arrays.fill(flips, bases.flips(t));
    return PauliBases.of(bases.qubits(), x, z).flipped(flips);
  }

  private static long[] histogram(long[] outcomes, int qubits) {
    long[] counts = new long[1 << qubits];
    for (long outcome : outcomes) {
      counts[(int) outcome]++;
    }
    return counts;
  }

  /** 60 chi-square tests at 1e-7 each: chance fails one of them with 6e-6 at most. */
  @Test
  void outcomes_in_a_basis_have_the_probabilities_of_the_rotated_state() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 12).bound());
          PauliBases basis = bases(n, 1, samples.below(1000));
          Circuit readout = Readout.of(basis, 0);
          double[] p = Simulator.run(circuit.then(readout)).probabilities().values();
          int shots = 4000;

          long[] outcomes = Simulator.run(circuit).snapshots(same(basis, 0, shots), new Seed(9), 0);

          double[] expected = Arrays.stream(p).map(q -> q * shots).toArray();
          assertThat(Statistics.chiSquareTail(expected, histogram(outcomes, n)))
              .isGreaterThan(1e-7);
        });
  }

  /** Half of the copies in one basis and half in another, in turn: neither sees the other. */
  @Test
  void what_a_copy_gives_does_not_depend_on_the_others() {
    Circuit circuit = Samples.of(3).circuit(Samples.Shape.of(6, 30).bound());
    StateVector state = Simulator.run(circuit);
    PauliBases all = bases(6, 3000, 5);
    long[] together = state.snapshots(all, new Seed(4), 0);

    for (int t = 0; t < 3000; t += 7) {
      long[] alone = state.snapshots(same(all, t, 1), new Seed(4), t);
      assertThat(alone).as("copy %d", t).containsExactly(together[t]);
    }
  }

  @Test
  void a_state_of_certain_outcomes_gives_them_always() {
    Circuit circuit = Circuit.of(3).h(0).h(1).s(1).x(2); // +X, +Y, -Z
    PauliBases basis = PauliBases.of(3, new long[] {0b110}, new long[] {0b011});

    long[] outcomes = Simulator.run(circuit).snapshots(same(basis, 0, 500), new Seed(1), 0);

    assertThat(outcomes).containsOnly(0b001);
  }

  /** Rare outcomes keep their probability: 1e-4 of 400,000 shots are 40 with the deviation 6.3. */
  @Test
  void rare_outcomes_come_as_rarely_as_they_should() {
    double angle = 2 * Math.asin(0.01);
    Circuit circuit = Circuit.of(2).ry(0, angle).h(1);
    PauliBases basis = PauliBases.of(2, new long[] {0b01}, new long[] {0b10});

    long[] outcomes = Simulator.run(circuit).snapshots(same(basis, 0, 400_000), new Seed(1), 0);

    long rare = Arrays.stream(outcomes).filter(b -> b == 0b10).count();
    assertThat(rare).isBetween(5L, 75L);
    assertThat(outcomes).doesNotContain(0b01, 0b11);
  }

  /** As for the tree: 60 tests at 1e-7. */
  @Test
  void stabilizers_give_the_same_distribution_as_amplitudes() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(1, 4);
          Circuit circuit = clifford(samples, n, 15);
          PauliBases basis = bases(n, 1, samples.below(1000));
          double[] p = Simulator.run(circuit.then(Readout.of(basis, 0))).probabilities().values();
          int shots = 4000;

          long[] outcomes =
              StabilizerState.of(circuit)
                  .orElseThrow()
                  .snapshots(same(basis, 0, shots), new Seed(2), 0);

          double[] expected = Arrays.stream(p).map(q -> q * shots).toArray();
          assertThat(Statistics.chiSquareTail(expected, histogram(outcomes, n)))
              .isGreaterThan(1e-7);
        });
  }

  @Test
  void every_stabilizer_of_a_state_has_the_exact_value_1() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(1, 5);
          Circuit circuit = clifford(samples, n, 20);

          var state = StabilizerState.of(circuit).orElseThrow();

          for (var generator : state.generators()) {
            double value = Simulator.run(circuit).expectation(generator.string().toString());
            assertThat(value * generator.sign())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
          }
        });
  }

  @Test
  void a_gate_that_is_no_clifford_gate_is_noticed() {
    assertThat(StabilizerState.of(Circuit.of(1).t(0))).isEmpty();
    assertThat(StabilizerState.of(Circuit.of(1).rx(0, Math.PI / 2))).isPresent();
    assertThat(StabilizerState.of(Circuit.of(3).ccx(0, 1, 2))).isEmpty();
  }

  @Test
  void sixty_qubits_of_a_cat_state_agree() {
    Circuit cat = Circuit.of(60).h(0);
    for (int q = 1; q < 60; q++) {
      cat = cat.cx(q - 1, q);
    }
    PauliBases basis = PauliBases.of(60, new long[] {0}, new long[] {-1L >>> 4});

    long[] outcomes =
        StabilizerState.of(cat).orElseThrow().snapshots(same(basis, 0, 200), new Seed(1), 0);

    assertThat(outcomes).containsOnly(0, -1L >>> 4).contains(0, -1L >>> 4);
  }

  @Test
  void an_interrupt_ends_the_drawing() {
    StateVector state = Simulator.run(Circuit.of(4));
    PauliBases bases = bases(4, 100_000, 1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> state.snapshots(bases, new Seed(1), 0))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void bases_of_another_register_are_refused() {
    assertThatThrownBy(() -> Simulator.run(Circuit.of(2)).snapshots(bases(3, 1, 1), new Seed(1), 0))
        .hasMessage("the state has 2 qubits, the other has 3");
  }

  private static Circuit clifford(Samples samples, int n, int gates) {
    Circuit circuit = Circuit.of(n);
    for (int g = 0; g < gates; g++) {
      int q = samples.below(n);
      int p = n == 1 ? -1 : (q + 1 + samples.below(n - 1)) % n;
      circuit =
          switch (samples.below(p < 0 ? 4 : 7)) {
            case 0 -> circuit.h(q);
            case 1 -> circuit.s(q);
            case 2 -> circuit.rx(q, -Math.PI / 2);
            case 3 -> circuit.y(q);
            case 4 -> circuit.cx(q, p);
            case 5 -> circuit.iswap(q, p);
            default -> circuit.rzz(q, p, Math.PI / 2);
          };
    }
    return circuit;
  }
}
