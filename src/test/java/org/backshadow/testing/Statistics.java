package org.backshadow.testing;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Bounds that chance alone breaks with a known, small probability. */
public final class Statistics {
  private Statistics() {}

  /**
   * The probability of a chi-square statistic at least as large as that of these counts. Cells that
   * expect fewer than 10 are merged with the next ones.
   */
  public static double chiSquareTail(double[] expected, long[] observed) {
    double statistic = 0;
    int cells = 0;
    double e = 0;
    double o = 0;
    double left = 0;
    for (double x : expected) {
      left += x;
    }
    for (int i = 0; i < expected.length; i++) {
      e += expected[i];
      o += observed[i];
      left -= expected[i];
      boolean last = i == expected.length - 1;
      if (last || (e >= 10 && left >= 10)) {
        statistic += e > 0 ? (o - e) * (o - e) / e : o > 0 ? Double.POSITIVE_INFINITY : 0;
        cells += e > 0 ? 1 : 0;
        e = 0;
        o = 0;
      }
    }
    return cells < 2
        ? statistic < 1e-9 ? 1 : 0
        : 1 - new ChiSquaredDistribution(null, cells - 1).cumulativeProbability(statistic);
  }

  /** The binomial probability of at most so many successes. */
  public static double atMost(int successes, int trials, double p) {
    return new BinomialDistribution(null, trials, p).cumulativeProbability(successes);
  }
}
