package org.backshadow.gradient;

import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;

/**
 * The model {@code F(theta) = <0|U(theta)^dagger O U(theta)|0>} of a circuit with parameters and an
 * observable; {@code tr(O rho(theta))} where the circuit has noise. Immutable; {@link #at}
 * evaluates it.
 *
 * <pre>{@code
 * var f = expectation(circuit(2).h(0).cx(0, 1).ry(1, param("a")), pauliSum("0.5*ZZ - 1.2*XI"));
 * f.at(0.4).value() // 0.4605
 * f.at(Map.of("a", 0.4)).gradient().values() // [-0.1947]
 * }</pre>
 */
public final class Expectation implements Objective {
  private final Circuit circuit;
  private final PauliSum observable;
  private final ExactModel exact;

  private Expectation(Circuit circuit, PauliSum observable) {
    this.circuit = circuit;
    this.observable = observable;
    this.exact = new ExactModel(circuit, observable);
  }

  /**
   * The expectation value of an observable in the state that a circuit prepares.
   *
   * @throws IllegalArgumentException if their numbers of qubits differ
   */
  public static Expectation of(Circuit circuit, PauliSum observable) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits but the observable has %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
    return new Expectation(circuit, observable);
  }

  /** The circuit, with its parameters. */
  public Circuit circuit() {
    return circuit;
  }

  /** What is measured. */
  public PauliSum observable() {
    return observable;
  }

  /** The names of the parameters, in the order that {@link #at(double...)} takes. */
  @Override
  public List<String> parameters() {
    return circuit.parameters();
  }

  /**
   * The model at a point, in radians.
   *
   * @throws IllegalArgumentException if the count is wrong or a value is not finite
   */
  public Evaluation at(double... theta) {
    return new Evaluation(new Model(circuit, observable, theta, exact));
  }

  /** The model at a point given by parameter names. */
  public Evaluation at(Map<String, Double> values) {
    circuit.bind(values);
    return at(parameters().stream().mapToDouble(values::get).toArray());
  }

  /** The value of the model itself. */
  @Override
  public List<LossTerm> terms() {
    return List.of(LossTerm.value(this));
  }

  /**
   * What the circuit can express against how many components of its gradient one measurement
   * serves.
   *
   * @throws IllegalArgumentException unless the circuit is made of Pauli rotations and Clifford
   *     gates
   */
  public TradeOff tradeOff() {
    return TradeOff.of(this);
  }

  /** The formula {@code F(theta) = <0.5*ZZI - 1.2*XII>} in the first line, then the circuit. */
  @Override
  public String toString() {
    int parameters = parameters().size();
    String names = String.join(", ", parameters().subList(0, Math.min(6, parameters)));
    String observed = observable.toString();
    String formula =
        "F(%s%s) = <%s>"
            .formatted(
                names,
                parameters > 6 ? ", ... " + parameters + " parameters" : "",
                observed.length() > 200 ? observable.terms().size() + " Pauli terms" : observed);
    return formula + System.lineSeparator() + circuit;
  }
}
