package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.Reference;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PauliShadowEstimatorTest {
  static List<Reference> cases() {
    return Reference.cases();
  }

  /**
   * The estimate x of a string of weight k is 0 or +-3^k, so {@code E x^2 = 3^k, E x^3 = 9^k P, E
   * x^4 = 27^k}, and the sample variance of N snapshots has the deviation sqrt((m4 - v^2)/N) with
   * the fourth central moment {@code m4 = 27^k - 4 9^k P^2 + 6 3^k P^2 - 3 P^4}. Seven of those,
   * for weights up to 3 (700 hits of 20,000 at least): below 1e-10 for all strings together.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void sampled_snapshots_have_the_references_variance_within_chance(Reference reference) {
    Circuit circuit = reference.circuit().bind(reference.theta());
    StateVector state = Simulator.run(circuit);
    Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(17));
    long snapshots = 20_000;
    List<PauliSum> strings =
        reference.observable().terms().stream().map(t -> PauliSum.of(t.string())).toList();
    assumeTrue(reference.qubits() <= 4);

    List<Estimate> estimates =
        new PauliShadowEstimator(snapshots).estimate(strings, copies.prepare(circuit), new Seed(3));

    for (int k = 0; k < strings.size(); k++) {
      int weight = strings.get(k).terms().get(0).string().weight();
      if (weight == 0 || weight > 3) {
        continue;
      }
      double p = state.expectation(strings.get(k));
      double size = Math.pow(3, weight);
      double v = reference.shadowVariances()[k];
      double fourth =
          size * size * size - 4 * size * size * p * p + 6 * size * p * p - 3 * p * p * p * p;
      double sampled =
          estimates.get(k).standardError() * estimates.get(k).standardError() * snapshots;
      assertThat(sampled).isCloseTo(v, within(7 * Math.sqrt((fourth - v * v) / snapshots) + 1e-9));
      assertThat(estimates.get(k).value()).isCloseTo(p, within(7 * Math.sqrt(v / snapshots)));
    }
  }

  @Test
  void an_identity_term_is_known_without_error() {
    Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(1));

    Estimate estimate =
        new PauliShadowEstimator(10)
            .estimate(List.of(PauliSum.parse("4*II")), copies.prepare(Circuit.of(2)), new Seed(1))
            .get(0);

    assertThat(estimate.value()).isEqualTo(4);
    assertThat(estimate.standardError()).isZero();
  }

  @Test
  void the_snapshots_are_the_copies_whatever_the_number_of_observables() {
    Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    var many = java.util.Collections.nCopies(50, PauliSum.parse("XZ + YI"));

    new PauliShadowEstimator(321).estimate(many, copies.prepare(Circuit.of(2)), new Seed(1));

    assertThat(copies.ledger().cost().copies()).isEqualTo(321);
    assertThat(copies.ledger().cost().circuits()).isBetween(1L, 9L);
  }

  /**
   * More snapshots than a block holds, by hand: the same bases and outcomes in one go. Two bases of
   * one qubit come in both blocks and count twice.
   */
  @Test
  void blocks_of_snapshots_are_estimated_as_if_they_were_one() {
    Circuit circuit = Circuit.of(1).ry(0, 0.7).rz(0, 0.4);
    int snapshots = (1 << 18) + 1000;
    PauliSum observable = PauliSum.parse("0.3*X + 0.8*Y - 0.4*Z + 2*I");
    Copies blocks = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    Copies once = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    var ensemble = new RandomPauliBases();

    Estimate estimate =
        new PauliShadowEstimator(snapshots)
            .estimate(List.of(observable), blocks.prepare(circuit), new Seed(2))
            .get(0);
    Snapshots whole = ensemble.measure(once.prepare(circuit), 0, snapshots, new Seed(2));
    Estimate expected = new ShadowMeans(whole, ensemble, null).estimate(observable);

    assertThat(estimate.value()).isCloseTo(expected.value(), within(1e-12));
    assertThat(estimate.standardError()).isCloseTo(expected.standardError(), within(1e-14));
    assertThat(blocks.ledger().cost().copies()).isEqualTo(snapshots);
    assertThat(blocks.ledger().cost().circuits()).isEqualTo(6);
  }

  /** A state behind noise, by its density matrix: seven deviations. */
  @Test
  void noisy_states_are_estimated_without_bias() {
    Circuit circuit = Samples.of(5).noisyCircuit(Samples.Shape.of(3, 8).bound(), 0.5);
    List<PauliSum> strings =
        List.of(PauliSum.parse("XYI"), PauliSum.parse("ZIZ - IYI"), PauliSum.parse("YYY"));
    Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(1));

    List<Estimate> estimates =
        new PauliShadowEstimator(40_000).estimate(strings, copies.prepare(circuit), new Seed(2));

    for (int k = 0; k < strings.size(); k++) {
      double exact = DensityMatrix.of(circuit).expectation(strings.get(k));
      assertThat(estimates.get(k).value())
          .isCloseTo(exact, within(7 * estimates.get(k).standardError()));
    }
  }

  /** A door to hardware may hold more qubits than a simulator: here 50, all outcomes 0. */
  @Test
  void bases_are_drawn_for_more_qubits_than_a_simulator_holds() {
    var settings = new java.util.HashSet<PauliString>();
    PreparedState zeros =
        new PreparedState() {
          @Override
          public int qubits() {
            return 50;
          }

          @Override
          public Ledger ledger() {
            return Ledger.unlimited();
          }

          @Override
          public Counts measure(Circuit readout, long shots) {
            long y = 0;
            for (var operation : readout.operations()) {
              y |= operation.gate().label().equals("sdg") ? 1L << operation.qubits().get(0) : 0;
            }
            settings.add(new PauliString(50, 0, y));
            var counts = new Counts.Builder(50);
            counts.add(0, shots);
            return counts.build();
          }
        };

    new PauliShadowEstimator(1000)
        .estimate(List.of(PauliSum.of(PauliString.of("Z".repeat(50)))), zeros, new Seed(1));

    // Each qubit is Y in a third of the settings: 333 with the deviation 15.
    for (int q = 0; q < 50; q++) {
      int qubit = q;
      long ys = settings.stream().filter(s -> (s.z() >>> qubit & 1) == 1).count();
      assertThat(ys).as("qubit %d", q).isBetween(333L - 90, 333L + 90);
    }
  }

  @Test
  void an_interrupt_ends_the_drawing_of_bases() {
    Copies copies = new SimulatedCopies(Ledger.unlimited(), new Seed(1));
    PreparedState state = copies.prepare(Circuit.of(2));
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                new PauliShadowEstimator(1_000_000_000_000L)
                    .estimate(List.of(), state, new Seed(1)))
        .isInstanceOf(CancellationException.class);
    assertThat(copies.ledger().cost().copies()).isZero();
  }

  @Test
  void one_snapshot_is_refused() {
    assertThatThrownBy(() -> new PauliShadowEstimator(1))
        .hasMessage("1 snapshots; at least 2 are needed");
  }
}
