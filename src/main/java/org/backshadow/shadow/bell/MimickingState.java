package org.backshadow.shadow.bell;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.linear.HermitianEigen;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.Multinomial;
import org.backshadow.pauli.PauliEntries;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;

/**
 * A known mixed state sigma whose value of each significant string is not small, learned from the
 * signs of single strings; its values themselves are known exactly.
 *
 * <p>While sigma has a significant string with {@code |tr(P sigma)| < gap}, the sign of the worst
 * one is read from single copies and {@code H += sign step P} in {@code sigma = exp(H) / tr
 * exp(H)}. Bell measurements of a copy with sigma then have the mean {@code tr(P rho) tr(P sigma)},
 * whose sign gives that of {@code tr(P rho)}. Sigma is prepared as a mixture of its eigenvectors,
 * each by one state-preparation gate; on a device that gate is a circuit of about {@code 4^n}
 * gates.
 *
 * <p><b>Cost</b>: updates &middot; readings + pairs copies, {@code 8^n} classical steps an update.
 * <b>Source</b>: King, Gosset, Kothari, Babbush, arXiv:2404.19211.
 */
final class MimickingState {
  private static final double LEAST_STEP = 0.3;
  private static final double MOST_STEP = 1.5;

  private final HypothesisState hypothesis;
  private final PauliSum exponent;
  private final List<PauliString> read;

  private MimickingState(HypothesisState hypothesis, PauliSum exponent, List<PauliString> read) {
    this.hypothesis = hypothesis;
    this.exponent = exponent;
    this.read = List.copyOf(read);
  }

  /**
   * Learns it.
   *
   * @param magnitudes of the strings, in their order
   */
  static MimickingState learn(
      List<PauliString> strings, double[] magnitudes, PreparedState state, SignPlan plan) {
    int n = state.qubits();
    var known =
        new MimickingState(HypothesisState.maximallyMixed(n), PauliSum.of(n, List.of()), List.of());
    while (known.read.size() < plan.mostUpdates()) {
      Interrupts.check();
      state.ledger().charge(Cost.classical(1L << 3 * n, 16L << 2 * n));
      int worst = known.worst(strings, magnitudes, plan.gap());
      if (worst < 0) {
        return known;
      }
      PauliString string = strings.get(worst);
      int sign = sign(string, state, plan.readings());
      known = known.toward(string, sign * step(magnitudes[worst]));
    }
    return known;
  }

  /** The string that sigma lacks most in comparison with the state, or -1. */
  private int worst(List<PauliString> strings, double[] magnitudes, double gap) {
    int worst = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < magnitudes.length; k++) {
      double own = Math.abs(value(strings.get(k)));
      if (own < gap && magnitudes[k] - own > most) {
        most = magnitudes[k] - own;
        worst = k;
      }
    }
    return worst;
  }

  private static int sign(PauliString string, PreparedState state, long readings) {
    Counts counts = state.measure(Readout.of(string), readings);
    long sum = 0;
    for (int k = 0; k < counts.size(); k++) {
      sum += Readout.sign(string, counts.outcome(k)) * counts.count(k);
    }
    return sum < 0 ? -1 : 1;
  }

  /** From I/2^n this step would give sigma the magnitude itself. */
  private static double step(double magnitude) {
    double u = Math.min(magnitude, 0.95);
    double artanh = 0.5 * StrictMath.log((1 + u) / (1 - u));
    return Math.min(MOST_STEP, Math.max(LEAST_STEP, artanh));
  }

  private MimickingState toward(PauliString string, double step) {
    var all = new ArrayList<>(read);
    all.add(string);
    PauliSum direction = PauliSum.of(string);
    return new MimickingState(
        hypothesis.toward(direction, step), exponent.plus(direction.times(step)), all);
  }

  /** The exact {@code tr(P sigma)}. */
  double value(PauliString string) {
    return hypothesis.expectation(string);
  }

  /** How many signs were read. */
  int updates() {
    return read.size();
  }

  /**
   * Bell measurements of copies with sigma; one copy a pair.
   *
   * @param random draws which eigenvector stands for sigma
   */
  BellOutcomes beside(PreparedState state, long pairs, RandomStream random) {
    int n = state.qubits();
    int dimension = 1 << n;
    double[] re = new double[dimension * dimension];
    double[] im = new double[re.length];
    PauliEntries.add(exponent, re, im);
    HermitianEigen eigen = HermitianEigen.of(dimension, re, im);
    double[] weights = eigen.values();
    double largest = weights[dimension - 1];
    for (int k = 0; k < dimension; k++) {
      weights[k] = StrictMath.exp(weights[k] - largest);
    }
    Counts drawn = new Multinomial(weights).draw(pairs, random);
    var parts = new ArrayList<Counts>();
    for (int k = 0; k < drawn.size(); k++) {
      Interrupts.check();
      Circuit preparation = preparation(eigen, (int) drawn.outcome(k), dimension);
      parts.add(state.measureBell(preparation, drawn.count(k)));
    }
    return BellOutcomes.merged(n, parts);
  }

  private static Circuit preparation(HermitianEigen eigen, int k, int dimension) {
    double[] re = new double[dimension];
    double[] im = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      re[i] = eigen.re(i, k);
      im[i] = eigen.im(i, k);
    }
    return Ansatz.statePreparation(re, im);
  }
}
