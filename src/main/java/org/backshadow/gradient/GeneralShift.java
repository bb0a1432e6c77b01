package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.resources.Seed;

/**
 * Gradient by the general shift rule: each parameter is shifted as a whole, in all its gates at
 * once.
 *
 * <p><b>Formula</b>: F is a trigonometric polynomial in a parameter; with its positive frequencies
 * W_1 ... W_R, {@code dF/dtheta = sum_m c_m (F(theta + x_m) - F(theta - x_m))} where {@code 2 sum_m
 * c_m sin(W_j x_m) = W_j} for every j. Equidistant frequencies have the closed form of the source;
 * others are solved for. Without bias.
 *
 * <p><b>Cost</b>: 2R circuits a parameter, shots copies for each and each measurement group; for a
 * parameter in r Pauli rotations R is at most r, and less where frequencies coincide.
 * <b>Applies</b> where every angle is linear in every parameter; elsewhere {@link ParameterShift}
 * does. <b>Source</b>: Wierichs, Izaac, Wang, Lin, arXiv:2107.12390.
 *
 * <pre>{@code
 * var a = param("a");
 * var f = expectation(circuit(2).ry(0, a).ry(1, a), pauliSum("ZZ")); // one parameter, two gates
 * f.at(0.4).gradient(generalShift().shots(2000).seed(7))
 * // generalShift (95 %, 8,000 copies, seed 7): a: -0.711 ± 0.042
 * }</pre>
 *
 * @param shots of each circuit and group; 0 leaves it open
 * @param seed of the outcomes
 */
public record GeneralShift(long shots, long seed) implements SampledGradient {
  /** As many shots of each circuit and measurement group. */
  public GeneralShift shots(long shots) {
    return new GeneralShift(Shots.require(name(), shots), seed);
  }

  /** The same method with another seed. */
  public GeneralShift seed(long seed) {
    return new GeneralShift(shots, seed);
  }

  @Override
  public String name() {
    return "generalShift";
  }

  @Override
  public void requireApplicable(Model model) {
    model.requireOnlyAngles(name(), "shifts are of angles", "adjoint() or finiteDifference()");
    ParameterFrequencies.rules(model);
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (shots != Shots.OPEN) {
      return this;
    }
    long circuits = ParameterFrequencies.rules(model).stream().mapToLong(List::size).sum();
    return shots(Shots.within(name(), model, circuits, copies));
  }

  @Override
  public SampledGradient atShots(long each) {
    return shots == Shots.OPEN ? shots(each) : this;
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    var estimator = new GroupedEstimator(Shots.orDefault(shots));
    List<List<ShiftRule.Shift>> rules = ParameterFrequencies.rules(model);
    double[] theta = model.theta();
    double[] values = new double[theta.length];
    double[] errors = new double[theta.length];
    for (int k = 0; k < theta.length; k++) {
      double variance = 0;
      for (ShiftRule.Shift shift : rules.get(k)) {
        double[] moved = theta.clone();
        moved[k] += shift.radians();
        Circuit circuit = model.circuit().bind(moved);
        Estimate value = estimator.estimate(model.observable(), copies.prepare(circuit));
        double error = shift.coefficient() * value.standardError();
        values[k] += shift.coefficient() * value.value();
        variance += error * error;
      }
      errors[k] = Math.sqrt(variance);
    }
    return new Components(values, errors, Math.max(1, estimator.shots() - 1), "");
  }
}
