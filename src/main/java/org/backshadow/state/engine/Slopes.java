package org.backshadow.state.engine;

/** The derivatives by the rotations of one batch, summed over some of its cosets. */
final class Slopes {
  private final Batch batch;
  private final Weights weights;
  private final int width;
  private final double[][] sums;

  Slopes(Batch batch, Weights weights, int width) {
    this.batch = batch;
    this.weights = weights;
    this.width = width;
    sums = new double[batch.steps().size()][];
    for (int s = 0; s < sums.length; s++) {
      sums[s] = room(batch.steps().get(s));
    }
  }

  private double[] room(Batch.Step step) {
    if (step instanceof Batch.Phases phases) {
      return new double[width << phases.turns().size()];
    }
    return new double[step instanceof Batch.Turn ? 1 : step.turns().size()];
  }

  /** What step s adds to: one sum for each of its rotations, or for each key and lane. */
  double[] of(int s) {
    return sums[s];
  }

  void multiply(int s, double factor) {
    for (int k = 0; k < sums[s].length; k++) {
      sums[s][k] *= factor;
    }
  }

  /** The derivatives in the order of {@link Batch#turns}. */
  double[] totals() {
    double[] totals = new double[batch.turns().length];
    int next = 0;
    for (int s = 0; s < sums.length; s++) {
      if (batch.steps().get(s) instanceof Batch.Phases phases) {
        for (int t = 0; t < phases.turns().size(); t++) {
          totals[next++] = total(phases.turns().get(t), t, sums[s]);
        }
      } else {
        for (double sum : sums[s]) {
          totals[next++] = sum;
        }
      }
    }
    return totals;
  }

  /** The sum over keys and lanes with the signs of the t-th of a group. */
  private double total(Batch.Turn turn, int t, double[] sum) {
    int signsAt = weights.signsAt(turn.string().laneSigns());
    double total = 0;
    for (int e = 0; e < sum.length; e++) {
      double signed = sum[e] * weights.signs()[signsAt + (e & (width - 1))];
      total += (e / width >>> t & 1) == 0 ? signed : -signed;
    }
    return total;
  }
}
