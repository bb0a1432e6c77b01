package org.backshadow.experiment.paper.separation;

import java.util.List;
import org.backshadow.experiment.paper.separation.CopySearch.Trial;
import org.backshadow.measure.simulated.PauliMixture;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.shadow.bell.BellOutcomes;

/**
 * The hidden Pauli: which string P is in {@code rho = (I + 0.9 s P) / 2^n}, with an unknown sign s?
 * Single copies need {@code Omega(2^n)} of them, pairs a number that grows like n.
 *
 * <p>Learners: Bell measurements of pairs ({@code bellSampling}), and single copies in unbiased
 * bases, whose statistics for Pauli strings are those of random Cliffords ({@code cliffordShadow}).
 * Each names the string with the largest estimate. It is the paper's hard case for gradients: a
 * component can be twice such a value. Source: Chen, Cotler, Huang, Li, arXiv:2111.05881; the
 * paper, arXiv:2305.13362.
 *
 * <p>A plan; {@link #run} measures. Immutable.
 *
 * <pre>{@code
 * Paper.hiddenPauli().qubits(2, 3).trials(10).seed(7).run().copies("bellSampling")
 * // [12.0, 26.0]
 * }</pre>
 */
public final class HiddenPauli {
  private static final double STRENGTH = 0.9;
  private static final int MOST_QUBITS = 10;

  /** Beyond this single copies take minutes. */
  private static final int MOST_SINGLE = 7;

  private final List<Integer> qubits;
  private final int trials;
  private final long seed;
  private final int threads;

  private HiddenPauli(List<Integer> qubits, int trials, long seed, int threads) {
    this.qubits = qubits;
    this.trials = trials;
    this.seed = seed;
    this.threads = threads;
  }

  /** With 2 to 10 qubits and 48 trials a point. */
  public static HiddenPauli standard() {
    return new HiddenPauli(
        List.of(2, 3, 4, 5, 6, 7, 8, 9, 10), 48, 1, Runtime.getRuntime().availableProcessors());
  }

  /** The numbers of qubits, 2 to 10; single copies up to 7. */
  public HiddenPauli qubits(int... qubits) {
    return new HiddenPauli(Sizes.require(2, MOST_QUBITS, qubits), trials, seed, threads);
  }

  /** Hidden strings for each number of qubits; 48 if not set. */
  public HiddenPauli trials(int trials) {
    return new HiddenPauli(qubits, Sizes.requirePositive("trials", trials), seed, threads);
  }

  /** The same plan with another seed. */
  public HiddenPauli seed(long seed) {
    return new HiddenPauli(qubits, trials, seed, threads);
  }

  /** Worker threads; the results do not depend on them. */
  public HiddenPauli threads(int threads) {
    return new HiddenPauli(qubits, trials, seed, Sizes.requirePositive("threads", threads));
  }

  /** Runs with progress where a notebook listens; an interrupt keeps the finished points. */
  public CopiesNeeded run() {
    return new CopySearch(qubits, trials, seed, threads)
        .run(
            "copies to find a hidden Pauli string",
            "(I + 0.9 s P) / 2^n, P found in 2/3 of the trials",
            List.of(new Pairs(), new Singles()));
  }

  private static PauliMixture source(int qubits, Seed instance, Seed run) {
    PauliString hidden = hidden(qubits, instance);
    double strength = instance.child("sign").random().nextBoolean() ? STRENGTH : -STRENGTH;
    return new PauliMixture(hidden, strength, Ledger.unlimited(), run.child("outcomes"));
  }

  private static PauliString hidden(int qubits, Seed instance) {
    RandomStream random = instance.random();
    int index = 1 + random.nextInt((1 << 2 * qubits) - 1);
    return new PauliString(qubits, index & ((1 << qubits) - 1), index >>> qubits);
  }

  private record Pairs() implements CopySearch.Learner {
    @Override
    public String name() {
      return "bellSampling";
    }

    @Override
    public int mostQubits() {
      return MOST_QUBITS;
    }

    @Override
    public int start() {
      return 10;
    }

    @Override
    public Trial run(int qubits, double effort, Seed instance, Seed run) {
      PauliMixture source = source(qubits, instance, run);
      long pairs = Math.max(1, Math.round(effort));
      PauliString found = BellOutcomes.measure(source, pairs).squares().largest();
      return new Trial(found.equals(hidden(qubits, instance)), source.ledger().cost().copies());
    }
  }

  private record Singles() implements CopySearch.Learner {
    @Override
    public String name() {
      return "cliffordShadow (unbiased bases)";
    }

    @Override
    public int mostQubits() {
      return MOST_SINGLE;
    }

    @Override
    public int start() {
      return 18;
    }

    @Override
    public Trial run(int qubits, double effort, Seed instance, Seed run) {
      PauliMixture source = source(qubits, instance, run);
      double[] estimates =
          new UnbiasedBases(qubits)
              .estimates(source, Math.round(effort), run.child("bases").random());
      int best = 1;
      for (int index = 2; index < estimates.length; index++) {
        best = Math.abs(estimates[index]) > Math.abs(estimates[best]) ? index : best;
      }
      PauliString hidden = hidden(qubits, instance);
      boolean success = best == (hidden.z() << qubits | hidden.x());
      return new Trial(success, source.ledger().cost().copies());
    }
  }

  @Override
  public String toString() {
    return "plan: copies to find a hidden Pauli string on %s qubits, %d trials, seed %d; .run() starts it"
        .formatted(qubits, trials, seed);
  }
}
