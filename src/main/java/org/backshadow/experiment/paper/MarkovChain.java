package org.backshadow.experiment.paper;

import java.util.Arrays;
import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The classical contrast: a chain of stochastic matrices does have gradients at the cost of a
 * forward run, since a trajectory can be read as often as wanted. The chains are those of {@link
 * StochasticChain#bitFlips} at normal parameters.
 */
final class MarkovChain {
  private static final int MOST = 1_000_000;

  private MarkovChain() {}

  static PaperResult run(int trajectories, long seed, int... lengths) {
    for (int length : lengths) {
      if (length < 1 || length > MOST) {
        throw new IllegalArgumentException(
            "markovChain: a chain of the length %,d; 1 to %,d steps are possible"
                .formatted(length, MOST));
      }
    }
    if (lengths.length == 0) {
      throw new IllegalArgumentException(
          "markovChain: no lengths of chains given, such as 10, 100");
    }
    double[] x = Arrays.stream(lengths).asDoubleStream().toArray();
    double[] errors = new double[lengths.length];
    double[] largest = new double[lengths.length];
    double[] expected = new double[lengths.length];
    for (int k = 0; k < lengths.length; k++) {
      Seed own = new Seed(seed).child(lengths[k]);
      RandomStream random = own.random();
      double[] theta = new double[lengths[k]];
      Arrays.setAll(theta, t -> 0.3 * random.nextGaussian());
      StochasticChain chain = StochasticChain.bitFlips(theta);
      ChainGradient estimate = chain.trajectories(trajectories).seed(own.value());
      double[] truth = chain.gradient();
      for (int t = 0; t < truth.length; t++) {
        errors[k] = Math.max(errors[k], Math.abs(estimate.values()[t] - truth[t]));
        largest[k] = Math.max(largest[k], Math.abs(truth[t]));
        expected[k] = Math.max(expected[k], estimate.standardErrors()[t]);
      }
    }
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "%,d trajectories give all derivatives of a chain: largest error %.2g with %d steps,"
                + " %.2g with %d.",
            trajectories,
            errors[0],
            lengths[0],
            errors[lengths.length - 1],
            lengths[lengths.length - 1]),
        Table.create(
            "all derivatives from shared trajectories",
            IntColumn.create("steps M", lengths),
            DoubleColumn.create("largest error", errors),
            DoubleColumn.create("largest derivative", largest),
            DoubleColumn.create("standard error of a component", expected)),
        Figure.of("a Markov chain has backpropagation")
            .x("steps M")
            .y("error of a derivative")
            .logX()
            .points("largest error", x, errors)
            .theory("standard error of a component", x, expected));
  }
}
