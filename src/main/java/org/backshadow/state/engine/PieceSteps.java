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
      } else if (step instanceof Batch.Together together) {
        factor *= rotate(together, u, start);
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

  /** The tangent of a rotation with the sign that its string has in this coset. */
  private double tangent(Batch.Turn turn, int start) {
    return turn.sign(start) * weights.tangent(turn.index());
  }

  private double rotate(Batch.Turn turn, double[] u, int start) {
    double tangent = tangent(turn, start);
    kernels.rotate(u, rows, turn.string(), tangent);
    if (weights.halved(turn.index())) {
      kernels.rotate(u, rows, turn.string(), tangent);
    }
    return weights.factor(turn.index());
  }

  private double rotate(Batch.Together together, double[] u, int start) {
    List<Batch.Turn> turns = together.turns();
    if (anyHalved(turns)) {
      double factor = 1;
      for (Batch.Turn turn : turns) {
        factor *= rotate(turn, u, start);
      }
      return factor;
    }
    double first = tangent(turns.get(0), start);
    double second = tangent(turns.get(1), start);
    if (turns.size() == 2) {
      kernels.rotateTwice(u, rows, together.orbits(), first, second);
    } else {
      double third = tangent(turns.get(2), start);
      kernels.rotateThrice(u, rows, together.orbits(), first, second, third);
    }
    return factor(together);
  }

  private boolean anyHalved(List<Batch.Turn> turns) {
    for (int t = 0; t < turns.size(); t++) {
      if (weights.halved(turns.get(t).index())) {
        return true;
      }
    }
    return false;
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
      } else if (step instanceof Batch.Together together) {
        back(together, u, l, start, sums);
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
    double factor = 1;
    if (step instanceof Batch.Together together) {
      for (int t = 0; t < together.turns().size(); t++) {
        factor *= weights.factor(together.turns().get(t).index());
      }
    }
    return factor;
  }

  /** Multiplies slopes by the square of the factors that both vectors lacked at each step. */
  void square(Slopes slopes) {
    double factor = 1;
    for (int s = 0; s < tables.length; s++) {
      Batch.Step step = steps.get(s);
      slopes.multiply(s, factor * factor);
      if (step instanceof Batch.Together together) {
        double first = weights.factor(together.turns().get(0).index());
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

  private void back(Batch.Together two, double[] u, double[] l, int start, double[] sums) {
    Batch.Turn first = two.turns().get(0);
    Batch.Turn second = two.turns().get(1);
    if (anyHalved(two.turns())) {
      sums[0] += back(first, u, l, start);
      sums[1] += back(second, u, l, start);
      return;
    }
    double[] turned = new double[2];
    kernels.rotateBothTwice(
        u, l, rows, two.orbits(), -tangent(first, start), -tangent(second, start), turned);
    sums[0] += sign(first, start) * turned[0];
    sums[1] += sign(second, start) * turned[1];
  }

  private double backOnce(Batch.Turn turn, double[] u, double[] l, int start) {
    double sum = kernels.rotateBoth(u, l, rows, turn.string(), -tangent(turn, start));
    return sign(turn, start) * sum;
  }

  /** The sign of the rotation's generator beside that of the kernels' string in this coset. */
  private double sign(Batch.Turn turn, int start) {
    return turn.sign(start) * weights.sign(turn.index());
  }
}
