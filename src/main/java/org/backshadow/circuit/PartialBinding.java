package org.backshadow.circuit;

import java.util.List;
import java.util.Map;

/**
 * Numbers for some of a circuit's parameters, such as those that encode a row of data; the others
 * stay parameters.
 *
 * <pre>{@code
 * var c = circuit(1).ry(0, param("x")).rz(0, param("w"));
 * PartialBinding.of(c, Map.of("x", 0.7)).parameters() // [w]
 * }</pre>
 */
public final class PartialBinding {
  private PartialBinding() {}

  /**
   * The circuit with these parameters replaced by numbers of radians.
   *
   * @throws IllegalArgumentException if a name does not occur or a value is not finite
   */
  public static Circuit of(Circuit circuit, Map<String, Double> values) {
    for (String name : values.keySet()) {
      if (!circuit.parameters().contains(name)) {
        throw new IllegalArgumentException(
            "no parameter %s in the circuit; it has %s"
                .formatted(name, String.join(", ", circuit.parameters())));
      }
    }
    Circuit bound = Circuit.of(circuit.qubits());
    for (Operation operation : circuit.operations()) {
      List<Angle> angles = operation.angles();
      for (int k = 0; k < angles.size(); k++) {
        if (!angles.get(k).isNumber()) {
          operation = operation.withAngle(k, angles.get(k).fold(new Substitution(values)));
        }
      }
      bound = bound.then(operation);
    }
    return bound;
  }

  private record Substitution(Map<String, Double> values) implements Angle.Parts<Angle> {
    @Override
    public Angle number(double radians) {
      return Angle.of(radians);
    }

    @Override
    public Angle parameter(String name) {
      Double value = values.get(name);
      return value == null ? Angle.parameter(name) : Angle.of(value);
    }

    @Override
    public Angle sum(Angle first, Angle second) {
      return first.plus(second);
    }

    @Override
    public Angle product(Angle first, Angle second) {
      return first.times(second);
    }

    @Override
    public Angle function(String function, Angle argument) {
      return switch (function) {
        case "sin" -> argument.sin();
        case "cos" -> argument.cos();
        default -> argument.exp();
      };
    }
  }
}
