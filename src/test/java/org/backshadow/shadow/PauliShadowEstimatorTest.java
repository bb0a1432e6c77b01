package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.Estimate;
import org.backshadow.measure.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.SimulatedCopies;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.ExactDoor;
import org.backshadow.testing.Reference;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PauliShadowEstimatorTest {
  /** In place of chance: all bases, one after the other, as digits to base 3. */
  private static final class AllBases implements RandomGenerator {
    private final int qubits;
    private int drawn;

    AllBases(int qubits) {
      this.qubits = qubits;
    }

    @Override
    public int nextInt(int bound) {
      assertThat(bound).isEqualTo(3);
      int digits = drawn / qubits / (int) Math.pow(3, drawn % qubits);
      drawn++;
      return digits % 3;
    }

    @Override
    public long nextLong() {
      throw new AssertionError("only bases are drawn");
    }
  }

  /** Every basis with the same weight and every outcome with its exact probability. */
  private static Moments enumerated(Circuit circuit, PauliSum observable) {
    int n = circuit.qubits();
    return PauliSnapshots.collect(
            new ExactDoor().prepare(circuit), (long) Math.pow(3, n), new AllBases(n))
        .moments(observable);
  }

  @Test
  void over_all_bases_and_outcomes_the_mean_is_the_expectation_value() {
    Samples.each(
        150,
        1,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 10).bound());
          PauliSum observable = samples.pauliSum(n, 5);

          double mean = enumerated(circuit, observable).mean();

          assertThat(mean).isCloseTo(Simulator.run(circuit).expectation(observable), within(1e-12));
        });
  }

  @Test
  void over_all_bases_and_outcomes_the_mean_is_that_of_a_noisy_state() {
    Samples.each(
        100,
        1,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit = samples.noisyCircuit(Samples.Shape.of(n, 8).bound(), 0.5);
          PauliSum observable = samples.pauliSum(n, 5);

          double mean = enumerated(circuit, observable).mean();

          assertThat(mean)
              .isCloseTo(DensityMatrix.of(circuit).expectation(observable), within(1e-12));
        });
  }

  @Test
  void over_all_bases_and_outcomes_the_variance_of_a_string_is_3_to_its_weight_less_its_square() {
    Samples.each(
        150,
        1,
        samples -> {
          int n = samples.between(1, 3);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 10).bound());
          PauliString string = samples.pauliString(n);

          Moments moments = enumerated(circuit, PauliSum.of(string));

          double value = Simulator.run(circuit).expectation(PauliSum.of(string));
          assertThat(moments.variance())
              .isCloseTo(Math.pow(3, string.weight()) - value * value, within(1e-11));
        });
  }

  static List<Reference> cases() {
    return Reference.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void single_snapshots_have_the_references_variance_exactly(Reference reference) {
    assumeTrue(reference.qubits() <= 5);
    Circuit circuit = reference.circuit().bind(reference.theta());
    double[] expected = reference.shadowVariances();
    List<PauliSum.Term> terms = reference.observable().terms();

    for (int k = 0; k < expected.length; k++) {
      var string = PauliSum.of(terms.get(k).string());
      assertThat(enumerated(circuit, string).variance())
          .as(string.toString())
          .isCloseTo(expected[k], within(1e-9));
    }
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

    PauliSnapshots.collect(zeros, 1000, new Seed(1).random());

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
            () -> PauliSnapshots.collect(state, 1_000_000_000_000L, new Seed(1).random()))
        .isInstanceOf(CancellationException.class);
    assertThat(copies.ledger().cost().copies()).isZero();
  }

  @Test
  void one_snapshot_is_refused() {
    assertThatThrownBy(() -> new PauliShadowEstimator(1))
        .hasMessage("1 snapshots; at least 2 are needed");
  }
}
