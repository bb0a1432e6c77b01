package org.backshadow.shadow;

import org.backshadow.measure.PreparedState;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * X, Y or Z on each qubit, alike: a string of weight k is read with probability {@code 3^-k}, and
 * one snapshot has the variance {@code 3^k - <P>^2}.
 *
 * <p><b>Cost</b>: a copy a snapshot, up to two gates a qubit. <b>Source</b>: Huang, Kueng,
 * Preskill, arXiv:2002.08953.
 *
 * <pre>{@code
 * new RandomPauliBases().probability(PauliString.of("XIZ")) // 0.1111
 * }</pre>
 */
public final class RandomPauliBases implements ShadowEnsemble {
  @Override
  public String name() {
    return "random Pauli bases";
  }

  @Override
  public Snapshots measure(PreparedState state, long first, int count, Seed seed) {
    PauliBases bases = draw(state.qubits(), first, count, seed);
    return new ProductSnapshots(bases, state.snapshots(bases));
  }

  static PauliBases draw(int qubits, long first, int count, Seed seed) {
    long[] x = new long[count];
    long[] z = new long[count];
    for (int t = 0; t < count; t++) {
      if ((t & 1023) == 0) {
        Interrupts.check();
      }
      RandomStream random = seed.child(first + t).random();
      for (int q = 0; q < qubits; q++) {
        int letter = random.nextInt(3);
        x[t] = x[t] << 1 | (letter < 2 ? 1 : 0);
        z[t] = z[t] << 1 | (letter > 0 ? 1 : 0);
      }
    }
    return PauliBases.of(qubits, x, z);
  }

  @Override
  public double probability(PauliString string) {
    return 1 / weight(string);
  }

  /** {@code 3^weight}: what a sign counts where the string is read. */
  double weight(PauliString string) {
    return StrictMath.pow(3, string.weight());
  }

  @Override
  public double probability(PauliString a, PauliString b) {
    long together = a.x() | a.z() | b.x() | b.z();
    return a.qubitWiseCommutesWith(b) ? 1 / StrictMath.pow(3, Long.bitCount(together)) : 0;
  }

  @Override
  public void requireApplicable(int qubits) {
    // Every state of at most 62 qubits, which is what a circuit can have.
  }
}
