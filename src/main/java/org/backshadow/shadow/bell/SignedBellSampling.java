package org.backshadow.shadow.bell;

import java.util.Locale;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Once;
import tech.tablesaw.api.Table;

/**
 * All Pauli expectation values of a state with signs, to an error epsilon: strings that are not
 * significant are 0. A plan that runs on first read and is remembered. Immutable.
 *
 * <pre>{@code
 * var state = circuit(2).ry(0, -0.8).cx(0, 1);
 * var signed = bellSampling(state).pairs(20_000).seed(7).signed(0.3);
 * signed.value("XX") // -0.7121 ± 0.0084 (95 %), 66,379 copies
 * state(state).expectation("XX") // -0.7174
 * }</pre>
 */
public final class SignedBellSampling {
  /** The mimicking state is a dense matrix. */
  public static final int MAX_QUBITS = HypothesisState.MAX_QUBITS;

  record Run(SignedStrings signs, Cost cost) {}

  private final BellSampling pairs;
  private final SignPlan plan;
  private final double epsilon;
  private final double delta;
  private final Once<Run> run;

  SignedBellSampling(BellSampling pairs, SignPlan plan, double epsilon, double delta) {
    if (pairs.qubits() > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "signs by a mimicking state need its matrix, for up to %d qubits, not %d; squared(..) and"
                  .formatted(MAX_QUBITS, pairs.qubits())
              + " magnitudes() do without");
    }
    this.pairs = pairs;
    this.plan = plan;
    this.epsilon = epsilon;
    this.delta = delta;
    this.run = Once.of(() -> pairs.signed(plan));
  }

  /**
   * With so many pairs of a copy and the mimicking state, in place of the number that decides all
   * signs; with few, signs stay undecided, and guesses are wrong.
   */
  public SignedBellSampling mimickingPairs(long mimickingPairs) {
    if (mimickingPairs < 1) {
      throw new IllegalArgumentException(
          "signed: " + mimickingPairs + " pairs with the mimicking state; at least 1 is needed");
    }
    return new SignedBellSampling(pairs, plan.pairs(mimickingPairs), epsilon, delta);
  }

  /** The significant strings and how their signs were decided. */
  public SignedStrings signs() {
    return run.get().signs();
  }

  /**
   * The value of a string: 0 if it is not significant.
   *
   * @throws IllegalStateException if its sign is undecided
   */
  public Estimate value(String letters) {
    var string = PauliString.of(letters);
    if (string.qubits() != pairs.qubits()) {
      throw new IllegalArgumentException(
          "%s has %d qubits, the state %d".formatted(string, string.qubits(), pairs.qubits()));
    }
    int index = signs().index(string);
    if (index < 0) {
      return string.isIdentity()
          ? Estimate.of(1, 0, Double.POSITIVE_INFINITY)
          : Estimate.of(0, epsilon, Double.POSITIVE_INFINITY).charged(cost());
    }
    SignedStrings.Decision decision = signs().decisions().get(index);
    if (!decision.decided()) {
      throw new IllegalStateException(
          "the sign of %s is undecided; use more pairs or a smaller epsilon, or read its square"
              .formatted(string));
    }
    return decision.value().charged(cost());
  }

  /** Everything together: the pairs, the signs read, the pairs with the mimicking state. */
  public Cost cost() {
    return run.get().cost();
  }

  /** See {@link SignedStrings#table}. */
  public Table table() {
    return signs().table();
  }

  /** See {@link SignedStrings#plot}. */
  public Figure plot() {
    return signs().plot();
  }

  /** What is guaranteed, in a sentence. */
  public String guarantee() {
    double strings = StrictMath.pow(4, pairs.qubits()) - 1;
    double proven = SignPlan.provenError(pairs.pairs(), strings, delta);
    return String.format(
        Locale.ROOT,
        "%,d pairs prove an error of at most %s for all strings without an undecided sign, with"
            + " confidence %.0f %% (asked: %s)",
        pairs.pairs(),
        Rounding.significant(Math.max(epsilon, proven), 2),
        100 * (1 - 2 * delta),
        Rounding.significant(epsilon, 2));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s; %,d copies; %s", signs(), cost().copies(), guarantee());
  }
}
