package org.backshadow.experiment.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.backshadow.estimate.Interval;
import org.backshadow.estimate.Quantiles;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Every law of growth fitted to the same data, and which one they speak for.
 *
 * <p>All laws have two numbers, so Akaike's criterion on the logarithms compares their residuals
 * alone: a law's weight is in proportion to {@code squares^(-n/2)} for n sizes, and the weights sum
 * to 1. The verdict names a law from a weight of 0.95 on, at 5 sizes or more; otherwise it says
 * that the data can't tell. A law that the repeats rule out is not named either.
 *
 * <p><b>Source</b>: Burnham and Anderson, Model Selection and Multimodel Inference (2002), section
 * 2.9.
 *
 * <pre>{@code
 * double[] n = {2, 3, 4, 5, 6, 7}, copies = {41, 79, 165, 318, 652, 1270};
 * Growth growth = Growth.of(GrowthData.of("qubits", "copies", n, copies));
 * growth.nearest().law() // EXPONENTIAL
 * growth.verdict()
 * // exponential: 10.2 * (1.994 ± 0.027)^qubits (weights: power law < 0.001, ...
 * }</pre>
 */
public final class Growth {
  /** The weight from which the verdict names a law. */
  private static final double SURE = 0.95;

  private static final int FEWEST = 5;

  /** A law whose plausibility is lower does not hold. */
  private static final double RULED_OUT = 0.001;

  private final GrowthData data;
  private final List<GrowthFit> fits;

  private Growth(GrowthData data, List<GrowthFit> fits) {
    this.data = data;
    this.fits = List.copyOf(fits);
  }

  /**
   * Fits every law that is defined at the sizes.
   *
   * @throws IllegalArgumentException for fewer than 3 sizes or a mean that is not positive
   */
  public static Growth of(GrowthData data) {
    var fits = new ArrayList<GrowthFit>();
    for (Law law : Law.values()) {
      if (law == Law.EXPONENTIAL || law.allows(data.values().firstKey())) {
        fits.add(GrowthFit.of(law, data));
      }
    }
    return new Growth(data, fits);
  }

  /**
   * One law's fit.
   *
   * @throws IllegalArgumentException if the law is not defined at these sizes
   */
  public GrowthFit fit(Law law) {
    return fits.stream()
        .filter(fit -> fit.law() == law)
        .findFirst()
        .orElseGet(() -> GrowthFit.of(law, data));
  }

  /** The power law. */
  public GrowthFit power() {
    return fit(Law.POWER);
  }

  /** The exponential. */
  public GrowthFit exponential() {
    return fit(Law.EXPONENTIAL);
  }

  /** The power of the logarithm. */
  public GrowthFit polylog() {
    return fit(Law.POLYLOG);
  }

  /** The fit that the data are nearest to, whatever the verdict. */
  public GrowthFit nearest() {
    return fits.stream().min(Comparator.comparingDouble(GrowthFit::squares)).orElseThrow();
  }

  /** How much the data speak for a law among those fitted, 0 to 1. */
  public double weight(Law law) {
    double best = nearest().squares();
    double sum = fits.stream().mapToDouble(fit -> relative(fit, best)).sum();
    return relative(fit(law), best) / sum;
  }

  private double relative(GrowthFit fit, double best) {
    // Points on a law exactly leave rounding errors only, which say nothing more.
    double rounding = 1e-24 * data.sizes().length;
    return StrictMath.pow(
        (best + rounding) / (fit.squares() + rounding), data.sizes().length / 2.0);
  }

  /** True if the verdict names a law. */
  public boolean isDecided() {
    GrowthFit best = nearest();
    return data.sizes().length >= FEWEST
        && weight(best.law()) >= SURE
        && !(best.plausibility() < RULED_OUT);
  }

