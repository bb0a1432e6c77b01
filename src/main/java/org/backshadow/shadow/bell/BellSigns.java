package org.backshadow.shadow.bell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.PreparedState;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.RandomStream;

/**
 * Values with signs of given strings from a number of pairs of copies: what is significant, and
 * whose sign is decided, has a value; everything else is 0 with a bound on its size in place of a
 * standard error.
 *
 * <p><b>Cost</b>: 2 copies a pair and at most 4 more a pair for signs. With the probability delta
 * at most, a value that is truly 0 shows, or a sign is wrong. Immutable.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(1).ry(0, -0.8));
 * var strings = List.of(PauliString.of("X"), PauliString.of("Z"));
 * BellSigns.of(strings, state, 4000, 0.05, new Seed(8).random()).value(0) // -0.7183
 * }</pre>
 */
public final class BellSigns {
  private final double[] values;
  private final double[] errors;
  private final int decided;
  private final int undecided;
  private final double resolution;

  private BellSigns(
      double[] values, double[] errors, int decided, int undecided, double resolution) {
    this.values = values;
    this.errors = errors;
    this.decided = decided;
    this.undecided = undecided;
    this.resolution = resolution;
  }

  /**
   * Measures.
   *
   * @param strings different ones
   * @param random for choices: which eigenvector stands for the mimicking state
   */
  public static BellSigns of(
      List<PauliString> strings,
      PreparedState state,
      long pairs,
      double delta,
      RandomStream random) {
    SignPlan plan = SignPlan.forPairs(pairs, strings.size(), delta);
    BellOutcomes outcomes = BellOutcomes.measure(state, pairs);
    state.ledger().charge(outcomes.cost(strings.size()));
    double[] values = new double[strings.size()];
    double[] errors = new double[strings.size()];
    var significant = new ArrayList<PauliString>();
    for (int k = 0; k < errors.length; k++) {
      Estimate square = outcomes.mean(strings.get(k));
      errors[k] = Math.sqrt(Math.max(0, square.value()) + square.standardError());
      if (square.value() >= plan.threshold()) {
        significant.add(strings.get(k));
      }
    }
    SignedStrings signs = SignedStrings.decide(significant, outcomes, state, plan, random);
    for (SignedStrings.Decision decision : signs.decisions()) {
      if (decision.decided()) {
        int k = strings.indexOf(decision.string());
        values[k] = decision.value().value();
        errors[k] = decision.value().standardError();
      }
    }
    int undecided = signs.undecided();
    return new BellSigns(
        values, errors, significant.size() - undecided, undecided, Math.sqrt(2 * plan.threshold()));
  }

  /** The value of the k-th string. */
  public double value(int k) {
    return values[k];
  }

  /** Its standard error, or where it is 0 a bound on its size. */
  public double standardError(int k) {
    return errors[k];
  }

  /** How many strings have a value. */
  public int decided() {
    return decided;
  }

  /** How many are significant without a sign. */
  public int undecided() {
    return undecided;
  }

  /** How many are not significant. */
  public int small() {
    return values.length - decided - undecided;
  }

  /** Strings of at least this size are significant, but for the probability delta. */
  public double resolution() {
    return resolution;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
