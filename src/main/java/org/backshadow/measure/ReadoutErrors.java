package org.backshadow.measure;

/**
 * A detector that reports the wrong bit now and then, each qubit by itself.
 *
 * <pre>{@code
 * var errors = new ReadoutErrors(0.02, 0.05);
 * classicalShadow(circuit(1).x(0)).readoutErrors(errors.zeroAsOne(), errors.oneAsZero())
 *     .calibrated(2000).snapshots(2000).seed(7).estimate("Z")
 * // -1.004 ± 0.071 (95 %), 4,000 copies, calibrated random Pauli bases, seed 7
 * }</pre>
 *
 * @param zeroAsOne probability that 0 is reported as 1
 * @param oneAsZero probability that 1 is reported as 0
 */
public record ReadoutErrors(double zeroAsOne, double oneAsZero) {
  /** A detector that reports what is there. */
  public static final ReadoutErrors NONE = new ReadoutErrors(0, 0);

  /**
   * Two probabilities.
   *
   * @throws IllegalArgumentException if one is not from 0 to 1
   */
  public ReadoutErrors {
    requireProbability("0 as 1", zeroAsOne);
    requireProbability("1 as 0", oneAsZero);
  }

  private static void requireProbability(String what, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "readoutErrors: the probability to report " + what + " is " + p + "; it must be 0 to 1");
    }
  }

  boolean flips(boolean one, double chance) {
    return chance < (one ? oneAsZero : zeroAsOne);
  }

  @Override
  public String toString() {
    return "0 read as 1 with probability " + zeroAsOne + ", 1 as 0 with " + oneAsZero;
  }
}
