package org.backshadow.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;

/**
 * The angles of all gates, one after the other, as functions of a circuit's parameters, and the
 * chain rule back. An angle {@code factor * theta_k + offset}, by far the most common, costs one
 * multiplication; any other is evaluated as the expression it is.
 */
final class ParameterAngles {
  private static final int NUMBER = -1;
  private static final int EXPRESSION = -2;

  private final Circuit circuit;
  private final List<Angle> angles;
  private final int[] parameter;
  private final double[] factor;
  private final double[] offset;
  private final boolean linear;

  private ParameterAngles(Circuit circuit, List<Angle> angles) {
    this.circuit = circuit;
    this.angles = angles;
    int count = angles.size();
    parameter = new int[count];
    factor = new double[count];
    offset = new double[count];
    boolean all = true;
    for (int slot = 0; slot < count; slot++) {
      LinearAngle form = LinearAngle.of(angles.get(slot));
      parameter[slot] =
          !form.isLinear()
              ? EXPRESSION
              : form.name().isEmpty() ? NUMBER : circuit.parameters().indexOf(form.name());
      factor[slot] = form.factor();
      offset[slot] = form.offset();
      all &= form.isLinear();
    }
    linear = all;
  }

  static ParameterAngles of(Circuit circuit) {
    var angles = new ArrayList<Angle>();
    for (Operation operation : circuit.operations()) {
      angles.addAll(operation.angles());
    }
    return new ParameterAngles(circuit, angles);
  }

  /** The angles in radians at a point, its values in the order of the parameters. */
  double[] at(double[] theta) {
    Circuit.requireValues(circuit, theta);
    double[] radians = new double[parameter.length];
    Map<String, Double> values = linear ? Map.of() : Circuit.named(circuit, theta);
    for (int slot = 0; slot < radians.length; slot++) {
      int k = parameter[slot];
      radians[slot] =
          k >= 0
              ? factor[slot] * theta[k] + offset[slot]
              : k == NUMBER ? offset[slot] : angles.get(slot).value(values);
    }
    return radians;
  }

  /** Derivatives by the parameters, from those by the angles. */
  double[] chain(double[] theta, double[] slopes) {
    double[] gradient = new double[theta.length];
    for (int slot = 0; slot < slopes.length; slot++) {
      if (parameter[slot] >= 0) {
        gradient[parameter[slot]] += factor[slot] * slopes[slot];
      }
    }
    if (!linear) {
      addExpressions(theta, slopes, gradient);
    }
    return gradient;
  }

  private void addExpressions(double[] theta, double[] slopes, double[] gradient) {
    Map<String, Double> values = Circuit.named(circuit, theta);
    List<String> names = circuit.parameters();
    for (int slot = 0; slot < slopes.length; slot++) {
      if (parameter[slot] == EXPRESSION) {
        Angle angle = angles.get(slot);
        for (String name : angle.parameters()) {
          gradient[names.indexOf(name)] += angle.derivative(name).value(values) * slopes[slot];
        }
      }
    }
  }
}
