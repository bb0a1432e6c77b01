package org.backshadow.state.engine;

import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;

/**
 * A circuit and an observable, made ready for expectation values and gradients at any angles.
 *
 * <pre>{@code
 * var model = CompiledExpectation.of(circuit(2).ry(0, param("a")).cx(0, 1), pauliSum("ZI")).get();
 * model.value(new double[] {0.4}) // 0.9211
 * model.slope(new double[] {0.4}).derivatives() // [-0.3894]
 * }</pre>
 */
public final class CompiledExpectation {
  private final RotationCircuit circuit;
  private final Engine engine;
  private final List<Segment> forward;
  private final List<Segment> backward;
  private final ObservablePlan observable;

  private CompiledExpectation(RotationCircuit circuit, PauliSum observable, Engine engine) {
    this.circuit = circuit;
    this.engine = engine;
    this.forward = engine.plan(circuit, false);
    this.backward = engine.plan(circuit, true);
    this.observable = engine.plan(observable, circuit.frame());
  }

  /**
   * Empty if a gate with angles is no product of Pauli rotations, or gates are too many or large.
   */
  public static Optional<CompiledExpectation> of(Circuit circuit, PauliSum observable) {
    return of(circuit, observable, Engine.of(circuit.qubits()));
  }

  static Optional<CompiledExpectation> of(Circuit circuit, PauliSum observable, Engine engine) {
    return RotationCircuit.of(circuit, RotationCircuit.Keep.CLIFFORDS)
        .map(compiled -> new CompiledExpectation(compiled, observable, engine));
  }

  /**
   * The expectation value.
   *
   * @param angles those of all gates, one after the other, in radians
   */
  public double value(double[] angles) {
    Sweep sweep = engine.sweep();
    Sweep.Parts psi = engine.zeroState();
    engine.forward(sweep, forward, engine.weights(circuit, angles), psi);
    return sweep.expectation(observable, psi);
  }

  /**
   * The expectation value and its derivative by every angle.
   *
   * @param angles those of all gates, one after the other, in radians
   */
  public Slope slope(double[] angles) {
    List<Weights> weights = engine.weights(circuit, angles);
    Sweep sweep = engine.sweep();
    Sweep.Parts psi = engine.zeroState();
    engine.forward(sweep, forward, weights, psi);
    Sweep.Parts lambda = engine.zeroState();
    double value = sweep.product(observable, psi, lambda);
    return new Slope(value, circuit.chain(engine.back(sweep, backward, weights, psi, lambda)));
  }

  /** A value and its derivatives by all angles. Immutable. */
  public static final class Slope {
    private final double value;
    private final double[] derivatives;

    private Slope(double value, double[] derivatives) {
      this.value = value;
      this.derivatives = derivatives;
    }

    /** The expectation value. */
    public double value() {
      return value;
    }

    /** By all angles, one gate after the other. */
    public double[] derivatives() {
      return derivatives.clone();
    }
  }
}
