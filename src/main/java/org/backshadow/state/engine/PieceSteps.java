package org.backshadow.state.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does a batch's steps on a piece, at given angles. */
final class PieceSteps {
  /** Below this the product of left-out cosines is multiplied in, lest the numbers overflow. */
  private static final double SMALL = 1e-60;

  private final Kernels kernels;
  private final Weights weights;
  private final List<Batch.Step> steps;
  private final int rows;

  /** Those of the steps that are phases. */
  private final @Nullable PhaseTable[] tables;

  PieceSteps(Kernels kernels, Weights weights, Batch batch) {
    this.kernels = kernels;
    this.weights = weights;
    this.steps = batch.steps();
    this.rows = batch.coset().rows();
    tables = new PhaseTable[steps.size()];
    for (int s = 0; s < tables.length; s++) {
      if (steps.get(s) instanceof Batch.Phases phases) {
        tables[s] = PhaseTable.of(phases.turns(), weights, kernels.width());
      }
    }
  }

  /** Rotates a piece; returns the factor that is still to be multiplied in. */
  double forward(double[] u, int start) {
    double factor = 1;
    for (int s = 0; s < tables.length; s++) {
      Batch.Step step = steps.get(s);
      if (step instanceof Batch.Turn turn) {
        factor *= rotate(turn, u, start);
      } else if (step instanceof Batch.TwoTurns two) {
        factor *= rotate(two, u, start);
      } else {
        Batch.Phases phases = (Batch.Phases) step;
        PhaseTable table = Objects.requireNonNull(tables[s]);
        kernels.turnPhases(u, rows, phases.keys(), phases.flip(start), table.re(), table.im());
      }
      if (Math.abs(factor) < SMALL) {
        kernels.scale(u, 2 * rows * kernels.width(), factor);
        factor = 1;
      }
    }
    return factor;
  }

  private double rotate(Batch.Turn turn, double[] u, int start) {
    int j = turn.index();
    int parity = turn.string().parity(start);
    kernels.rotate(u, rows, turn.string(), weights.tangent(j), parity);
    if (weights.halved(j)) {
      kernels.rotate(u, rows, turn.string(), weights.tangent(j), parity);
    }
    return weights.factor(j);
  }

  private double rotate(Batch.TwoTurns two, double[] u, int start) {
    int i = two.first().index();
    int j = two.second().index();
    if (weights.halved(i) || weights.halved(j)) {
      return rotate(two.first(), u, start) * rotate(two.second(), u, start);
    }
    kernels.rotateTwice(
        u,
        rows,
        two.first().string(),
        weights.tangent(i),
        two.first().string().parity(start),
        two.second().string(),
        weights.tangent(j),
        two.second().string().parity(start));
    return weights.factor(i) * weights.factor(j);
  }

  /**
   * Takes a state and {@code lambda} back through a batch of a backward plan and adds {@code Im
   * <lambda|P|psi>} of each rotation to the slopes, up to the factors of {@link #square}; returns
   * the factor that is still to be multiplied into both.
   */
  double back(double[] u, double[] l, int start, Slopes slopes) {
    double factor = 1;
    for (int s = 0; s < tables.length; s++) {
      Batch.Step step = steps.get(s);
      double[] sums = slopes.of(s);
      if (step instanceof Batch.Turn turn) {
        sums[0] += back(turn, u, l, start);
      } else if (step instanceof Batch.TwoTurns two) {
        back(two, u, l, start, sums);
      } else {
        Batch.Phases phases = (Batch.Phases) step;
        PhaseTable table = Objects.requireNonNull(tables[s]);
        kernels.turnPhasesBack(
            u, l, rows, phases.keys(), phases.flip(start), table.re(), table.im(), sums);
      }
      factor *= factor(step);
      if (Math.abs(factor) < SMALL) {
        kernels.scale(u, 2 * rows * kernels.width(), factor);
        kernels.scale(l, 2 * rows * kernels.width(), factor);
        factor = 1;
      }
    }
    return factor;
  }

  private double factor(Batch.Step step) {
    if (step instanceof Batch.Turn turn) {
      return weights.factor(turn.index());
    }
    return step instanceof Batch.TwoTurns two
        ? weights.factor(two.first().index()) * weights.factor(two.second().index())
        : 1;
  }

  /** Multiplies slopes by the square of the factors that both vectors lacked at each step. */
  void square(Slopes slopes) {
    double factor = 1;
    for (int s = 0; s < tables.length; s++) {
      Batch.Step step = steps.get(s);
      slopes.multiply(s, factor * factor);
      if (step instanceof Batch.TwoTurns two) {
        double first = weights.factor(two.first().index());
        slopes.of(s)[1] *= first * first;
      }
      factor *= factor(step);
      if (Math.abs(factor) < SMALL) {
        factor = 1;
      }
    }
  }

  private double back(Batch.Turn turn, double[] u, double[] l, int start) {
    double sum = backOnce(turn, u, l, start);
    if (weights.halved(turn.index())) {
      backOnce(turn, u, l, start);
    }
    return sum;
  }

  private void back(Batch.TwoTurns two, double[] u, double[] l, int start, double[] sums) {
    int i = two.first().index();
    int j = two.second().index();
    if (weights.halved(i) || weights.halved(j)) {
      sums[0] += back(two.first(), u, l, start);
      sums[1] += back(two.second(), u, l, start);
      return;
    }
    double[] turned = new double[2];
    kernels.rotateBothTwice(
        u,
        l,
        rows,
        two.first().string(),
        weights.tangent(i),
        two.first().string().parity(start) ^ 1,
        two.second().string(),
        weights.tangent(j),
        two.second().string().parity(start) ^ 1,
        turned);
    sums[0] -= weights.sign(i) * turned[0];
    sums[1] -= weights.sign(j) * turned[1];
  }

  private double backOnce(Batch.Turn turn, double[] u, double[] l, int start) {
    LocalString string = turn.string();
    // The opposite parity turns back, and gives the sum the opposite sign.
    int parity = string.parity(start) ^ 1;
    double tangent = weights.tangent(turn.index());
    return -weights.sign(turn.index()) * kernels.rotateBoth(u, l, rows, string, tangent, parity);
  }
}
