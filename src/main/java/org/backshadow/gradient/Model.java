package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.GateSymbol;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliSum;

/**
 * The description of {@code F(theta) = <0|U(theta)^dagger O U(theta)|0>} at a point: what a sampled
 * method may know. It has no way to evaluate anything.
 *
 * <pre>{@code
 * var model = new Model(circuit(1).ry(0, param("a").times(2)), pauliSum("Z"), new double[] {0.4});
 * model.occurrences().get(0).weights() // {0=2.0}
 * model.bound().operations().get(0).angles() // [0.8]
 * }</pre>
 */
public final class Model {
  private final Circuit circuit;
  private final PauliSum observable;
  private final double[] theta;
  private final ExactModel exact;

  /**
   * A model at a point.
   *
   * @throws IllegalArgumentException if the values are not as many as the parameters or not finite,
   *     or circuit and observable differ in qubits
   */
  public Model(Circuit circuit, PauliSum observable, double[] theta) {
    this(circuit, observable, theta, new ExactModel(circuit, observable));
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits but the observable has %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
  }

  Model(Circuit circuit, PauliSum observable, double[] theta, ExactModel exact) {
    this.circuit = circuit;
    this.observable = observable;
    this.theta = theta.clone();
    this.exact = exact;
    Circuit.requireValues(circuit, this.theta);
  }

  /** With parameters. */
  public Circuit circuit() {
    return circuit;
  }

  /** On the same qubits. */
  public PauliSum observable() {
    return observable;
  }

  /** Radians in the order of {@code circuit().parameters()}. */
  public double[] theta() {
    return theta.clone();
  }

  /** For exact methods only, which are in this package. */
  ExactModel exact() {
    return exact;
  }

  /** The names of the parameters in order. */
  public List<String> parameters() {
    return circuit.parameters();
  }

  /** The circuit at this point. */
  public Circuit bound() {
    return circuit.bind(theta);
  }

  /**
   * Refuses parameters in strengths of noise.
   *
   * @throws IllegalArgumentException with the first one, why it is no use, and what to do
   */
  void requireOnlyAngles(String method, String why, String instead) {
    for (Occurrence occurrence : occurrences()) {
      Operation operation = circuit.operations().get(occurrence.gate());
      if (operation.instruction() instanceof Channel channel) {
        throw new IllegalArgumentException(
            "%s: operation %d, %s, has a parameter in its %s: %s; use %s"
                .formatted(
                    method,
                    occurrence.gate(),
                    GateSymbol.describe(operation),
                    channel.strength(occurrence.angle()),
                    why,
                    instead));
      }
    }
  }

  /** True if every strength of noise is from 0 to 1 with these values of the parameters. */
  boolean admits(double... theta) {
    Map<String, Double> values = Circuit.named(circuit, theta);
    for (Operation operation : circuit.operations()) {
      if (!operation.isUnitary()) {
        for (Angle strength : operation.angles()) {
          double value = strength.value(values);
          if (!(value >= 0 && value <= 1)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The same model elsewhere. */
  public Model at(double[] theta) {
    return new Model(circuit, observable, theta, exact);
  }

  /**
   * Every place where a parameter enters: an angle of a gate, with the derivatives of that angle by
   * the parameters in it at this point.
   */
  public List<Occurrence> occurrences() {
    Map<String, Double> values = Circuit.named(circuit, theta);
    Map<String, Integer> index = new LinkedHashMap<>();
    values.keySet().forEach(name -> index.put(name, index.size()));
    var occurrences = new ArrayList<Occurrence>();
    List<Operation> operations = circuit.operations();
    for (int gate = 0; gate < operations.size(); gate++) {
      List<Angle> angles = operations.get(gate).angles();
      for (int k = 0; k < angles.size(); k++) {
        Angle angle = angles.get(k);
        if (!angle.isNumber()) {
          var weights = new LinkedHashMap<Integer, Double>();
          for (String name : angle.parameters()) {
            weights.put(index.get(name), angle.derivative(name).value(values));
          }
          occurrences.add(new Occurrence(gate, k, weights));
        }
      }
    }
    return occurrences;
  }

  /** The largest derivative of an angle by a parameter, in size. */
  double steepest() {
    return occurrences().stream()
        .flatMap(occurrence -> occurrence.weights().values().stream())
        .mapToDouble(Math::abs)
        .max()
        .orElse(0);
  }

  /**
   * A parametrized angle.
   *
   * @param gate index of the operation
   * @param angle which of its angles
   * @param weights the angle's derivative by each parameter that stands in it
   */
  public record Occurrence(int gate, int angle, Map<Integer, Double> weights) {
    /** Keeps a copy of the weights. */
    public Occurrence {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }
}
