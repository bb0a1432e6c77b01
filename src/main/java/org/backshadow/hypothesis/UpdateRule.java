package org.backshadow.hypothesis;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.backshadow.resources.Ledger;

/**
 * How a hypothesis is corrected when a measured value contradicts it.
 *
 * <p>With steps of the size g of the mistake, each mistake lowers the relative entropy to the truth
 * by {@code g^2 / 2} (Golden-Thompson and Hoeffding), and it starts at {@code n ln 2}: at most
 * {@code 2 n ln 2 / g^2} mistakes. Source: Aaronson, Chen, Hazan, Kale, Nayak, arXiv:1802.09025.
 *
 * <pre>{@code
 * var z = DenseObservable.of(pauliSum("Z"));
 * var omega = HypothesisState.maximallyMixed(1);
 * UpdateRule.GAP_STEP.update(omega, z, 0.8, 0.2, Ledger.unlimited()).expectation(z) // 0.664
 * }</pre>
 */
public enum UpdateRule {
  /** Matrix multiplicative weights, H moves by half the accuracy: many small corrections. */
  FIXED_STEP {
    @Override
    HypothesisState move(
        HypothesisState before,
        DenseObservable a,
        double measured,
        double accuracy,
        Ledger ledger) {
      double sign = Math.signum(measured - before.expectation(a));
      return moved(before, a, sign * accuracy / 2, ledger);
    }
  },
  /** Matrix multiplicative weights, H moves by the mistake that was found. */
  GAP_STEP {
    @Override
    HypothesisState move(
        HypothesisState before,
        DenseObservable a,
        double measured,
        double accuracy,
        Ledger ledger) {
      return moved(before, a, measured - before.expectation(a), ledger);
    }
  },
  /**
   * The state of least relative entropy to the one before that predicts the measured value: H moves
   * along the observable until it does. Two to four times fewer mistakes than fixed steps, at the
   * price of about ten eigendecompositions an update.
   */
  PROJECTION {
    @Override
    HypothesisState move(
        HypothesisState before,
        DenseObservable a,
        double measured,
        double accuracy,
        Ledger ledger) {
      double now = before.expectation(a);
      double margin = MARGIN * (a.largest() - a.smallest());
      double target = Math.min(a.largest() - margin, Math.max(a.smallest() + margin, measured));
      double sign = Math.signum(measured - now);
      if ((target - now) * sign <= 0) {
        return GAP_STEP.move(before, a, measured, accuracy, ledger);
      }
      DoubleUnaryOperator miss =
          b -> (moved(before, a, sign * b, ledger).expectation(a) - target) * sign;
      double far = 1;
      while (miss.applyAsDouble(far) <= 0) {
        if (far >= FARTHEST) {
          return moved(before, a, sign * far, ledger);
        }
        far *= 2;
      }
      double step = new BrentSolver(0, RESOLUTION).solve(100, miss::applyAsDouble, 0, far);
      return moved(before, a, sign * step, ledger);
    }
  };

  /** Statistical noise may point outside what is possible; this part of the range stays free. */
  private static final double MARGIN = 0.01;

  /** H moves no farther than this in one update. */
  private static final double FARTHEST = 64;

  private static final double RESOLUTION = 1e-4;

  /**
   * The corrected hypothesis.
   *
   * @param a the observable that was predicted wrongly
   * @param measured its value, from copies
   * @param accuracy the error that predictions may have in the end
   * @param ledger where each eigendecomposition is charged, {@code 64 * 8^n} operations, or {@code
   *     400 r 4^n} for rank r
   */
  public HypothesisState update(
      HypothesisState before, DenseObservable a, double measured, double accuracy, Ledger ledger) {
    if (!Double.isFinite(measured) || !(accuracy > 0)) {
      throw new IllegalArgumentException(
          "a measured value (%s) is finite and an accuracy (%s) positive"
              .formatted(measured, accuracy));
    }
    return move(before, a, measured, accuracy, ledger);
  }

  abstract HypothesisState move(
      HypothesisState before, DenseObservable a, double measured, double accuracy, Ledger ledger);

  private static HypothesisState moved(
      HypothesisState before, DenseObservable a, double step, Ledger ledger) {
    ledger.charge(before.updateCost());
    return before.toward(a, step);
  }

  /** As it is called in a cell and in tables: {@code projection}. */
  @Override
  public String toString() {
    return switch (this) {
      case FIXED_STEP -> "fixed step";
      case GAP_STEP -> "gap step";
      case PROJECTION -> "projection";
    };
  }
}
