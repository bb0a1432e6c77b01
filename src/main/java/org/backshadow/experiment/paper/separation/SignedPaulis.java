package org.backshadow.experiment.paper.separation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.backshadow.experiment.paper.separation.CopySearch.Trial;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.shadow.bell.BellOutcomes;
import org.backshadow.shadow.bell.SignedStrings;

/**
 * All {@code 4^n} Pauli values of an unknown state, with signs, to an error epsilon: the gradient
 * of the paper's easy case, where its observables are Paulis of one state.
 *
 * <p>Learners: single copies in random Pauli bases ({@code classicalShadow}) and in unbiased bases,
 * whose statistics for Pauli strings are those of random Cliffords ({@code cliffordShadow}); pairs
 * of copies with signs by a mimicking state ({@code bellSampling}). Pairs alone give magnitudes,
 * judged as magnitudes: that curve is no rival of the others and is named so. At small n the pairs
 * with their signs need the most copies. States: random graph states with each qubit tilted by
 * {@code exp(-0.1 i N Y)}, N normal, and S gates at random so that strings with an odd number of Y
 * count. Source: King and others, arXiv:2404.19211; the paper, arXiv:2305.13362.
 *
 * <p>A plan; {@link #run} measures. Immutable.
 *
 * <pre>{@code
 * Paper.signedPaulis().qubits(1, 2).epsilon(0.5).trials(5).seed(7).run().methods()
 * // [classicalShadow, cliffordShadow (unbiased bases), bellSampling, magnitudes only, by pairs]
 * }</pre>
 */
public final class SignedPaulis {
  private static final double EPSILON = 0.5;
  private static final int MOST_QUBITS = 7;

  /** Who learns. */
  private enum Learners {
    ALL,
    SINGLE_COPIES,
    PAIRS
  }

  private final List<Integer> qubits;
  private final double epsilon;
  private final Learners learners;
  private final int trials;
  private final long seed;
  private final int threads;

  private SignedPaulis(
      List<Integer> qubits, double epsilon, Learners learners, int trials, long seed, int threads) {
    this.qubits = qubits;
    this.epsilon = epsilon;
    this.learners = learners;
    this.trials = trials;
    this.seed = seed;
    this.threads = threads;
  }

  /** The plan with the sizes, trials and seed that it has where none are given. */
  public static SignedPaulis standard() {
    return new SignedPaulis(
        List.of(2, 3, 4, 5, 6),
        EPSILON,
        Learners.ALL,
        12,
        1,
        Runtime.getRuntime().availableProcessors());
  }

  /** Only the two learners that measure copies one at a time. */
  public SignedPaulis singleCopies() {
    return new SignedPaulis(qubits, epsilon, Learners.SINGLE_COPIES, trials, seed, threads);
  }

  /** Only the two learners that measure pairs of copies: with signs, and magnitudes alone. */
  public SignedPaulis pairs() {
    return new SignedPaulis(qubits, epsilon, Learners.PAIRS, trials, seed, threads);
  }

  /** The numbers of qubits, 1 to 7; 2 to 6 if not set. */
  public SignedPaulis qubits(int... qubits) {
    return new SignedPaulis(
        Sizes.require(1, MOST_QUBITS, qubits), epsilon, learners, trials, seed, threads);
  }

