package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.resources.Seed;

/**
 * Gradient by the parameter-shift rule, from measured shots.
 *
 * <p><b>Formula</b>: for a rotation {@code exp(-i a P / 2)}, {@code dF/da = (F(a + pi/2) - F(a -
 * pi/2)) / 2}, without bias; the four-term rule for controlled rotations and excitations. A
 * parameter that stands in several gates is shifted in each and summed by the chain rule.
 *
 * <p><b>Cost</b>: 2 circuits (4 by the four-term rule) for each gate angle with a parameter, and
 * shots copies for each of them and each measurement group: the growth in M that quantum
 * backpropagation sets out to avoid.
 *
 * <p>With noise, the strength s of a channel that applies an error with probability s, as {@code
 * depolarize} does, has {@code dF/ds = F(s = 1) - F(s = 0)}; other strengths are refused.
 *
 * <p><b>Error</b>: at most {@code sum |c| / sqrt(2 shots)} for a gate of the two-term rule.
 *
 * <p><b>Source</b>: Mitarai et al., arXiv:1803.00745; Schuld et al., arXiv:1811.11184; four terms:
 * Anselmetti et al., arXiv:2104.05695.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * f.at(0.4).gradient(parameterShift().shots(4000).seed(7))
 * // parameterShift (95 %, 8,000 copies, seed 7): a: -0.391 ± 0.020
 * }</pre>
 *
 * @param shots of each circuit and group; 0 leaves it open
 * @param seed of the outcomes
 */
public record ParameterShift(long shots, long seed) implements SampledGradient {
  /** As many shots of each circuit and measurement group. */
  public ParameterShift shots(long shots) {
    return new ParameterShift(Shots.require(name(), shots), seed);
  }

  /** The same method with another seed. */
  public ParameterShift seed(long seed) {
    return new ParameterShift(shots, seed);
  }

  @Override
  public String name() {
    return "parameterShift";
  }

  @Override
  public void requireApplicable(Model model) {
    circuits(model);
  }

  @Override
  public SampledGradient within(Model model, long copies) {
    if (shots != Shots.OPEN) {
      return this;
    }
    return shots(Shots.within(name(), model, circuits(model), copies));
  }

  static long circuits(Model model) {
    Circuit circuit = model.bound();
    long circuits = 0;
    for (Occurrence occurrence : model.occurrences()) {
      Operation operation = circuit.operations().get(occurrence.gate());
      circuits += ShiftRule.of(operation, occurrence.angle()).size();
    }
    return circuits;
  }

  @Override
  public SampledGradient atShots(long each) {
    return shots == Shots.OPEN ? shots(each) : this;
  }

  @Override
  public ParameterShift guaranteeing(Model model, double epsilon, double delta) {
    Circuit circuit = model.bound();
    var hoeffding = new Hoeffding(model.theta().length);
    for (Occurrence occurrence : model.occurrences()) {
      Operation operation = circuit.operations().get(occurrence.gate());
      for (ShiftRule.Shift shift : ShiftRule.of(operation, occurrence.angle())) {
        hoeffding.add(occurrence, shift.coefficient());
      }
    }
    return shots(hoeffding.shots(model.observable(), epsilon, delta));
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    Circuit circuit = model.bound();
    var estimator = new GroupedEstimator(Shots.orDefault(shots));
    var gradient = new Accumulator(model.theta().length);
    for (Occurrence occurrence : model.occurrences()) {
      Operation operation = circuit.operations().get(occurrence.gate());
      Angle angle = operation.angles().get(occurrence.angle());
      List<ShiftRule.Shift> shifts = ShiftRule.of(operation, occurrence.angle());
      for (ShiftRule.Shift shift : shifts) {
        Operation shifted = operation.withAngle(occurrence.angle(), angle.plus(shift.radians()));
        Estimate value =
            estimator.estimate(
                model.observable(), copies.prepare(circuit.with(occurrence.gate(), shifted)));
        gradient.add(occurrence, shift.coefficient(), value);
      }
    }
    return gradient.components(Math.max(1, estimator.shots() - 1), "");
  }
}
