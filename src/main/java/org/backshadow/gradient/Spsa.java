package org.backshadow.gradient;

import org.backshadow.estimate.Moments;
import org.backshadow.estimate.Rounding;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * Gradient by simultaneous perturbation: all parameters move at once in random directions of signs.
 *
 * <p><b>Formula</b>: the mean over directions d of {@code (F(theta + c d) - F(theta - c d)) d_k /
 * (2c)}. Its target is the gradient up to order c^2.
 *
 * <p><b>Cost</b>: 2 circuits a direction, whatever the number of parameters; shots copies for each
 * and each measurement group. <b>Error</b>: the sample variance over directions, {@code sum over
 * other components g_i^2} plus shot noise {@code sum|c|^2 / (2 c^2 shots)} at most, over the number
 * of directions. Cheap per step, not per digit.
 *
 * <p><b>Source</b>: Spall, IEEE Trans. Autom. Control 37, 332 (1992).
 *
 * <pre>{@code
 * var f = expectation(Ansatz.hardwareEfficient(2, 1), pauliSum("ZI"));
 * f.at(0.4, 0.9, -0.3, 0.2).gradient(spsa().directions(100).shots(100).seed(7)).cost().circuits()
 * // 200
 * }</pre>
 *
 * @param step c in radians
 * @param directions number of random directions; 0 leaves it open
 * @param shots of each circuit and group
 * @param seed of the directions and the outcomes
 */
public record Spsa(double step, long directions, long shots, long seed) implements SampledGradient {
  private static final long DEFAULT_DIRECTIONS = 1000;

  /**
   * Step and shots are checked.
   *
   * @throws IllegalArgumentException if the step is not positive and finite, or the shots are below
   *     1
   */
  public Spsa {
    if (!(step > 0) || !Double.isFinite(step)) {
      throw new IllegalArgumentException(
          "spsa: the step is " + step + "; it must be a positive number of radians");
    }
    Shots.require("spsa", shots);
  }

  /** The length c of a move in each parameter, in radians. */
  public Spsa step(double step) {
    return new Spsa(step, directions, shots, seed);
  }

  /** The number of random directions, at least 2. */
  public Spsa directions(long directions) {
    if (directions < 2) {
      throw new IllegalArgumentException(
          "spsa: " + directions + " directions; at least 2 are needed for an error");
    }
    return new Spsa(step, directions, shots, seed);
  }

  /** As many shots of each circuit and measurement group. */
  public Spsa shots(long shots) {
    return new Spsa(step, directions, shots, seed);
  }

  /** The same method with another seed. */
  public Spsa seed(long seed) {
    return new Spsa(step, directions, shots, seed);
  }

  @Override
  public String name() {
    return "spsa";
  }

  @Override
  public void requireApplicable(Model model) {
    model.requireOnlyAngles(
        name(),
        "moved with all others, the strength could leave 0 to 1",
        "adjoint() or finiteDifference()");
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (directions != Shots.OPEN) {
      return this;
    }
    return directions(2 * Shots.within(name(), model, 4 * shots, copies));
  }

  @Override
  public SampledGradient atShots(long each) {
    return directions == Shots.OPEN ? shots(each).directions(2) : this;
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    var estimator = new GroupedEstimator(shots);
    RandomStream random = seed.random();
    double[] theta = model.theta();
    int m = theta.length;
    var moments = new Moments[m];
    for (int k = 0; k < m; k++) {
      moments[k] = new Moments();
    }
    long count = directions == Shots.OPEN ? DEFAULT_DIRECTIONS : directions;
    for (long i = 0; i < count; i++) {
      Interrupts.check();
      double[] above = theta.clone();
      double[] below = theta.clone();
      int[] signs = new int[m];
      for (int k = 0; k < m; k++) {
        signs[k] = random.nextBoolean() ? 1 : -1;
        above[k] += step * signs[k];
        below[k] -= step * signs[k];
      }
      double difference =
          estimator
                  .estimate(model.observable(), copies.prepare(model.circuit().bind(above)))
                  .value()
              - estimator
                  .estimate(model.observable(), copies.prepare(model.circuit().bind(below)))
                  .value();
      for (int k = 0; k < m; k++) {
        moments[k].add(difference * signs[k] / (2 * step), 1);
      }
    }
    return components(moments, model.observable().oneNorm(), model.steepest() * step, count);
  }

  private Components components(Moments[] moments, double norm, double move, long count) {
    double[] values = new double[moments.length];
    double[] errors = new double[moments.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = moments[k].mean();
      errors[k] = moments[k].standardError(norm / step);
    }
    double kept =
        move == 0
            ? 1
            : StrictMath.sin(move)
                / move
                * StrictMath.pow(StrictMath.cos(move), Math.max(0, moments.length - 1));
    String note =
        "biased: step %s, %s directions; where each parameter stands in one Pauli rotation, parts of a component are expected up to %s %% too small"
            .formatted(step, Rounding.count(count), Rounding.significant(100 * (1 - kept), 2));
    return new Components(values, errors, Math.max(1, count - 1), note);
  }
}
