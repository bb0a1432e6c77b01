package org.backshadow.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

class SimulatedCopiesTest {
  private final Ledger ledger = Ledger.unlimited();
  private final SimulatedCopies copies = new SimulatedCopies(ledger, new Seed(3));

  @Test
  void a_circuit_without_values_is_refused_before_anything_is_charged() {
    assertThatThrownBy(() -> copies.prepare(Circuit.of(1).rx(0, Angle.parameter("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters without values: a; bind the circuit first");
    assertThat(ledger.cost().circuits()).isZero();
  }

  @Test
  void a_readout_with_parameters_is_refused_before_anything_is_charged() {
    var state = copies.prepare(Circuit.of(1));

    assertThatThrownBy(() -> state.measure(Circuit.of(1).rx(0, Angle.parameter("a")), 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.cost().copies()).isZero();
  }

  @Test
  void announcing_a_circuit_costs_nothing() {
    copies.prepare(Circuit.of(1).h(0));

    assertThat(ledger.cost().circuits()).isZero();
  }

  @Test
  void every_shot_is_a_copy_with_all_its_gates() {
    var counts = copies.prepare(Circuit.of(2).h(0).cx(0, 1)).measure(Circuit.of(2).h(1), 70);

    assertThat(counts.shots()).isEqualTo(70);
    assertThat(ledger.cost().copies()).isEqualTo(70);
    assertThat(ledger.cost().circuits()).isEqualTo(1);
    assertThat(ledger.cost().gates()).isEqualTo(210);
    assertThat(ledger.cost().depth()).isEqualTo(3);
    assertThat(ledger.cost().qubits()).isEqualTo(2);
  }

  @Test
  void noise_is_no_gate_and_takes_no_layer() {
    Circuit noisy = Circuit.of(2).h(0).depolarize(0, 0.1).cx(0, 1).amplitudeDamping(1, 0.2);

    copies.prepare(noisy).measure(Circuit.of(2).h(1), 70);

    assertThat(ledger.cost().copies()).isEqualTo(70);
    assertThat(ledger.cost().gates()).isEqualTo(210);
    assertThat(ledger.cost().depth()).isEqualTo(3);
  }

  /** The chance of a smaller tail is 1e-4 each. */
  @Test
  void noisy_outcomes_have_the_probabilities_of_the_density_matrix() {
    Samples.each(
        30,
        1,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit = samples.noisyCircuit(Samples.Shape.of(n, 8).bound(), 0.5);
          Circuit readout = samples.circuit(Samples.Shape.of(n, 3).bound());

          var counts = copies.prepare(circuit).measure(readout, 20_000);

          double[] p = DensityMatrix.of(circuit.then(readout)).probabilities().values();
          assertThat(tail(counts, p, 20_000)).isGreaterThan(1e-4);
        });
  }

  /** Two entangled qubits of eleven, each shot by a trajectory of its own. */
  @Test
  void beyond_density_matrices_outcomes_have_the_same_probabilities() {
    Circuit two = Circuit.of(2).ry(0, 1).amplitudeDamping(0, 0.4).cx(0, 1).depolarize(1, 0.3);
    Circuit wide = two.widened(11);

    var counts = copies.prepare(wide).measure(Circuit.of(11).h(0), 4000);

    double[] p = new double[1 << 11];
    double[] own = DensityMatrix.of(two.h(0)).probabilities().values();
    for (int i = 0; i < 4; i++) {
      p[i << 9] = own[i];
    }
    assertThat(tail(counts, p, 4000)).isGreaterThan(1e-4);
  }

  private static double tail(Counts counts, double[] p, long shots) {
    double[] expected = Arrays.stream(p).map(each -> each * shots).toArray();
    long[] observed = new long[p.length];
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
    }
    return Statistics.chiSquareTail(expected, observed);
  }

  @Test
  void no_shots_are_refused() {
    assertThatThrownBy(() -> copies.prepare(Circuit.of(1)).measure(Circuit.of(1), 0))
        .hasMessage("0 shots; at least 1 is needed");
  }

  /** 2^40 amplitudes of 16 bytes are more than any heap here; stabilizers need none of them. */
  @Test
  void what_has_no_room_is_refused_when_a_plan_is_built() {
    Circuit clifford = Circuit.of(40).h(0).cx(0, 39);

    assertThatCode(() -> SimulatedCopies.requireRoom(clifford)).doesNotThrowAnyException();
    assertThatCode(() -> SimulatedCopies.requireRoom(Circuit.of(2).t(0)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> SimulatedCopies.requireRoom(clifford.t(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40 qubits");
    assertThatThrownBy(() -> SimulatedCopies.requireRoom(clifford.depolarize(0, 0.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40 qubits");
    assertThatCode(() -> SimulatedCopies.requireRoom(Circuit.of(2).h(0).depolarize(0, 0.1)))
        .doesNotThrowAnyException();
  }

  @Test
  void what_cannot_be_simulated_by_amplitudes_is_refused_with_the_reason() {
    assertThatCode(() -> SimulatedCopies.requirePossible(Circuit.of(2).h(0), 2))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> SimulatedCopies.requirePossible(Circuit.of(40), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40 qubits");
    assertThatThrownBy(
            () -> SimulatedCopies.requirePossible(Circuit.of(1).rx(0, Angle.parameter("a")), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters without values: a; bind the circuit first");
  }

  @Test
  void batches_that_do_not_fit_are_refused() {
    assertThat(BatchMemory.practicalCopies(2)).isEqualTo(65);
    assertThatCode(() -> BatchMemory.require(2, 65)).doesNotThrowAnyException();
    assertThatThrownBy(() -> BatchMemory.require(2, 0))
        .hasMessage("a batch of 0 copies; at least 1 is needed");
    assertThatThrownBy(() -> BatchMemory.require(6, 1L << 40))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