  /** Which law it is, in words, or that the data can't tell. */
  public String verdict() {
    GrowthFit best = nearest();
    int n = data.sizes().length;
    if (n < FEWEST) {
      return "can't tell: %d sizes; at least %d are needed to tell laws apart".formatted(n, FEWEST);
    }
    if (best.plausibility() < RULED_OUT) {
      return "none of the laws: the points lie further off than their repeats allow; nearest is %s"
          .formatted(best);
    }
    String weights = weights();
    return isDecided()
        ? "%s: %s (%s)".formatted(best.law().words(), best, weights)
        : "can't tell: %s. Larger sizes or more repeats tell them apart".formatted(weights);
  }

  private String weights() {
    var parts = new ArrayList<String>();
    for (GrowthFit fit : fits) {
      double weight = weight(fit.law());
      String share = weight > 0.999 ? "> 0.999" : Rounding.significant(weight, 2);
      parts.add("%s %s".formatted(fit.law().words(), weight < 0.001 ? "< 0.001" : share));
    }
    return "weights: " + String.join(", ", parts);
  }

  /** A row a law: exponent with its 95 % interval, factor, weight, plausibility. */
  public Table table() {
    var law = StringColumn.create("law");
    var exponent = DoubleColumn.create("k");
    var low = DoubleColumn.create("low");
    var high = DoubleColumn.create("high");
    var factor = DoubleColumn.create("factor A");
    var weight = DoubleColumn.create("weight");
    var plausible = DoubleColumn.create("plausibility");
    for (GrowthFit fit : fits) {
      Interval interval = fit.exponent().interval(0.95);
      law.append(fit.law().words() + " " + fit.law().formula());
      exponent.append(fit.exponent().value());
      low.append(interval.low());
      high.append(interval.high());
      factor.append(fit.factor());
      weight.append(weight(fit.law()));
      plausible.append(fit.plausibility());
    }
    return Table.create(
        "%s against %s".formatted(data.y(), data.x()),
        law,
        exponent,
        low,
        high,
        factor,
        weight,
        plausible);
  }

  /**
   * The means with 95 % intervals, the law nearest to them as a solid line and the next as a dashed
   * one.
   */
  public Figure plot() {
    GrowthFit next =
        fits.stream()
            .sorted(Comparator.comparingDouble(GrowthFit::squares))
            .skip(1)
            .findFirst()
            .orElse(nearest());
    Figure figure = withNearest();
    return next == nearest() ? figure : figure.theory(next.law().words(), at(), values(next::at));
  }

  /**
   * As {@link #plot()}, with an expectation of one's own as the dashed line, drawn through the
   * first point: {@code plot("n^2", n -> n * n)}.
   */
  public Figure plot(String name, DoubleUnaryOperator expected) {
    double first = data.sizes()[0];
    double scale = data.means()[0] / expected.applyAsDouble(first);
    return withNearest().theory(name, at(), values(size -> scale * expected.applyAsDouble(size)));
  }

  private Figure withNearest() {
    double[] x = data.sizes();
    double[] means = data.means();
    double[] variances = data.variances();
    double reach = Quantiles.normal(0.975);
    double[] errors = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      errors[k] = data.hasRepeats() ? reach * means[k] * Math.sqrt(variances[k]) : Double.NaN;
    }
    Figure figure =
        Figure.of("growth of " + data.y()).x(data.x()).y(data.y()).logY().caption(verdict());
    figure = x[0] > 0 ? figure.logX() : figure;
    return figure
        .points(data.y(), x, means, errors)
        .line(nearest().law().words(), at(), values(nearest()::at));
  }

  private double[] at() {
    double[] x = data.sizes();
    return between(x[0], x[x.length - 1]);
  }

  private double[] values(DoubleUnaryOperator law) {
    return Arrays.stream(at()).map(law).toArray();
  }

  private static double[] between(double low, double high) {
    int steps = 60;
    double[] at = new double[steps + 1];
    for (int k = 0; k <= steps; k++) {
      double share = (double) k / steps;
      at[k] = low > 0 ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
    }
    return at;
  }

  /** The verdict. */
  @Override
  public String toString() {
    return verdict();
  }
}
