package org.backshadow.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

/** Pairs of copies, measured in the Bell basis through the simulated door. */
class BellMeasurementTest {
  private static final int PAIRS = 20_000;

  private final Ledger ledger = Ledger.unlimited();
  private final SimulatedCopies door = new SimulatedCopies(ledger, new Seed(8));

  /** By chance once in 10,000 for each of the comparisons. */
  @Test
  void outcomes_are_those_of_the_readout_on_both_density_matrices() {
    Samples.each(
        12,
        1,
        samples -> {
          int n = samples.between(1, 2);
          var shape = Samples.Shape.of(n, 8).bound();
          Circuit circuit =
              samples.chance(0.5) ? samples.circuit(shape) : samples.noisyCircuit(shape, 0.5);
          Circuit known =
              samples.chance(0.5) ? samples.circuit(shape) : samples.noisyCircuit(shape, 0.5);
          NaiveMatrix rho = NaiveMatrix.density(circuit);
          PreparedState state = door.prepare(circuit);

          agrees(state.measureBell(PAIRS), rho.kronecker(rho));
          agrees(state.measureBell(known, PAIRS), rho.kronecker(NaiveMatrix.density(known)));
        });
  }

  private static void agrees(Counts counts, NaiveMatrix both) {
    NaiveMatrix readout = NaiveMatrix.of(Readout.bell(counts.bits() / 2));
    NaiveMatrix after = readout.times(both).times(readout.adjoint());
    double[] expected = new double[after.rows()];
    long[] observed = new long[after.rows()];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = PAIRS * Math.max(0, after.re(k, k));
    }
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
    }
    assertThat(counts.shots()).isEqualTo(PAIRS);
    assertThat(Statistics.chiSquareTail(expected, observed)).isGreaterThan(1e-4);
  }

  /** {@code E[sign] = <P> <P>} of the two states: six standard errors. */
  @Test
  void the_sign_of_a_string_averages_to_the_product_of_its_two_values() {
    Circuit circuit = Circuit.of(2).ry(0, 0.7).cx(0, 1).rz(1, 0.3);
    Circuit known = Circuit.of(2).ry(1, 1.1).rx(0, 0.6);
    Counts counts = door.prepare(circuit).measureBell(known, PAIRS);
    for (String letters : new String[] {"ZI", "IZ", "XY", "YY", "XX", "ZZ", "IY"}) {
      PauliString string = PauliString.of(letters);
      double sum = 0;
      for (int k = 0; k < counts.size(); k++) {
        sum += counts.count(k) * Readout.bellSign(string, counts.outcome(k));
      }
      NaiveMatrix p = NaiveMatrix.of(string);
      double exact =
          p.expectation(NaiveMatrix.state(circuit)) * p.expectation(NaiveMatrix.state(known));
      assertThat(sum / PAIRS).as(letters).isCloseTo(exact, within(6 / Math.sqrt(PAIRS)));
    }
  }

  /** Above density matrices, each pair is two trajectories; here they end in basis states. */
  @Test
  void noise_on_many_qubits_is_followed_pair_by_pair() {
    Circuit damped = Circuit.of(11).x(0).x(3).amplitudeDamping(0, 1);
    Circuit known = Circuit.of(11).x(5);

    Counts pairs = door.prepare(damped).measureBell(3);
    Counts beside = door.prepare(damped).measureBell(known, 3);

    assertThat(pairs.shots()).isEqualTo(3);
    assertThat(pairs.bits()).isEqualTo(22);
    for (int q = 0; q < 11; q++) {
      var z = PauliString.of("I".repeat(q) + "Z" + "I".repeat(10 - q));
      assertThat(Readout.bellSign(z, pairs.outcome(0))).as("qubit %d", q).isEqualTo(1);
      assertThat(Readout.bellSign(z, beside.outcome(0)))
          .as("qubit %d beside", q)
          .isEqualTo(q == 3 || q == 5 ? -1 : 1);
    }
  }

  @Test
  void two_copies_a_pair_or_one_beside_a_known_state() {
    PreparedState state = door.prepare(Circuit.of(2).h(0).cx(0, 1));

    state.measureBell(10);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(20, 1, 80, 4, 4));
    state.measureBell(Circuit.of(2).x(0), 10);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(30, 2, 150, 4, 4));
  }

  @Test
  void a_known_circuit_without_values_is_refused_before_anything_is_charged() {
    PreparedState state = door.prepare(Circuit.of(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.measureBell(Circuit.of(1).rx(0, Angle.parameter("a")), 5))
        .withMessage("parameters without values: a; bind the circuit first");
    assertThat(ledger.cost()).isEqualTo(Cost.NONE);
  }
}
