package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.resources.Ledger;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;

/**
 * The exact matrix of second derivatives: adjoint gradients at shifted angles.
 *
 * <p>By the shift rule of each gate angle, {@code d^2F/da db = sum_m c_m dF/db(a + s_m)}; the chain
 * rule adds {@code sum dF/da d^2a/dtheta_k dtheta_l} for angles that are not linear.
 */
final class ExactHessian {
  private ExactHessian() {}

  static SimpleMatrix of(Model model) {
    var simulator = new Simulator(Ledger.unlimited());
    int parameters = model.theta().length;
    Circuit bound = model.bound();
    List<Occurrence> occurrences = model.occurrences();
    var hessian = new SimpleMatrix(parameters, parameters);
    for (Occurrence first : occurrences) {
      Operation operation = bound.operations().get(first.gate());
      Angle angle = operation.angles().get(first.angle());
      for (ShiftRule.Shift shift : ShiftRule.of(operation, first.angle())) {
        Operation shifted = operation.withAngle(first.angle(), angle.plus(shift.radians()));
        Simulator.Reverse reverse =
            simulator.reverse(bound.with(first.gate(), shifted), model.observable());
        for (Occurrence second : occurrences) {
          double value = shift.coefficient() * reverse.derivative(second.gate(), second.angle());
          add(hessian, SecondOrder.products(first, second), value);
        }
      }
    }
    Simulator.Reverse here = simulator.reverse(bound, model.observable());
    for (Occurrence occurrence : occurrences) {
      double slope = here.derivative(occurrence.gate(), occurrence.angle());
      add(hessian, SecondOrder.curvature(model, occurrence), slope);
    }
    return hessian;
  }

  private static void add(SimpleMatrix hessian, List<SecondOrder.Entry> entries, double factor) {
    for (SecondOrder.Entry e : entries) {
      hessian.set(e.row(), e.column(), hessian.get(e.row(), e.column()) + e.weight() * factor);
    }
  }
}
