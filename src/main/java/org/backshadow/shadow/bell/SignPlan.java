package org.backshadow.shadow.bell;

/**
 * How many copies go into the signs of expectation values whose squares are known from pairs.
 *
 * <p>The numbers are Hoeffding's for each step; they are ours, not the paper's.
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

  /**
   * For values of magnitude epsilon among so many strings, so that signs are decided: products of
   * at least {@code 0.35 epsilon^2}, known to half of that.
   */
  static SignPlan careful(double epsilon, double strings, double delta) {
    return of(requireError(epsilon), epsilon / 2, 32, strings, delta);
  }

  /**
   * A quarter of the final pairs and half the gap, with all numbers of copies times a scale: what
   * experiments look for the smallest of.
   */
  static SignPlan scaled(double epsilon, double strings, double delta, double scale) {
    SignPlan plan = of(requireError(epsilon), epsilon / 4, 8, strings, delta);
    return new SignPlan(
        plan.threshold,
        plan.gap,
        (long) Math.ceil(scale * plan.readings),
        plan.mostUpdates,
        (long) Math.ceil(scale * plan.pairs),
        delta);
  }

  private static SignPlan of(
      double epsilon, double gap, double factor, double strings, double delta) {
    double square = epsilon * epsilon;
    double log = StrictMath.log(2 * strings / delta);
    return new SignPlan(
        0.75 * square,
        gap,
        (long) Math.ceil(4 * readingLog(delta) / square),
        MOST_UPDATES,
        (long) Math.ceil(factor * log / (square * square)),
        delta);
  }

  /** With another number of final pairs. */
  SignPlan pairs(long pairs) {
    return new SignPlan(threshold, gap, readings, mostUpdates, pairs, delta);
  }

  private static double requireError(double epsilon) {
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + "; an error in an expectation value lies between 0 and 1");
    }
    return epsilon;
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
        epsilon / 2,
        readings,
        (int) Math.min(MOST_UPDATES, 2 * pairs / readings),
        2 * pairs,
        delta / 2);
  }

  /** How far any of so many means of signs can be off, but for the probability delta. */
  static double accuracy(long pairs, double strings, double delta) {
    return Math.sqrt(2 * StrictMath.log(2 * strings / delta) / pairs);
  }

  /** Pairs of copies with which all squares are known to the threshold, times a scale. */
  static long pairsOfCopies(double threshold, double strings, double delta, double scale) {
    double log = StrictMath.log(2 * strings / delta);
    return Math.max(2, (long) Math.ceil(scale * 2 * log / (threshold * threshold)));
  }

  /**
   * The smallest error of all strings, signs aside, that so many pairs prove with the threshold
   * {@code 3/4 epsilon^2}: squares to {@code epsilon^2 / 4}.
   */
  static double provenError(long pairs, double strings, double delta) {
    return 2 * Math.sqrt(accuracy(pairs, strings, delta));
  }

  private static double readingLog(double delta) {
    return StrictMath.log(2 * EXPECTED_UPDATES / delta);
  }

  /** The smallest product that decides a sign among so many, but for the probability delta. */
  double decisive(int strings) {
    return accuracy(pairs, strings, delta);
  }
}
