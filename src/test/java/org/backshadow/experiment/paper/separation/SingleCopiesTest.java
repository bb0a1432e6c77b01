package org.backshadow.experiment.paper.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntFunction;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.Test;

class SingleCopiesTest {
  /** Complex amplitudes; odd numbers of Y have values. */
  private static Circuit circuit(int qubits) {
    Circuit circuit = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.ry(q, 0.7 + q).rz(q, 0.5 + 0.3 * q);
    }
    for (int q = 1; q < qubits; q++) {
      circuit = circuit.cx(q - 1, q).rx(q, 0.4);
    }
    return circuit;
  }

  private static PreparedState door(Circuit circuit, long seed) {
    return new SimulatedCopies(Ledger.unlimited(), new Seed(seed)).prepare(circuit);
  }

  private static double exact(int n, int index) {
    var string = new PauliString(n, index & ((1 << n) - 1), index >>> n);
    return NaiveMatrix.of(string).expectation(NaiveMatrix.state(circuit(n)));
  }

  /** Each string is within six standard errors of one snapshot's known variance. */
  private static void unbiased(IntFunction<SingleCopies> method, boolean pauli) {
    int copies = 200_000;
    for (int n = 1; n <= 4; n++) {
      double[] estimates =
          method.apply(n).estimates(door(circuit(n), n), copies, new Seed(n).random());
      for (int index = 0; index < estimates.length; index++) {
        double value = exact(n, index);
        int weight = Integer.bitCount((index >>> n | index) & ((1 << n) - 1));
        double norm = index == 0 ? 1 : pauli ? Math.pow(3, weight) : (1 << n) + 1;
        double error = Math.sqrt(Math.max(0, norm - value * value) / copies);
        assertThat(estimates[index])
            .as("string %d of %d qubits", index, n)
            .isCloseTo(value, within(6 * error + 1e-12));
      }
    }
  }

  @Test
  void random_pauli_bases_estimate_every_string_without_bias() {
    unbiased(n -> new RandomPauliBases(), true);
  }

  @Test
  void unbiased_bases_estimate_every_string_without_bias_and_with_its_sign() {
    unbiased(UnbiasedBases::new, false);
  }

  /**
   * {@code 2^n + 1 - <P>^2} for single snapshots, the variance of random Cliffords. The sample
   * variance of 20,000 values of kurtosis about 2^n has a deviation of about 2 %; five of them.
   */
  @Test
  void one_snapshot_in_unbiased_bases_has_the_variance_of_a_random_clifford() {
    int n = 3;
    int index = 0b101 << n | 0b110;
    var bases = new UnbiasedBases(n);
    PreparedState state = door(circuit(n), 1);
    var random = new Seed(2).random();
    var moments = new Moments();
    for (int t = 0; t < 20_000; t++) {
      moments.add(bases.estimates(state, 1, random)[index], 1);
    }

    double value = exact(n, index);
    assertThat(moments.variance()).isCloseTo(9 - value * value, within(0.9));
  }

  @Test
  void every_string_is_read_by_exactly_one_basis() {
    for (int n = 1; n <= UnbiasedBases.MAX_QUBITS; n++) {
      int[] readBy = new int[1 << 2 * n];
      var bases = new UnbiasedBases(n);
      for (int a = 0; a <= 1 << n; a++) {
        for (int member = 1; member < 1 << n; member++) {
          readBy[bases.index(a, member)]++;
        }
      }
      for (int index = 1; index < readBy.length; index++) {
        assertThat(readBy[index]).as("string %d of %d qubits", index, n).isEqualTo(1);
      }
      assertThat(readBy[0]).isZero();
    }
  }

  @Test
  void every_copy_is_charged() {
    PreparedState state = door(circuit(3), 1);

    new UnbiasedBases(3).estimates(state, 1000, new Seed(1).random());
    new RandomPauliBases().estimates(state, 500, new Seed(1).random());

    assertThat(state.ledger().cost().copies()).isEqualTo(1500);
  }

  @Test
  void more_qubits_than_the_table_of_polynomials_has_are_refused() {
    assertThatThrownBy(() -> new UnbiasedBases(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unbiased bases are held for 1 to 8 qubits, not 9");
  }
}
