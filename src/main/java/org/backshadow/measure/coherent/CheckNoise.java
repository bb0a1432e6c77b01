package org.backshadow.measure.coherent;

/**
 * The random number that blurs the count of a {@link GentleCheck}, in units of its scale.
 *
 * <pre>{@code
 * new GentleCheck(60, 45, 2.5, CheckNoise.LOGISTIC).alarmAt(45) // 0.5
 * new GentleCheck(60, 45, 2.5, CheckNoise.EXPONENTIAL).alarmAt(45) // 1.0
 * }</pre>
 */
public enum CheckNoise {
  /**
   * Exponential, as in arXiv:2011.10908: the alarm is certain from the threshold on. A batch that
   * passes just below it is left with hardly anything of its state.
   */
  EXPONENTIAL {
    @Override
    double alarm(double below) {
      return Math.min(1, StrictMath.exp(-below));
    }
  },
  /**
   * Logistic, ours: an even chance at the threshold, exponential tails on both sides. What passes
   * has the amplitude {@code sqrt(1 - q)}, of which the logarithm changes by at most {@code 1/2}
   * over a scale, so that no single passed check can spoil a batch.
   */
  LOGISTIC {
    @Override
    double alarm(double below) {
      return 1 / (1 + StrictMath.exp(below));
    }
  };

  /** The probability of an alarm so many scales below the threshold. */
  abstract double alarm(double below);
}
