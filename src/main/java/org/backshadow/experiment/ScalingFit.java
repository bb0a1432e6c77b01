package org.backshadow.experiment;

import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;

/**
 * A power law {@code value = factor * size^exponent}, by least squares on logarithms.
 *
 * <p>The exponent's error comes from the scatter of the points around the line, by Student's
 * distribution with points - 2 degrees of freedom, but is at least what the grid of budgets leaves
 * open, on which points may lie on a line by luck.
 *
 * <pre>{@code
 * var scaling = scaling("parameters", 2, 4, 8).measure(gatesAtShots(100)).repeats(2).seed(7)
 *     .model(m -> expectation(Ansatz.randomPauliRotations(3, m, 2, 1), pauliSum("ZZZ")));
 * ScalingFit fit = scaling.methods(parameterShift()).run().fit("parameterShift");
 * fit.exponent().value() // 2.0
 * fit.at(16) // 51200.0
 * }</pre>
 */
public final class ScalingFit {
  private final Estimate exponent;
  private final double logFactor;

  private ScalingFit(Estimate exponent, double logFactor) {
    this.exponent = exponent;
    this.logFactor = logFactor;
  }

  /**
   * Fits points with positive values.
   *
   * @param rounding standard deviation of what the grid of budgets adds to a logarithm
   * @throws IllegalArgumentException for fewer than 3 points, which leave no scatter to judge by
   */
  static ScalingFit of(String method, List<ScalingPoint> points, double rounding) {
    int n = points.size();
    if (n < 3) {
      throw new IllegalArgumentException(
          "a fit needs at least 3 sizes with a positive value; %s has %d".formatted(method, n));
    }
    double meanX = points.stream().mapToDouble(p -> StrictMath.log(p.size())).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> StrictMath.log(p.value())).average().orElse(0);
    double xx = 0;
    double xy = 0;
    for (ScalingPoint point : points) {
      double x = StrictMath.log(point.size()) - meanX;
      xx += x * x;
      xy += x * (StrictMath.log(point.value()) - meanY);
    }
    double slope = xy / xx;
    double squares = 0;
    for (ScalingPoint point : points) {
      double expected = meanY + slope * (StrictMath.log(point.size()) - meanX);
      double residual = StrictMath.log(point.value()) - expected;
      squares += residual * residual;
    }
    Estimate byScatter = Estimate.of(slope, Math.sqrt(squares / (n - 2) / xx), n - 2);
    Estimate byGrid = Estimate.of(slope, rounding / Math.sqrt(xx), Double.POSITIVE_INFINITY);
    boolean lucky = byGrid.interval(0.95).width() > byScatter.interval(0.95).width();
    return new ScalingFit(lucky ? byGrid : byScatter, meanY - slope * meanX);
  }

  /** The power of the size, with its error. */
  public Estimate exponent() {
    return exponent;
  }

  /** The value that the fitted line has at a size. */
  public double at(double size) {
    if (!(size > 0) || !Double.isFinite(size)) {
      throw new IllegalArgumentException("size is " + size + "; it must be positive and finite");
    }
    return StrictMath.exp(logFactor + exponent.value() * StrictMath.log(size));
  }

  @Override
  public String toString() {
    return "%s * size^(%s)"
        .formatted(Rounding.significant(StrictMath.exp(logFactor), 3), exponent.text());
  }
}
