package org.backshadow.experiment.paper;

import java.util.Arrays;
import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The classical contrast (proposition 5): a chain of stochastic matrices does have gradients at the
 * cost of a forward run, since a trajectory can be read as often as wanted.
 *
 * <p>A bit is flipped in step t with probability {@code p_t = sigmoid(theta_t - ln M - 1/2)};
 * {@code F = E[(-1)^x] = prod (1 - 2 p_t)}. One trajectory gives all M terms {@code (-1)^x d ln T_t
 * / d theta_t}: the flip's probability to have not happened, or minus the one to have.
 */
final class MarkovChain {
  private MarkovChain() {}

  static PaperResult run(int trajectories, long seed, int... lengths) {
    double[] x = Arrays.stream(lengths).asDoubleStream().toArray();
    double[] errors = new double[lengths.length];
    double[] largest = new double[lengths.length];
    double[] expected = new double[lengths.length];
    for (int k = 0; k < lengths.length; k++) {
      RandomStream random = new Seed(seed).child(lengths[k]).random();
      double[] flips = flips(lengths[k], random);
      double[] estimate = estimate(flips, trajectories, random);
      double value = 1;
      for (double p : flips) {
        value *= 1 - 2 * p;
      }
      for (int t = 0; t < flips.length; t++) {
        double p = flips[t];
        double truth = -2 * p * (1 - p) * value / (1 - 2 * p);
        errors[k] = Math.max(errors[k], Math.abs(estimate[t] - truth));
        largest[k] = Math.max(largest[k], Math.abs(truth));
        expected[k] = Math.max(expected[k], Math.sqrt(p * (1 - p) / trajectories));
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

  private static double[] flips(int length, RandomStream random) {
    double[] flips = new double[length];
    for (int t = 0; t < length; t++) {
      double theta = 0.3 * random.nextGaussian() - StrictMath.log(length) - 0.5;
      flips[t] = 1 / (1 + StrictMath.exp(-theta));
    }
    return flips;
  }

  private static double[] estimate(double[] flips, int trajectories, RandomStream random) {
    double[] sums = new double[flips.length];
    boolean[] flipped = new boolean[flips.length];
    for (int run = 0; run < trajectories; run++) {
      Interrupts.check();
      int sign = 1;
      for (int t = 0; t < flips.length; t++) {
        flipped[t] = random.nextDouble() < flips[t];
        sign = flipped[t] ? -sign : sign;
      }
      for (int t = 0; t < flips.length; t++) {
        sums[t] += sign * (flipped[t] ? 1 - flips[t] : -flips[t]);
      }
    }
    return Arrays.stream(sums).map(sum -> sum / trajectories).toArray();
  }
}
