package org.backshadow.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.Statistics;
import org.junit.jupiter.api.Test;

class PauliMixtureTest {
  private static final long SHOTS = 100_000;

  private static PauliMixture source(String string, double strength, long seed) {
    return new PauliMixture(PauliString.of(string), strength, Ledger.unlimited(), new Seed(seed));
  }

  private static NaiveMatrix density(String string, double strength) {
    int n = string.length();
    NaiveMatrix p = NaiveMatrix.of(PauliString.of(string));
    return NaiveMatrix.identity(1 << n).plus(p.times(strength)).times(1.0 / (1 << n));
  }

  /** A tail of 1e-6 to either side, by chance once in 500,000 for each of the comparisons. */
  private static void agrees(Counts counts, NaiveMatrix readout, NaiveMatrix rho) {
    NaiveMatrix after = readout.times(rho).times(readout.adjoint());
    double[] expected = new double[after.rows()];
    long[] observed = new long[after.rows()];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = counts.shots() * Math.max(0, after.re(k, k));
    }
    for (int k = 0; k < counts.size(); k++) {
      observed[(int) counts.outcome(k)] = counts.count(k);
    }
    assertThat(counts.shots()).isEqualTo(SHOTS);
    assertThat(Statistics.chiSquareTail(expected, observed)).isGreaterThan(1e-6);
  }

  @Test
  void single_copies_have_the_outcomes_of_the_density_matrix_after_any_circuit() {
    for (String string : new String[] {"Y", "XY", "ZZ", "YIX"}) {
      Samples.each(
          4,
          3,
          samples -> {
            Circuit readout =
                samples.circuit(Samples.Shape.of(string.length(), 6).bound().controls(1));

            Counts counts = source(string, -0.7, samples.below(1000)).measure(readout, SHOTS);

            agrees(counts, NaiveMatrix.of(readout), density(string, -0.7));
          });
    }
  }

  @Test
  void pairs_have_the_outcomes_of_the_readout_on_both_density_matrices() {
    for (String string : new String[] {"Y", "XY", "ZZ", "IY"}) {
      int n = string.length();
      NaiveMatrix rho = density(string, 0.8);
      Circuit known = Samples.of(n).circuit(Samples.Shape.of(n, 6).bound());
      NaiveMatrix phi = NaiveMatrix.state(known);
      NaiveMatrix readout = NaiveMatrix.of(Readout.bell(n));

      agrees(source(string, 0.8, 1).measureBell(SHOTS), readout, rho.kronecker(rho));
      agrees(
          source(string, 0.8, 2).measureBell(known, SHOTS),
          readout,
          rho.kronecker(phi.times(phi.adjoint())));
    }
  }

  @Test
  void copies_are_charged_and_their_preparation_is_not() {
    PauliMixture source = source("XYZ", 0.9, 1);

    source.measure(Circuit.of(3).h(0).cx(0, 1), 100);
    assertThat(source.ledger().cost()).isEqualTo(Cost.quantum(100, 1, 200, 2, 3));
    source.measureBell(10);
    assertThat(source.ledger().cost()).isEqualTo(Cost.quantum(120, 2, 260, 2, 6));
    source.measureBell(Circuit.of(3).h(0), 10);
    assertThat(source.ledger().cost()).isEqualTo(Cost.quantum(130, 3, 330, 3, 6));
  }

  @Test
  void what_is_no_state_is_refused() {
    assertThatThrownBy(() -> source("II", 0.5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "(I + 0.5 II) / 2^2 is no source: the strength lies in -1..1, the string is not the"
                + " identity and has at most 31 qubits");
    assertThatThrownBy(() -> source("X".repeat(32), 0.5, 0))
        .hasMessageEndingWith("has at most 31 qubits");
    assertThat(source("X".repeat(31), 1, 0).qubits()).isEqualTo(31);
    assertThat(source("X", -1, 0).measure(Readout.of(PauliString.of("X")), 20).count("1"))
        .as("a pure source")
        .isEqualTo(20);
    assertThatThrownBy(() -> source("X", Double.NaN, 0)).hasMessageContaining("(I + NaN X)");
    assertThatThrownBy(() -> source("X", 0.5, 0).measure(Circuit.of(1), 0))
        .hasMessage("0 shots; at least 1 is needed");
    assertThatThrownBy(() -> source("X", 0.5, 0).measureBell(0))
        .hasMessage("0 pairs; at least 1 is needed");
    assertThatThrownBy(() -> source("X", 0.5, 0).measureBell(Circuit.of(2), 5))
        .hasMessage("a Bell measurement pairs equal qubits; the circuits have 1 and 2");
  }
}
