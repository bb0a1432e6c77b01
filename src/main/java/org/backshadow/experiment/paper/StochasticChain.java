package org.backshadow.experiment.paper;

import java.util.Locale;
import java.util.stream.DoubleStream;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;

/**
 * The control: a chain of stochastic matrices with a parameter each, the classical counterpart of a
 * circuit, whose whole gradient comes from one set of samples.
 *
 * <p>{@code F(theta) = E[f(x_M)]} for {@code x_t} drawn from {@code T(x_t | x_(t-1); theta_t)}. Its
 * derivative is again an expectation value over the same trajectories, {@code dF/dtheta_t =
 * E[f(x_M) d log T(x_t | x_(t-1); theta_t) / dtheta_t]}: each trajectory feeds all M of them, since
 * reading {@code x_t} does not disturb it. Classical probability has backpropagation scaling; what
 * quantum circuits lack is samples that survive being looked at, not the sampling.
 *
 * <p><b>Cost</b>: N trajectories of M steps, {@code O(log M / epsilon^2)} of them by the union
 * bound. <b>Where it does not help</b>: the score's variance grows where a step's probabilities
 * come close to 0, and F itself fades over long chains that mix.
 *
 * <p><b>Source</b>: the statement in arXiv:2305.13362, the formula is the score function's
 * (Williams, Mach. Learn. 8, 1992). Immutable.
 *
 * <pre>{@code
 * StochasticChain chain = bitFlips(0.3, 0.6);
 * chain.value() // 0.1208
 * chain.gradient() // [-0.1188, -0.1921]
 * chain.trajectories(10_000).seed(1).interval(0, 0.95) // [-0.1334, -0.1162]
 * }</pre>
 */
public final class StochasticChain {
  /** A family of stochastic matrices over the states 0, 1, ... with one parameter. */
  public interface Transition {
    /** How many states there are. */
    int states();

    /** The probability of a step, positive for every theta where its derivative is not 0. */
    double probability(int from, int to, double theta);

    /** Its derivative by theta. */
    double derivative(int from, int to, double theta);
  }

  private static final double ROUNDING = 1e-9;

  private final int start;
  private final double[] payoff;
  private final double[] theta;
  private final double[][][] probabilities;
  private final double[][][] derivatives;

  private StochasticChain(int start, double[] payoff, Transition transition, double[] theta) {
    this.start = start;
    this.payoff = payoff.clone();
    this.theta = theta.clone();
    int states = transition.states();
    this.probabilities = new double[theta.length][states][states];
    this.derivatives = new double[theta.length][states][states];
    for (int t = 0; t < theta.length; t++) {
      for (int from = 0; from < states; from++) {
        for (int to = 0; to < states; to++) {
          probabilities[t][from][to] = transition.probability(from, to, theta[t]);
          derivatives[t][from][to] = transition.derivative(from, to, theta[t]);
        }
        requireStochastic(t, from);
      }
    }
  }

  /**
   * A chain at a point.
   *
   * @param start the first state
   * @param payoff f, a value for each state
   * @param theta a parameter for each step
   * @throws IllegalArgumentException if a row of probabilities does not sum to 1
   */
  public static StochasticChain of(
      int start, double[] payoff, Transition transition, double... theta) {
    if (payoff.length != transition.states()) {
      throw new IllegalArgumentException(
          "%d values of f for %d states".formatted(payoff.length, transition.states()));
    }
    if (start < 0 || start >= payoff.length) {
      throw new IllegalArgumentException(
          "the start %d is no state (valid: 0..%d)".formatted(start, payoff.length - 1));
    }
    for (int t = 0; t < theta.length; t++) {
      if (!Double.isFinite(theta[t])) {
        throw new IllegalArgumentException(
            "theta[%d] is %s; it must be finite".formatted(t, theta[t]));
      }
    }
    return new StochasticChain(start, payoff, transition, theta);
  }

  /**
   * A bit that starts as 0 and is flipped in step t with the probability {@code sigmoid(theta_t -
   * ln M - 1/2)}, and {@code f = (-1)^x}. The flips are rare, so that F does not fade as M grows.
   */
  public static StochasticChain bitFlips(double... theta) {
    return of(0, new double[] {1, -1}, new BitFlip(theta.length), theta);
  }

  private record BitFlip(int steps) implements Transition {
    @Override
    public int states() {
      return 2;
    }

    @Override
    public double probability(int from, int to, double theta) {
      double flip = 1 / (1 + steps * StrictMath.exp(0.5 - theta));
      return from == to ? 1 - flip : flip;
    }

    @Override
    public double derivative(int from, int to, double theta) {
      double flip = probability(0, 1, theta);
      return (from == to ? -1 : 1) * flip * (1 - flip);
    }
  }

  private void requireStochastic(int t, int from) {
    double[] row = probabilities[t][from];
    double sum = DoubleStream.of(row).sum();
    if (!(Math.abs(sum - 1) < ROUNDING) || DoubleStream.of(row).anyMatch(p -> p < 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "step %d: the probabilities from state %d must be at least 0 and sum to 1, but their sum is %.6g",
              t,
              from,
              sum));
    }
  }

  /** The number of parameters M, one a step. */
  public int parameters() {
    return theta.length;
  }

  /** The exact value F, by multiplying the matrices. */
  public double value() {
    return continued(0)[start];
  }

  /** The exact gradient, by a pass forwards and one backwards. */
  public double[] gradient() {
    double[] gradient = new double[theta.length];
    double[] state = new double[payoff.length];
    state[start] = 1;
    double[][] rest = new double[theta.length + 1][];
    rest[theta.length] = payoff;
    for (int t = theta.length - 1; t >= 0; t--) {
      rest[t] = times(probabilities[t], rest[t + 1]);
    }
    for (int t = 0; t < theta.length; t++) {
      double[] slope = times(derivatives[t], rest[t + 1]);
      double[] next = new double[state.length];
      for (int from = 0; from < state.length; from++) {
        gradient[t] += state[from] * slope[from];
        for (int to = 0; to < state.length; to++) {
          next[to] += state[from] * probabilities[t][from][to];
        }
      }
      state = next;
    }
    return gradient;
  }

  /** The expected f at the end, for each state before a step. */
  private double[] continued(int step) {
    double[] values = payoff;
    for (int t = theta.length - 1; t >= step; t--) {
      values = times(probabilities[t], values);
    }
    return values;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int from = 0; from < product.length; from++) {
      for (int to = 0; to < vector.length; to++) {
        product[from] += matrix[from][to] * vector[to];
      }
    }
    return product;
  }

  /** The gradient from so many trajectories, by default with the seed 0: runs on first read. */
  public ChainGradient trajectories(long trajectories) {
    return new ChainGradient(this, trajectories, 0);
  }

  /**
   * Adds one trajectory: f times each step's score.
   *
   * @param terms overwritten
   */
  void sample(RandomStream random, double[] terms) {
    Interrupts.check();
    int state = start;
    for (int t = 0; t < terms.length; t++) {
      double[] row = probabilities[t][state];
      double left = random.nextDouble();
      int to = 0;
      while (to < row.length - 1 && left >= row[to]) {
        left -= row[to++];
      }
      terms[t] = derivatives[t][state][to] / row[to];
      state = to;
    }
    for (int t = 0; t < terms.length; t++) {
      terms[t] *= payoff[state];
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Markov chain of %d steps on %d states, F = %.4g",
        theta.length,
        payoff.length,
        value());
  }
}
