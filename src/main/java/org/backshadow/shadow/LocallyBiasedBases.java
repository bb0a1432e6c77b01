package org.backshadow.shadow;

import java.util.Arrays;
import java.util.List;
import org.backshadow.measure.PreparedState;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * X, Y or Z on each qubit with probabilities that suit an observable: they minimize the diagonal
 * cost {@code sum c_P^2 prod_q 1/beta(q, P_q)} over its terms, which is what one snapshot's
 * variance is without the covariances.
 *
 * <p>The cost is convex in the logarithms of beta, and for one qubit at a time its minimum is
 * known, {@code beta ~ sqrt(cost of the letter)}; qubit after qubit is set until nothing moves.
 * <b>Source</b>: Hadfield, Bravyi, Raymond, Mezzacapo, arXiv:2006.15788.
 *
 * <pre>{@code
 * new LocallyBiasedBases(pauliSum("ZZ + 0.1*XX")).probabilities(0) // [0.1773, 0.0, 0.8227]
 * }</pre>
 */
public final class LocallyBiasedBases implements ShadowEnsemble {
  static final String NAME = "locally biased Pauli bases";
  private static final String LETTERS = "XYZ";
  private static final int MAX_SWEEPS = 1000;
  private static final double SETTLED = 1e-12;
  private final double[][] beta;

  /**
   * Optimizes the probabilities for an observable.
   *
   * @throws IllegalArgumentException if it has nothing to measure
   */
  public LocallyBiasedBases(PauliSum observable) {
    if (observable.terms().stream().allMatch(t -> t.string().isIdentity())) {
      throw new IllegalArgumentException(
          "locallyBiased: " + observable + " has no term to measure");
    }
    beta = optimize(observable);
  }

  /** Given probabilities, a row of X, Y, Z for each qubit, <i>read</i>. */
  LocallyBiasedBases(double[][] beta) {
    this.beta = Arrays.stream(beta).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[][] optimize(PauliSum observable) {
    int n = observable.qubits();
    double[][] beta = new double[n][3];
    for (double[] row : beta) {
      Arrays.fill(row, 1.0 / 3);
    }
    double moved = 1;
    for (int sweep = 0; sweep < MAX_SWEEPS && moved > SETTLED; sweep++) {
      Interrupts.check();
      moved = 0;
      for (int q = 0; q < n; q++) {
        double[] next = best(observable, beta, q);
        for (int letter = 0; letter < 3; letter++) {
          moved = Math.max(moved, Math.abs(next[letter] - beta[q][letter]));
        }
        beta[q] = next;
      }
    }
    return beta;
  }

  /** The best probabilities of one qubit while the others stay. */
  private static double[] best(PauliSum observable, double[][] beta, int qubit) {
    double[] cost = new double[3];
    for (PauliSum.Term term : observable.terms()) {
      int letter = LETTERS.indexOf(term.string().letter(qubit));
      if (letter >= 0) {
        double others = 1;
        for (int q = 0; q < beta.length; q++) {
          int other = LETTERS.indexOf(term.string().letter(q));
          others *= q == qubit || other < 0 ? 1 : beta[q][other];
        }
        cost[letter] += term.coefficient() * term.coefficient() / others;
      }
    }
    double total = 0;
    for (double c : cost) {
      total += Math.sqrt(c);
    }
    double[] next = new double[3];
    for (int letter = 0; letter < 3; letter++) {
      next[letter] = total > 0 ? Math.sqrt(cost[letter]) / total : 1.0 / 3;
    }
    return next;
  }

  /** The probabilities of X, Y and Z on a qubit; a copy. */
  public double[] probabilities(int qubit) {
    return beta[qubit].clone();
  }

  List<List<Double>> rows() {
    return Arrays.stream(beta).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Snapshots measure(PreparedState state, long first, int count, Seed seed) {
    int n = beta.length;
    long[] x = new long[count];
    long[] z = new long[count];
    for (int t = 0; t < count; t++) {
      if ((t & 1023) == 0) {
        Interrupts.check();
      }
      RandomStream random = seed.child(first + t).random();
      for (int q = 0; q < n; q++) {
        double chance = random.nextDouble();
        boolean isX = chance < beta[q][0];
        boolean isY = !isX && (chance < beta[q][0] + beta[q][1] || beta[q][2] == 0);
        // Rounding may leave a sliver above 1: it goes to a letter that can occur.
        isX |= isY && beta[q][1] == 0;
        x[t] = x[t] << 1 | (isX || isY ? 1 : 0);
        z[t] = z[t] << 1 | (isX ? 0 : 1);
      }
    }
    PauliBases bases = PauliBases.of(n, x, z);
    return new ProductSnapshots(bases, state.snapshots(bases));
  }

  @Override
  public double probability(PauliString string) {
    double probability = 1;
    for (int q = 0; q < beta.length; q++) {
      int letter = LETTERS.indexOf(string.letter(q));
      probability *= letter < 0 ? 1 : beta[q][letter];
    }
    return probability;
  }

  @Override
  public double probability(PauliString a, PauliString b) {
    return a.qubitWiseCommutesWith(b)
        ? probability(new PauliString(a.qubits(), a.x() | b.x(), a.z() | b.z()))
        : 0;
  }

  @Override
  public void requireApplicable(int qubits) {
    if (qubits != beta.length) {
      throw new IllegalArgumentException(
          "locallyBiased: the observable has %d qubits but the circuit has %d"
              .formatted(beta.length, qubits));
    }
  }
}
