package org.backshadow.shadow;

/**
 * How many copies go into the signs of expectation values whose squares are known from pairs.
 *
 * <p>Counts are Hoeffding's for each step, times {@code scale}: 1 is careful, and experiments look
 * for the smallest that works. They are ours, not the paper's.
 *
 * @param threshold a string is significant if its estimated square is at least this
 * @param gap the mimicking state is good if its own value of each significant string is at least
 *     this in magnitude
 * @param readings single copies for the sign of one string
 * @param mostUpdates the mimicking state stops to learn after so many
 * @param pairs of a copy and the mimicking state, for the final signs
 * @param delta the probability that some decided sign is wrong is at most this
 */
record SignPlan(
    double threshold, double gap, long readings, int mostUpdates, long pairs, double delta) {
  /** Updates after which the search is given up; the largest seen in the experiments is 58. */
  private static final int MOST_UPDATES = 400;

  /** Updates that the readings of signs are prepared for, in the union bound. */
  private static final double EXPECTED_UPDATES = 100;

  /** For values of magnitude epsilon among so many strings. */
  static SignPlan forError(double epsilon, double strings, double delta, double scale) {
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + "; an error in an expectation value lies between 0 and 1");
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "delta is " + delta + "; a probability of failure lies between 0 and 1");
    }
    double log = StrictMath.log(2 * strings / delta);
    double square = epsilon * epsilon;
    return new SignPlan(
        0.75 * square,
        epsilon / 4,
        (long) Math.ceil(scale * 4 * readingLog(delta) / square),
        MOST_UPDATES,
        (long) Math.ceil(scale * 8 * log / (square * square)),
        delta);
  }

  /**
   * For a budget that grows with the pairs of copies measured: readings and final pairs take at
   * most two copies for each of those pairs.
   */
  static SignPlan forPairs(long pairs, int strings, double delta) {
    double accuracy = accuracy(pairs, strings, delta / 2);
    double epsilon = Math.sqrt(2 * accuracy);
    long readings =
        Math.min(2 * pairs, (long) Math.ceil(4 * readingLog(delta) / (epsilon * epsilon)));
    return new SignPlan(
        accuracy,
        epsilon / 4,
        readings,
        (int) Math.min(MOST_UPDATES, 2 * pairs / readings),
        2 * pairs,
        delta / 2);
  }

  /** How far any of so many squares can be off, but for the probability delta, by Hoeffding. */
  static double accuracy(long pairs, double strings, double delta) {
    return Math.sqrt(2 * StrictMath.log(2 * strings / delta) / pairs);
  }

  /**
   * The smallest error of all strings, signs aside, that so many pairs prove with the threshold
   * {@code 3/4 epsilon^2}: squares to {@code epsilon^2 / 4}.
   */
  static double provenError(long pairs, double strings, double delta) {
    return 2 * Math.sqrt(accuracy(pairs, strings, delta));
  }

  /** Pairs with which all of so many squares are known to the given accuracy. */
  static long pairsOfCopies(double accuracy, double strings, double delta, double scale) {
    double log = StrictMath.log(2 * strings / delta);
    return Math.max(2, (long) Math.ceil(scale * 2 * log / (accuracy * accuracy)));
  }

  private static double readingLog(double delta) {
    return StrictMath.log(2 * EXPECTED_UPDATES / delta);
  }

  /** The smallest product that decides a sign among so many, but for the probability delta. */
  double decisive(int strings) {
    return accuracy(pairs, strings, delta);
  }
}
