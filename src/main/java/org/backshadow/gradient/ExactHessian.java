package org.backshadow.gradient;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.Model.Occurrence;
import org.backshadow.resources.Ledger;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;

/**
 * The exact matrix of second derivatives: adjoint gradients at shifted angles.
 *
 * <p>By the shift rule of each gate angle, {@code d^2F/da db = sum_m c_m dF/db(a + s_m)}; a channel
 * is replaced by its derivative. The chain rule adds {@code sum dF/da d^2a/dtheta_k dtheta_l} for
 * angles that are not linear.
 */
final class ExactHessian {
  private ExactHessian() {}

  static SimpleMatrix of(Model model) {
    var simulator = new Simulator(Ledger.unlimited());
    int parameters = model.theta().length;
    Circuit bound = model.bound();
    List<Occurrence> occurrences = model.occurrences();
    var hessian = new SimpleMatrix(parameters, parameters);
    Set<Integer> parametrized =
        occurrences.stream().map(Occurrence::gate).collect(Collectors.toSet());
    for (Occurrence first : occurrences) {
      for (Part part : derivative(bound.operations().get(first.gate()), first.angle())) {
        Simulator.Reverse reverse =
            simulator.reverse(
                bound.with(first.gate(), part.operation()),
                model.observable(),
                parametrized::contains);
        for (Occurrence second : occurrences) {
          double value = part.coefficient() * reverse.derivative(second.gate(), second.angle());
          add(hessian, SecondOrder.products(first, second), value);
        }
      }
    }
    Simulator.Reverse here = simulator.reverse(bound, model.observable(), parametrized::contains);
    for (Occurrence occurrence : occurrences) {
      double slope = here.derivative(occurrence.gate(), occurrence.angle());
      add(hessian, SecondOrder.curvature(model, occurrence), slope);
    }
    return hessian;
  }

  /** What stands in an operation's place, times what. */
  private record Part(Operation operation, double coefficient) {}

  /** The derivative of F by an angle or a strength, as values of F with another operation. */
  private static List<Part> derivative(Operation operation, int by) {
    if (operation.instruction() instanceof Channel channel) {
      var slope = new ChannelSlope(channel, by);
      return List.of(new Part(new Operation(slope, operation.qubits(), operation.angles()), 1));
    }
    Angle angle = operation.angles().get(by);
    return ShiftRule.of(operation, by).stream()
        .map(
            shift ->
                new Part(operation.withAngle(by, angle.plus(shift.radians())), shift.coefficient()))
        .toList();
  }

  private static void add(SimpleMatrix hessian, List<SecondOrder.Entry> entries, double factor) {
    for (SecondOrder.Entry e : entries) {
      hessian.set(e.row(), e.column(), hessian.get(e.row(), e.column()) + e.weight() * factor);
    }
  }
}
