package org.backshadow.tomography;

import org.backshadow.resources.Cost;

/**
 * The sizes of a run, from the number of checks, the accuracy of predictions and the probability of
 * failure. With {@code L = ln(5 checks / delta)}, where each check has two sides:
 *
 * <ul>
 *   <li>a batch has {@code m = ceil(5/4 (2 L / accuracy)^2)} copies,
 *   <li>a check alarms with even chances {@code 2/3 accuracy} away from the prediction, blurred by
 *       logistic noise with scale {@code m accuracy / (6 L)} counts: a prediction that is off by
 *       the accuracy passes with a probability of {@code exp(-L) = delta / (5 checks)}, times at
 *       most {@code exp(9 / 10)} for the spread of the count, so that both sides of all checks
 *       together stay below delta; a right one alarms with about {@code exp(-2 L)},
 *   <li>an alarm is verified with {@code ceil(2 ln(8 checks / delta) / (accuracy / 4)^2)} fresh
 *       copies, and a mistake of more than accuracy / 2 is corrected.
 * </ul>
 *
 * The constants are ours; the growth is that of arXiv:2305.13362. With them about 95 of 100 default
 * runs end proven (341 of 360 with 1 to 3 qubits and 40 checks); larger batches help slowly (348
 * with 8/5 of the copies).
 *
 * <pre>{@code
 * BatchPlan plan = BatchPlan.of(20, 0.2, 0.1); // checks, accuracy, delta
 * plan.copies() // 5965
 * plan.mostMistakes(3) // 415.8883
 * }</pre>
 *
 * @param checks how many observables are asked for
 * @param accuracy the error that a prediction in [-1, 1] may have
 * @param delta the probability of failure that is allowed
 * @param copies in a batch: the formula's number, or one that was set
 */
public record BatchPlan(int checks, double accuracy, double delta, long copies) {
  /** Where a check alarms, in units of the accuracy. */
  private static final double OFFSET = 2.0 / 3;

  /** Copies in a batch, in units of {@code (2 L / accuracy)^2}. */
  private static final double BATCH = 1.25;

  /**
   * Sizes of a run; {@link #of} finds the proven ones.
   *
   * @throws IllegalArgumentException if there are no checks, or the accuracy or delta has no
   *     meaning
   */
  public BatchPlan {
    if (checks < 1) {
      throw new IllegalArgumentException("a plan for " + checks + " checks; at least 1 is needed");
    }
    if (!(accuracy > 0 && accuracy <= 2)) {
      throw new IllegalArgumentException(
          "the accuracy of predictions in [-1, 1] is %s; it must be above 0 and at most 2"
              .formatted(accuracy));
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "delta is %s; the probability of failure must be between 0 and 1".formatted(delta));
    }
    if (copies < 1) {
      throw new IllegalArgumentException("a batch of " + copies + " copies; at least 1 is needed");
    }
  }

  /** With the batch of the formula. */
  public static BatchPlan of(int checks, double accuracy, double delta) {
    var smallest = new BatchPlan(checks, accuracy, delta, 1);
    return smallest.copies(smallest.provenCopies());
  }

  /** With batches of another size. */
  public BatchPlan copies(long copies) {
    return new BatchPlan(checks, accuracy, delta, copies);
  }

  /** {@code L}. */
  double logarithm() {
    return StrictMath.log(5.0 * checks / delta);
  }

  /** The batch of the formula; below it nothing is promised. */
  public long provenCopies() {
    double root = 2 * logarithm() / accuracy;
    return (long) Math.ceil(BATCH * root * root);
  }

  /** How far from the prediction a check alarms. */
  public double offset() {
    return OFFSET * accuracy;
  }

  /** The scale of a check's noise, in counts. */
  public double noise() {
    return copies * accuracy / (6 * logarithm());
  }

  /** The fresh copies that verify an alarm. */
  public long verificationCopies() {
    double step = accuracy / 4;
    return (long) Math.ceil(2 * StrictMath.log(8.0 * checks / delta) / (step * step));
  }

  /** What is corrected: predictions that are wrong by more than this. */
  public double mistake() {
    return accuracy / 2;
  }

  /** The most mistakes that are possible on n qubits: {@code 8 n ln 2 / accuracy^2}. */
  public double mostMistakes(int qubits) {
    return 2 * qubits * StrictMath.log(2) / (mistake() * mistake());
  }

  /** What a matrix of a learner on n qubits takes: its bytes, and so many steps an entry. */
  static Cost classical(int qubits, long stepsPerEntry) {
    long entries = 1L << 2 * qubits;
    return Cost.classical(stepsPerEntry * entries, 32 * entries);
  }
}
