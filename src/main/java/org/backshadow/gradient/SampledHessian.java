package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;

/**
 * Second derivatives from measured shots: the parameter-shift rule, twice.
 *
 * <p>{@code d^2F/da db = sum_mn c_m c_n F(a + s_m, b + s_n)}; for one angle twice the shifts add up
 * and equal ones are measured once, so that a rotation takes {@code (F(a + pi) - F(a)) / 2}. An
 * angle that is not linear in the parameters adds its slope times its curvature. Source: Mari,
 * Bromley, Killoran, arXiv:2008.06517.
 */
final class SampledHessian {
  private final Model model;
  private final Circuit bound;
  private final List<Occurrence> occurrences;
  private final boolean stationary;

  /**
   * The second derivatives of a model.
   *
   * @param stationary whether all first derivatives are known to vanish here
   */
  SampledHessian(Model model, boolean stationary) {
    this.model = model;
    this.bound = model.bound();
    this.occurrences = model.occurrences();
    this.stationary = stationary;
  }

  /**
   * Refuses, before any work, a gate that the shift rule does not know.
   *
   * @throws IllegalArgumentException with the reason
   */
  void requireApplicable() {
    occurrences.forEach(this::rule);
  }

  /** Measures every shifted circuit through the door, so many shots a group. */
  MatrixSum estimate(Copies copies, GroupedEstimator estimator) {
    var sums = new MatrixSum(model.theta().length);
    for (int i = 0; i < occurrences.size(); i++) {
      Occurrence first = occurrences.get(i);
      List<SecondOrder.Entry> square = SecondOrder.products(first, first);
      for (ShiftRule.Shift shift : twice(first)) {
        Circuit shifted = shifted(bound, first, shift);
        sums.add(square, shift.coefficient(), measure(shifted, copies, estimator));
      }
      for (Occurrence second : occurrences.subList(i + 1, occurrences.size())) {
        List<SecondOrder.Entry> both = SecondOrder.symmetric(first, second);
        for (ShiftRule.Shift one : rule(first)) {
          Circuit once = shifted(bound, first, one);
          for (ShiftRule.Shift other : rule(second)) {
            Estimate value = measure(shifted(once, second, other), copies, estimator);
            sums.add(both, one.coefficient() * other.coefficient(), value);
          }
        }
      }
      List<SecondOrder.Entry> curvature = SecondOrder.curvature(model, first);
      if (!stationary && !curvature.isEmpty()) {
        for (ShiftRule.Shift shift : rule(first)) {
          Estimate value = measure(shifted(bound, first, shift), copies, estimator);
          sums.add(curvature, shift.coefficient(), value);
        }
      }
    }
    return sums;
  }

  private Estimate measure(Circuit circuit, Copies copies, GroupedEstimator estimator) {
    return estimator.estimate(model.observable(), copies.prepare(circuit));
  }

  private List<ShiftRule.Shift> rule(Occurrence occurrence) {
    return ShiftRule.of(bound.operations().get(occurrence.gate()), occurrence.angle());
  }

  /** The rule of one angle after itself, in the angle's period, equal shifts together. */
  private List<ShiftRule.Shift> twice(Occurrence occurrence) {
    List<ShiftRule.Shift> rule = rule(occurrence);
    if (rule.isEmpty()) {
      return rule;
    }
    // The shifts of a rule are odd multiples of the first, and 4R of these are a period.
    double unit = Math.abs(rule.get(0).radians());
    long period = 2L * rule.size();
    Map<Long, Double> coefficients = new TreeMap<>();
    for (ShiftRule.Shift one : rule) {
      for (ShiftRule.Shift other : rule) {
        long steps = Math.round((one.radians() + other.radians()) / unit);
        long turned = Math.floorMod(steps + period / 2 - 1, period) - (period / 2 - 1);
        coefficients.merge(turned, one.coefficient() * other.coefficient(), Double::sum);
      }
    }
    var shifts = new ArrayList<ShiftRule.Shift>();
    coefficients.forEach((steps, c) -> shifts.add(new ShiftRule.Shift(steps * unit, c)));
    return shifts;
  }

  private static Circuit shifted(Circuit circuit, Occurrence occurrence, ShiftRule.Shift shift) {
    Operation operation = circuit.operations().get(occurrence.gate());
    Angle angle = operation.angles().get(occurrence.angle()).plus(shift.radians());
    return circuit.with(occurrence.gate(), operation.withAngle(occurrence.angle(), angle));
  }
}
