package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

class BellDistributionTest {
  /** A state with complex amplitudes, so that strings with an odd number of Y have values. */
  private static NaiveMatrix complex(Samples samples, int qubits) {
    return samples.state(qubits);
  }

  private static StateVector vector(NaiveMatrix column) {
    double[] re = new double[column.rows()];
    double[] im = new double[column.rows()];
    for (int i = 0; i < re.length; i++) {
      re[i] = column.re(i, 0);
      im[i] = column.im(i, 0);
    }
    return Simulator.run(Ansatz.statePreparation(re, im));
  }

  /** The pair is written out and the readout's gates are multiplied as matrices. */
  @Test
  void outcomes_are_those_of_the_readout_circuit_on_the_whole_pair() {
    for (int n = 1; n <= 3; n++) {
      int qubits = n;
      NaiveMatrix readout = NaiveMatrix.of(Readout.bell(n));
      Samples.each(
          n < 3 ? 20 : 5,
          1,
          samples -> {
            NaiveMatrix first = complex(samples, qubits);
            NaiveMatrix second = samples.chance(0.5) ? first : complex(samples, qubits);

            NaiveMatrix pair = readout.times(first.kronecker(second));
            double[] p = BellDistribution.of(vector(first), vector(second)).probabilities();

            for (int k = 0; k < p.length; k++) {
              double expected = pair.re(k, 0) * pair.re(k, 0) + pair.im(k, 0) * pair.im(k, 0);
              assertThat(p[k]).isCloseTo(expected, within(1e-12));
            }
          });
    }
  }

  /** Over all outcomes, exactly: so the estimate is unbiased, odd numbers of Y included. */
  @Test
  void the_mean_eigenvalue_of_every_string_is_the_product_of_its_two_values() {
    for (int n = 1; n <= 3; n++) {
      int qubits = n;
      Samples.each(
          5,
          7,
          samples -> {
            NaiveMatrix first = complex(samples, qubits);
            NaiveMatrix second = complex(samples, qubits);
            double[] pair = BellDistribution.of(vector(first), vector(second)).probabilities();
            double[] copies = BellDistribution.of(vector(first), vector(first)).probabilities();
            for (int index = 0; index < 1 << 2 * qubits; index++) {
              var p = new PauliString(qubits, index & ((1 << qubits) - 1), index >>> qubits);
              double one = NaiveMatrix.of(p).expectation(first);
              double other = NaiveMatrix.of(p).expectation(second);

              assertThat(mean(p, pair)).as("%s", p).isCloseTo(one * other, within(1e-12));
              assertThat(mean(p, copies)).as("%s", p).isCloseTo(one * one, within(1e-12));
            }
          });
    }
  }

  private static double mean(PauliString p, double[] probabilities) {
    double mean = 0;
    for (int outcome = 0; outcome < probabilities.length; outcome++) {
      mean += probabilities[outcome] * Readout.bellSign(p, outcome);
    }
    return mean;
  }

  /** The chi-square tail is below 1e-6 by chance once in a million. */
  @Test
  void draws_have_the_exact_distribution() {
    StateVector first = vector(complex(Samples.of(3), 3));
    StateVector second = vector(complex(Samples.of(4), 3));
    var distribution = BellDistribution.of(first, second);
    double[] expected = distribution.probabilities();

    Counts counts = distribution.draw(200_000, new Seed(5).random());

    long[] observed = new long[expected.length];
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
    }
    for (int k = 0; k < expected.length; k++) {
      expected[k] *= 200_000;
    }
    assertThat(counts.shots()).isEqualTo(200_000);
    assertThat(counts.bits()).isEqualTo(6);
    assertThat(Statistics.chiSquareTail(expected, observed)).isBetween(1e-6, 1 - 1e-6);
  }

  @Test
  void a_pair_of_many_qubits_is_never_written_out() {
    Circuit ghz = Circuit.of(16).h(0);
    for (int q = 1; q < 16; q++) {
      ghz = ghz.cx(q - 1, q);
    }
    StateVector state = Simulator.run(ghz);

    Counts counts = BellDistribution.of(state, state).draw(1000, new Seed(1).random());

    // Its stabilizers: XX..X and ZZI..I have the square 1 in every outcome.
    for (int k = 0; k < counts.size(); k++) {
      assertThat(Readout.bellSign(PauliString.of("X".repeat(16)), counts.outcome(k))).isEqualTo(1);
      assertThat(Readout.bellSign(PauliString.of("ZZ" + "I".repeat(14)), counts.outcome(k)))
          .isEqualTo(1);
    }
    assertThat(counts.shots()).isEqualTo(1000);
  }

  @Test
  void states_of_different_size_are_no_pair() {
    StateVector one = Simulator.run(Circuit.of(1));
    StateVector two = Simulator.run(Circuit.of(2));

    assertThatThrownBy(() -> BellDistribution.of(one, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a Bell measurement pairs equal qubits; the states have 1 and 2");
  }
}
