package org.backshadow.tomography;

import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * A threshold check on a batch of copies that reveals only whether it alarms.
 *
 * <p>The number N of copies with outcome + is counted coherently, an exponential random number X is
 * added, and the alarm is {@code N + X >= threshold}; then the count is undone. Without an alarm
 * the batch has passed through {@code sqrt(1 - q(N))} with {@code q(N) = exp(-(threshold - N) /
 * scale)}, at most 1.
 *
 * @param copies in the batch
 * @param threshold of the noisy count
 * @param scale mean of the noise, in counts
 */
public record GentleCheck(long copies, double threshold, double scale) {
  /** How many standard deviations of the count are summed: the rest is below 1e-30. */
  private static final double REACH = 12;

  public GentleCheck {
    if (copies < 1 || !(scale > 0) || !Double.isFinite(threshold) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(
          "a check needs copies (%d), a finite threshold (%s) and a positive scale (%s)"
              .formatted(copies, threshold, scale));
    }
  }

  /** The probability of an alarm, when each copy gives + with probability p. */
  public double alarmProbability(double p) {
    return mean(p, n -> alarm(n));
  }

  /**
   * The most that passing without alarm can move the batch, in norm: the standard deviation of
   * {@code sqrt(1 - q(N))} over the undisturbed count. Summed over checks and divided by the root
   * of the probability of no alarm, it bounds the trace distance; no constant is left out.
   */
  public double disturbance(double p) {
    double center = mean(p, n -> Math.sqrt(1 - alarm(n)));
    return Math.sqrt(mean(p, n -> square(Math.sqrt(1 - alarm(n)) - center)));
  }

  private double alarm(long n) {
    return Math.min(1, StrictMath.exp(-(threshold - n) / scale));
  }

  private static double square(double x) {
    return x * x;
  }

  /** The mean of a function of the undisturbed count. */
  private double mean(double p, LongToDoubleFunction function) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + "; it must be a probability");
    }
    double middle = copies * p;
    double reach = REACH * Math.sqrt(copies * p * (1 - p)) + 2 * REACH;
    long from = (long) Math.max(0, Math.floor(middle - reach));
    long to = (long) Math.min(copies, Math.ceil(middle + reach));
    double sum = 0;
    for (long n = from; n <= to; n++) {
      sum += probability(n, p) * function.applyAsDouble(n);
    }
    return sum;
  }

  private double probability(long n, double p) {
    if (p == 0 || p == 1) {
      return n == (p == 0 ? 0 : copies) ? 1 : 0;
    }
    double log =
        Gamma.logGamma(copies + 1.0)
            - Gamma.logGamma(n + 1.0)
            - Gamma.logGamma(copies - n + 1.0)
            + n * StrictMath.log(p)
            + (copies - n) * StrictMath.log1p(-p);
    return StrictMath.exp(log);
  }
}
