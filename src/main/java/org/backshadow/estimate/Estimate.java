package org.backshadow.estimate;

import static java.util.Objects.requireNonNull;

import org.backshadow.resources.Cost;

/**
 * A number with its error and what it cost.
 *
 * <pre>{@code
 * Estimate z = expectation(circuit(1).ry(0, 0.7), pauliSum("Z")).at().shots(1000).seed(1);
 * z.value() // 0.75
 * z.standardError() // 0.0209
 * z.interval(0.95).contains(Math.cos(0.7)) // true
 * }</pre>
 */
public interface Estimate {
  /** The number itself. */
  double value();

  /** The standard deviation that the value itself has over repetitions. */
  double standardError();

  /** How well the standard error is known: infinite if exactly. */
  double degreesOfFreedom();

  /** What was used for it. */
  Cost cost();

  /** Preparations consumed. */
  default long copies() {
    return cost().copies();
  }

  /** The interval that covers the true value at this confidence, two-sided. */
  default Interval interval(double confidence) {
    return Interval.around(value(), standardError(), degreesOfFreedom(), confidence);
  }

  /** {@code 0.468 ± 0.049}: the value and half its 95 % interval. */
  default String text() {
    return Rounding.plusMinus(value(), interval(0.95).width() / 2);
  }

  /** The same numbers with what a ledger counted for them. */
  default Estimate charged(Cost cost) {
    requireNonNull(cost, "cost");
    return new KnownEstimate(value(), standardError(), degreesOfFreedom(), cost);
  }

  /** An estimate that is known already; whoever holds the ledger adds the cost. */
  static Estimate of(double value, double standardError, double degreesOfFreedom) {
    return new KnownEstimate(value, standardError, degreesOfFreedom, Cost.NONE);
  }
}