  /** The largest error of all strings; 0.5 if not set. */
  public SignedPaulis epsilon(double epsilon) {
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + "; an error in an expectation value lies between 0 and 1");
    }
    return new SignedPaulis(qubits, epsilon, learners, trials, seed, threads);
  }

  /** States for each number of qubits; 12 if not set. */
  public SignedPaulis trials(int trials) {
    return new SignedPaulis(
        qubits, epsilon, learners, Sizes.requirePositive("trials", trials), seed, threads);
  }

  /** The same plan with another seed. */
  public SignedPaulis seed(long seed) {
    return new SignedPaulis(qubits, epsilon, learners, trials, seed, threads);
  }

  /** Worker threads; the results do not depend on them. */
  public SignedPaulis threads(int threads) {
    return new SignedPaulis(
        qubits, epsilon, learners, trials, seed, Sizes.requirePositive("threads", threads));
  }

  /** Runs with progress where a notebook listens; an interrupt keeps the finished points. */
  public CopiesNeeded run() {
    return new CopySearch(qubits, trials, seed, threads)
        .run(
            "copies for all 4^n Pauli values",
            "largest error %s in 2/3 of the trials".formatted(epsilon),
            learners());
  }

  private List<CopySearch.Learner> learners() {
    List<CopySearch.Learner> singles =
        List.of(
            new Singles("classicalShadow", epsilon, 6, 24, n -> new RandomPauliBases()),
            new Singles(
                "cliffordShadow (unbiased bases)", epsilon, 7, 24, n -> new UnbiasedBases(n)));
    List<CopySearch.Learner> pairs = List.of(new Pairs(epsilon), new Magnitudes(epsilon));
    return switch (learners) {
      case SINGLE_COPIES -> singles;
      case PAIRS -> pairs;
      case ALL -> Stream.concat(singles.stream(), pairs.stream()).toList();
    };
  }

  private static double largestError(double[] estimates, double[] exact) {
    double largest = 0;
    for (int index = 0; index < exact.length; index++) {
      largest = Math.max(largest, Math.abs(estimates[index] - exact[index]));
    }
    return largest;
  }

  private static PreparedState door(TiltedGraphState state, Seed run) {
    return new SimulatedCopies(Ledger.unlimited(), run.child("outcomes")).prepare(state.circuit());
  }

  /** Copies one at a time. */
  private record Singles(
      String name, double epsilon, int mostQubits, int start, IntFunction<SingleCopies> method)
      implements CopySearch.Learner {
    @Override
    public Trial run(int qubits, double effort, Seed instance, Seed run) {
      var state = TiltedGraphState.random(qubits, instance);
      PreparedState door = door(state, run);
      double[] estimates =
          method.apply(qubits).estimates(door, Math.round(effort), run.child("bases").random());
      return new Trial(
          largestError(estimates, state.paulis()) <= epsilon, door.ledger().cost().copies());
    }
  }

  /** Pairs and signs; an effort of 256 is what Hoeffding's bounds ask for. */
  private record Pairs(double epsilon) implements CopySearch.Learner {
    private static final double CAREFUL = 256;

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
      return 24;
    }

    @Override
    public Trial run(int qubits, double effort, Seed instance, Seed run) {
      var state = TiltedGraphState.random(qubits, instance);
      PreparedState door = door(state, run);
      SignedStrings found =
          SignedStrings.measure(door, epsilon, effort / CAREFUL, run.child("choices").random());
      double[] estimates = new double[1 << 2 * qubits];
      estimates[0] = 1;
      for (SignedStrings.Decision decision : found.decisions()) {
        int index = (int) (decision.string().z() << qubits | decision.string().x());
        estimates[index] = decision.value().value();
      }
      return new Trial(
          largestError(estimates, state.paulis()) <= epsilon, door.ledger().cost().copies());
    }
  }

  /** Pairs alone, whose magnitudes are compared with magnitudes. */
  private record Magnitudes(double epsilon) implements CopySearch.Learner {
    @Override
    public String name() {
      return "magnitudes only, by pairs";
    }

    @Override
    public int mostQubits() {
      return MOST_QUBITS;
    }

    @Override
    public int start() {
      return 16;
    }

    @Override
    public Trial run(int qubits, double effort, Seed instance, Seed run) {
      var state = TiltedGraphState.random(qubits, instance);
      PreparedState door = door(state, run);
      double[][] squares =
          BellOutcomes.measure(door, Math.max(1, Math.round(effort))).squares().matrix();
      double[] exact = state.paulis();
      double largest = 0;
      for (int index = 0; index < exact.length; index++) {
        double square = squares[index >>> qubits][index & ((1 << qubits) - 1)];
        double size = Math.sqrt(Math.min(1, Math.max(0, square)));
        largest = Math.max(largest, Math.abs(size - Math.abs(exact[index])));
      }
      return new Trial(largest <= epsilon, door.ledger().cost().copies());
    }
  }

  @Override
  public String toString() {
    return "plan: copies for all 4^n Pauli values to %s on %s qubits, %d trials, seed %d; .run() starts it"
        .formatted(epsilon, qubits, trials, seed);
  }
}
