package org.backshadow.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.PreparedState;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

/** What a notebook's author can do with the public part of this package alone. */
class OwnEnsembleTest {
  /** The same letter on all qubits. */
  record SameLetter() implements ShadowEnsemble {
    @Override
    public String name() {
      return "the same letter on all qubits";
    }

    @Override
    public Snapshots measure(PreparedState state, long first, int count, Seed seed) {
      long all = (1L << state.qubits()) - 1;
      long[] x = new long[count];
      long[] z = new long[count];
      for (int t = 0; t < count; t++) {
        int letter = seed.child(first + t).random().nextInt(3);
        x[t] = letter < 2 ? all : 0;
        z[t] = letter > 0 ? all : 0;
      }
      PauliBases bases = PauliBases.of(state.qubits(), x, z);
      return Snapshots.inBases(bases, state.snapshots(bases));
    }

    @Override
    public double probability(PauliString string) {
      return string.isIdentity() ? 1 : read(string.x(), string.z()) ? 1.0 / 3 : 0;
    }

    @Override
    public double probability(PauliString a, PauliString b) {
      return a.isIdentity() && b.isIdentity()
          ? 1
          : a.qubitWiseCommutesWith(b) && read(a.x() | b.x(), a.z() | b.z()) ? 1.0 / 3 : 0;
    }

    private static boolean read(long x, long z) {
      return x == 0 || z == 0 || x == z;
    }

    @Override
    public void requireApplicable(int qubits) {}
  }

  /** {@code <XX> = <ZZ> = 1}, {@code <YY> = -1}, each read in a third of 3,000 snapshots. */
  @Test
  void an_ensemble_of_ones_own_estimates_without_bias() {
    var shadow =
        ClassicalShadow.of(Circuit.of(2).h(0).cx(0, 1))
            .ensemble(new SameLetter())
            .snapshots(3000)
            .seed(1);

    for (String string : new String[] {"XX", "YY", "ZZ", "IZ"}) {
      double truth = string.equals("YY") ? -1 : string.equals("IZ") ? 0 : 1;
      // five standard errors of a sign that is read with probability 1/3
      assertThat(Math.abs(shadow.estimate(string).value() - truth))
          .as(string)
          .isLessThan(5 * Math.sqrt(3.0 / 3000));
    }
  }

  @Test
  void each_basis_has_an_outcome() {
    var bases = PauliBases.of(1, new long[] {0, 1}, new long[] {1, 0});

    assertThatThrownBy(() -> Snapshots.inBases(bases, new long[] {0}))
        .hasMessage("2 bases but 1 outcomes; each snapshot has one of both");
  }
}
