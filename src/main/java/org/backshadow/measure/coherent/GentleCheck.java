package org.backshadow.measure.coherent;

import static java.util.Objects.requireNonNull;

import org.apache.commons.math3.special.Gamma;
import org.backshadow.resources.Interrupts;

/**
 * A threshold check on a batch of copies that reveals only whether it alarms.
 *
 * <p>The number N of copies with the asked outcome is counted coherently, a random number X is
 * added, and the alarm is {@code N + X >= threshold}; then the count is undone. Without an alarm
 * the batch has passed through {@code sqrt(1 - q(N))}, where q(N) is the probability of an alarm:
 * {@code exp(-(threshold - N) / scale)}, at most 1, with exponential noise. Source: Badescu and
 * O'Donnell, arXiv:2011.10908.
 *
 * <pre>{@code
 * var check = new GentleCheck(60, 45, 2.5);
 * check.alarmAt(40) // 0.1353
 * check.disturbance(0.6) // 0.1184
 * }</pre>
 *
 * @param copies in the batch
 * @param threshold of the noisy count
 * @param scale of the noise, in counts
 * @param noise its distribution
 */
public record GentleCheck(long copies, double threshold, double scale, CheckNoise noise) {
  /** How many standard deviations of the count are summed: the rest is below 1e-30. */
  private static final double REACH = 12;

  /**
   * A check.
   *
   * @throws IllegalArgumentException without copies, with a scale that is not positive, or a number
   *     that is not finite
   */
  public GentleCheck {
    requireNonNull(noise, "noise");
    if (copies < 1 || !(scale > 0) || !Double.isFinite(threshold) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(
          "a check needs copies (%d), a finite threshold (%s) and a positive scale (%s)"
              .formatted(copies, threshold, scale));
    }
  }

  /** With exponential noise, of which the scale is the mean. */
  public GentleCheck(long copies, double threshold, double scale) {
    this(copies, threshold, scale, CheckNoise.EXPONENTIAL);
  }

  /**
   * What a check does to an undisturbed batch in which each copy has the outcome with probability
   * p.
   *
   * @param alarm the probability of an alarm
   * @param overlap {@code c}, the mean of {@code sqrt(1 - q(N))}: the amplitude that stays
   * @param disturbance {@code s}, its standard deviation: passing maps psi to {@code c psi + d}
   *     with {@code ||d|| = s}
   */
  public record Passage(double alarm, double overlap, double disturbance) {}

  /** The probability of an alarm, when each copy gives the outcome with probability p. */
  public double alarmProbability(double p) {
    return passage(p).alarm();
  }

  /** The most that passing without alarm can move the batch, in norm. */
  public double disturbance(double p) {
    return passage(p).disturbance();
  }

  /** The probability of an alarm at a count. */
  public double alarmAt(long count) {
    return noise.alarm((threshold - count) / scale);
  }

  /** The exact effect of passing on an undisturbed batch; {@code sqrt(copies)} steps. */
  public Passage passage(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + "; it must be a probability");
    }
    Interrupts.check();
    double reach = REACH * Math.sqrt(copies * p * (1 - p)) + 2 * REACH;
    long from = (long) Math.max(0, Math.floor(copies * p - reach));
    long to = (long) Math.min(copies, Math.ceil(copies * p + reach));
    double[] weights = weights(p, from, to);
    double alarm = 0;
    double overlap = 0;
    for (int k = 0; k < weights.length; k++) {
      double q = alarmAt(from + k);
      alarm += weights[k] * q;
      overlap += weights[k] * Math.sqrt(1 - q);
    }
    double variance = 0;
    for (int k = 0; k < weights.length; k++) {
      double off = Math.sqrt(1 - alarmAt(from + k)) - overlap;
      variance += weights[k] * off * off;
    }
    return new Passage(alarm, overlap, Math.sqrt(variance));
  }

  /** Binomial probabilities: the likeliest by its logarithm, its neighbours by their ratios. */
  private double[] weights(double p, long from, long to) {
    double[] weights = new double[(int) (to - from) + 1];
    if (p == 0 || p == 1) {
      weights[p == 0 ? (int) -from : (int) (copies - from)] = 1;
      return weights;
    }
    long mode = Math.min(to, Math.max(from, (long) ((copies + 1) * p)));
    int middle = (int) (mode - from);
    weights[middle] =
        StrictMath.exp(
            Gamma.logGamma(copies + 1.0)
                - Gamma.logGamma(mode + 1.0)
                - Gamma.logGamma(copies - mode + 1.0)
                + mode * StrictMath.log(p)
                + (copies - mode) * StrictMath.log1p(-p));
    double odds = p / (1 - p);
    for (int k = middle + 1; k < weights.length; k++) {
      weights[k] = weights[k - 1] * odds * (copies - from - k + 1) / (from + k);
    }
    for (int k = middle - 1; k >= 0; k--) {
      weights[k] = weights[k + 1] / odds * (from + k + 1) / (copies - from - k);
    }
    return weights;
  }
}
