package org.backshadow.gradient;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.Estimate;
import org.backshadow.measure.GroupedEstimator;
import org.backshadow.measure.Rounding;
import org.backshadow.resources.Seed;

/**
 * Gradient by central differences of measured values.
 *
 * <p><b>Formula</b>: {@code (F(theta + h e_k) - F(theta - h e_k)) / (2h)}. Its target is not the
 * gradient: for a parameter that stands in one Pauli rotation it is {@code sin(h)/h} times the
 * component, in general within {@code h^2 Omega^3 sum|c| / 6}, Omega the sum of the parameter's
 * frequencies.
 *
 * <p><b>Cost</b>: 2 circuits a parameter, shots copies for each and each measurement group.
 * <b>Error</b>: the standard error grows as 1/h: {@code sum |c| / (h sqrt(2 shots))} at most.
 *
 * @param step h in radians
 * @param shots of each circuit and group; 0 leaves it open
 * @param seed of the outcomes
 */
public record FiniteDifference(double step, long shots, long seed) implements SampledGradient {
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

  public FiniteDifference seed(long seed) {
    return new FiniteDifference(step, shots, seed);
  }

  @Override
  public String name() {
    return "finiteDifference";
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
    for (int k = 0; k < theta.length; k++) {
      Estimate above = at(model, theta, k, step, estimator, copies);
      Estimate below = at(model, theta, k, -step, estimator, copies);
      values[k] = (above.value() - below.value()) / (2 * step);
      errors[k] = Math.hypot(above.standardError(), below.standardError()) / (2 * step);
    }
    double shrink = 100 * (1 - StrictMath.sin(step) / step);
    String note =
        "biased: step %s; a component of a single Pauli rotation is expected %s %% too small"
            .formatted(step, Rounding.significant(shrink, 2));
    return new Components(values, errors, Math.max(1, estimator.shots() - 1), note);
  }

  private static Estimate at(
      Model model, double[] theta, int k, double step, GroupedEstimator estimator, Copies copies) {
    double[] moved = theta.clone();
    moved[k] += step;
    Circuit circuit = model.circuit().bind(moved);
    return estimator.estimate(model.observable(), copies.prepare(circuit));
  }
}
