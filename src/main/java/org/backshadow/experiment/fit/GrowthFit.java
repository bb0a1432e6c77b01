package org.backshadow.experiment.fit;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Moments;
import org.backshadow.estimate.Rounding;
import org.backshadow.resources.Once;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * A law through the means at some sizes, by weighted least squares on their logarithms.
 *
 * <p><b>Error</b>: where every size has repeats, from 1,000 bootstrap samples: at each size the
 * repeats are drawn again with replacement, the deviation of their mean is widened by {@code sqrt(R
 * / (R - 1))} for the R repeats' own spread, and the law is fitted again with the sample's own
 * weights; Student's distribution with all repeats' degrees of freedom. Without repeats, from the
 * scatter of the points around the law, with points - 2 degrees of freedom.
 *
 * <p><b>Source</b>: Efron and Tibshirani, An Introduction to the Bootstrap (1993), section 5.3 for
 * the widening.
 *
 * <pre>{@code
 * double[] n = {2, 3, 4, 5, 6, 7}, copies = {41, 79, 165, 318, 652, 1270};
 * GrowthFit fit = GrowthFit.of(Law.EXPONENTIAL, GrowthData.of("qubits", "copies", n, copies));
 * fit.base() // [1.967, 2.021]
 * fit.at(8) // 2553.0106
 * }</pre>
 */
public final class GrowthFit {
  private static final int SAMPLES = 1000;

  private final Law law;
  private final GrowthData data;
  private final Line line;
  private final Once<Estimate> exponent;

  private GrowthFit(Law law, GrowthData data, Line line, Once<Estimate> exponent) {
    this.law = law;
    this.data = data;
    this.line = line;
    this.exponent = exponent;
  }

  /**
   * Fits a law.
   *
   * @throws IllegalArgumentException for fewer than 3 sizes, a mean that is not positive, or sizes
   *     at which the law is not defined
   */
  public static GrowthFit of(Law law, GrowthData data) {
    double[] x = data.sizes();
    double[] means = data.means();
    if (x.length < 3) {
      throw new IllegalArgumentException(
          "a fit needs at least 3 sizes; %s has %d".formatted(data.x(), x.length));
    }
    for (int k = 0; k < x.length; k++) {
      if (!(means[k] > 0)) {
        throw new IllegalArgumentException(
            "the mean of %s at %s %s is %s; a law of growth needs positive means"
                .formatted(data.y(), data.x(), x[k], means[k]));
      }
    }
    if (!law.allows(x[0])) {
      throw new IllegalArgumentException(
          "a %s is not defined at %s %s".formatted(law.words(), data.x(), x[0]));
    }
    double[] t = Arrays.stream(x).map(law::term).toArray();
    double[] weights = weights(data.variances());
    Line line = Line.through(t, logs(means), weights);
    int free = x.length - 2;
    Once<Estimate> exponent =
        Once.of(
            () ->
                data.hasRepeats()
                    ? Estimate.of(line.slope(), bootstrap(data, t), freedom(data, t, weights))
                    : Estimate.of(
                        line.slope(),
                        Math.sqrt(line.slopeVariance() * line.squares() / free),
                        free));
    return new GrowthFit(law, data, line, exponent);
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(StrictMath::log).toArray();
  }

  /** The standard deviation of the slope over samples of the repeats, weights included. */
  private static double bootstrap(GrowthData data, double[] t) {
    double[][] repeats = data.repeats();
    double[] means = data.means();
    RandomStream random = new Seed(0).child("bootstrap").random();
    var slopes = new Moments();
    for (int s = 0; s < SAMPLES; s++) {
      double[] z = new double[t.length];
      double[][] drawn = new double[t.length][];
      for (int k = 0; k < t.length; k++) {
        double mean;
        do {
          drawn[k] = sample(repeats[k], random);
          double widening = Math.sqrt(drawn[k].length / (drawn[k].length - 1.0));
          double own = Arrays.stream(drawn[k]).average().orElse(means[k]);
          mean = means[k] + widening * (own - means[k]);
        } while (!(mean > 0));
        z[k] = StrictMath.log(mean);
      }
      slopes.add(Line.through(t, z, weights(GrowthData.variances(drawn))).slope(), 1);
    }
    return Math.sqrt(slopes.variance());
  }

  private static double[] sample(double[] repeats, RandomStream random) {
    double[] drawn = new double[repeats.length];
    for (int r = 0; r < drawn.length; r++) {
      drawn[r] = repeats[random.nextInt(repeats.length)];
    }
    return drawn;
  }

  private static double[] weights(double[] variances) {
    return Arrays.stream(variances).map(v -> 1 / v).toArray();
  }

  /**
   * How well the bootstrap knows the slope's spread (Welch 1947, Satterthwaite 1946): where one
   * size carries the slope, no better than its few repeats do.
   */
  private static double freedom(GrowthData data, double[] t, double[] weights) {
    double[] pull = Line.pull(t, weights);
    double[] spread = data.ownVariances();
    double[][] repeats = data.repeats();
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < t.length; k++) {
      double part = pull[k] * pull[k] * spread[k];
      sum += part;
      squares += part * part / (repeats[k].length - 1);
    }
    return sum * sum / squares;
  }

  /** The law that was fitted. */
  public Law law() {
    return law;
  }

  /** The k of the law, with its error. */
  public Estimate exponent() {
    return exponent.get();
  }

  /** The base {@code c = e^k} of an exponential, 95 %: growth by this factor for each unit. */
  public Interval base() {
    Interval k = exponent().interval(0.95);
    return new Interval(StrictMath.exp(k.low()), StrictMath.exp(k.high()));
  }

  /** The factor A in front. */
  public double factor() {
    return StrictMath.exp(line.intercept());
  }

  /** The fitted law at a size. */
  public double at(double size) {
    if (!(size > 0) || !Double.isFinite(size)) {
      throw new IllegalArgumentException("size is " + size + "; it must be positive and finite");
    }
    return StrictMath.exp(line.intercept() + line.slope() * law.term(size));
  }

  /** Weighted squares of the residuals on the logarithms: what laws are compared by. */
  double squares() {
    return line.squares();
  }

  /**
   * How often points would scatter around the law as widely as these if it held, by their repeats:
   * below 0.001 it does not hold. Not a number without repeats.
   */
  public double plausibility() {
    int free = data.sizes().length - 2;
    return data.hasRepeats()
        ? 1 - new ChiSquaredDistribution(null, free).cumulativeProbability(line.squares())
        : Double.NaN;
  }

  /** The law with its numbers: {@code 3.1 * qubits^(2.02 ± 0.05)}. */
  @Override
  public String toString() {
    String factor = Rounding.significant(factor(), 3);
    return switch (law) {
      case POWER -> "%s * %s^(%s)".formatted(factor, data.x(), exponent().text());
      case POLYLOG -> "%s * log(%s)^(%s)".formatted(factor, data.x(), exponent().text());
      case EXPONENTIAL -> {
        double c = StrictMath.exp(exponent().value());
        String base = Rounding.plusMinus(c, base().width() / 2);
        yield "%s * (%s)^%s".formatted(factor, base, data.x());
      }
    };
  }
}
