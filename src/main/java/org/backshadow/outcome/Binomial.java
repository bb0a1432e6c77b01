package org.backshadow.outcome;

import java.util.random.RandomGenerator;

/**
 * Exact binomial draws in constant expected time, the same bits on every JDK.
 *
 * <p>Small means by inversion; others by transformed rejection with squeeze (W. H&ouml;rmann, "The
 * generation of binomial random variates", J. Stat. Comput. Simul. 46, 1993, algorithm BTRS).
 *
 * <pre>{@code
 * Binomial.draw(1_000_000, 0.3, new Seed(7).random()) // 300303
 * }</pre>
 */
public final class Binomial {
  private static final double[] STIRLING = {
    0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
    0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
    0.009255462182712733, 0.008330563433362871
  };

  private Binomial() {}

  /** The number of successes in so many trials of probability p; p is clamped to [0, 1]. */
  public static long draw(long trials, double p, RandomGenerator random) {
    if (p > 0.5) {
      return trials - draw(trials, 1 - p, random);
    }
    if (!(p > 0) || trials == 0) {
      return 0;
    }
    if (trials == 1) {
      return random.nextDouble() < p ? 1 : 0;
    }
    return trials * p < 10 ? inversion(trials, p, random) : rejection(trials, p, random);
  }

  private static long inversion(long trials, double p, RandomGenerator random) {
    double odds = p / (1 - p);
    double first = StrictMath.exp(trials * StrictMath.log1p(-p));
    while (true) {
      double left = random.nextDouble();
      double term = first;
      // Beyond 110 the tail of a mean below 10 is under 1e-70; rounding alone leads there.
      for (long k = 0; k <= Math.min(trials, 110); k++) {
        if (left < term) {
          return k;
        }
        left -= term;
        term *= odds * (trials - k) / (k + 1);
      }
    }
  }

  private static long rejection(long trials, double p, RandomGenerator random) {
    double deviation = Math.sqrt(trials * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double center = trials * p + 0.5;
    double squeeze = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double odds = p / (1 - p);
    double mode = Math.floor((trials + 1.0) * p);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + center);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || k > trials) {
        continue;
      }
      double bound =
          (mode + 0.5) * StrictMath.log((mode + 1) / (odds * (trials - mode + 1)))
              + (trials + 1.0) * StrictMath.log((trials - mode + 1) / (trials - k + 1))
              + (k + 0.5) * StrictMath.log(odds * (trials - k + 1) / (k + 1))
              + stirling(mode)
              + stirling(trials - mode)
              - stirling(k)
              - stirling(trials - k);
      if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= bound) {
        return (long) k;
      }
    }
  }

  /** {@code log k! - [(k + 1/2) log(k + 1) - (k + 1) + log(2 pi) / 2]}. */
  private static double stirling(double k) {
    if (k < STIRLING.length) {
      return STIRLING[(int) k];
    }
    double square = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
  }
}
