package org.backshadow.gradient;

import java.util.ArrayList;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.resources.Seed;

/**
 * Gradient by central differences of measured values.
 *
 * <p><b>Formula</b>: {@code (F(theta + h e_k) - F(theta - h e_k)) / (2h)}. Its target is not the
 * gradient: for a parameter that stands in one Pauli rotation by {@code w theta} it is {@code
 * sin(wh)/(wh)} times the component, in general within {@code h^2 Omega^3 sum|c| / 6}, Omega the
 * sum of the parameter's frequencies. Where a step would take a strength of noise out of 0 to 1,
 * only the other side is measured, and the bias is of order h.
 *
 * <p><b>Cost</b>: 2 circuits a parameter, shots copies for each and each measurement group.
 * <b>Error</b>: the standard error grows as 1/h: {@code sum |c| / (h sqrt(2 shots))} at most.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * f.at(0.4).gradient(finiteDifference().step(0.2).shots(10_000).seed(7))
 * // finiteDifference (95 %, 20,000 copies, seed 7; biased: step 0.2; ...
 * }</pre>
 *
 * @param step h in radians
 * @param shots of each circuit and group; 0 leaves it open
 * @param seed of the outcomes
 */
public record FiniteDifference(double step, long shots, long seed) implements SampledGradient {
  /**
   * A step, in radians.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public FiniteDifference {
    if (!(step > 0) || !Double.isFinite(step)) {
      throw new IllegalArgumentException(
          "finiteDifference: the step is " + step + "; it must be a positive number of radians");
    }
  }

  /** The difference h in radians. */
  public FiniteDifference step(double step) {
    return new FiniteDifference(step, shots, seed);
  }

  /** As many shots of each circuit and measurement group. */
  public FiniteDifference shots(long shots) {
    return new FiniteDifference(step, Shots.require(name(), shots), seed);
  }

  /** The same method with another seed. */
  public FiniteDifference seed(long seed) {
    return new FiniteDifference(step, shots, seed);
  }

  @Override
  public String name() {
    return "finiteDifference";
  }

  @Override
  public void requireApplicable(Model model) {
    double[] theta = model.theta();
    for (int k = 0; k < theta.length; k++) {
      boolean room = model.admits(moved(theta, k, step)) || model.admits(moved(theta, k, -step));
      requireRoom(model, k, room ? step : 0);
    }
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (shots != Shots.OPEN) {
      return this;
    }
    return shots(Shots.within(name(), model, 2L * model.theta().length, copies));
  }

  @Override
  public SampledGradient atShots(long each) {
    return shots == Shots.OPEN ? shots(each) : this;
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    var estimator = new GroupedEstimator(Shots.orDefault(shots));
    double[] theta = model.theta();
    double[] values = new double[theta.length];
    double[] errors = new double[theta.length];
    var oneSided = new ArrayList<String>();
    for (int k = 0; k < theta.length; k++) {
      double up = model.admits(moved(theta, k, step)) ? step : 0;
      double down = model.admits(moved(theta, k, -step)) ? step : 0;
      requireRoom(model, k, up + down);
      Estimate above = at(model, moved(theta, k, up), estimator, copies);
      Estimate below = at(model, moved(theta, k, -down), estimator, copies);
      values[k] = (above.value() - below.value()) / (up + down);
      errors[k] = Math.hypot(above.standardError(), below.standardError()) / (up + down);
      if (up + down < 2 * step) {
        oneSided.add(model.parameters().get(k));
      }
    }
    double move = model.steepest() * step;
    double shrink = move == 0 ? 0 : 100 * (1 - StrictMath.sin(move) / move);
    String note =
        "biased: step %s; a component of a single Pauli rotation is expected up to %s %% too small"
            .formatted(step, Rounding.significant(shrink, 2));
    if (!oneSided.isEmpty()) {
      note += "; one-sided, so that noise stays within 0 to 1: " + String.join(", ", oneSided);
    }
    return new Components(values, errors, Math.max(1, estimator.shots() - 1), note);
  }

  private static double[] moved(double[] theta, int k, double by) {
    double[] moved = theta.clone();
    moved[k] += by;
    return moved;
  }

  private void requireRoom(Model model, int k, double room) {
    if (room == 0) {
      throw new IllegalArgumentException(
          "finiteDifference: a step of %s in %s takes a strength of noise out of 0 to 1 on both"
                  .formatted(step, model.parameters().get(k))
              + " sides; set a smaller one with step(...)");
    }
  }

  private static Estimate at(
      Model model, double[] theta, GroupedEstimator estimator, Copies copies) {
    Circuit circuit = model.circuit().bind(theta);
    return estimator.estimate(model.observable(), copies.prepare(circuit));
  }
}
