package org.backshadow.state;

import java.util.Optional;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.engine.CompiledExpectation;

/**
 * A circuit with parameters and an observable, made ready once for expectation values and gradients
 * at any point. Immutable; a {@link Simulator} runs it.
 *
 * <p>Making it costs about {@code M^2 / 2} comparisons of Pauli strings for M gates.
 *
 * <pre>{@code
 * var model = CompiledModel.of(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * var simulator = new Simulator(Ledger.unlimited());
 * simulator.expectation(model, 0.4) // 0.9211
 * simulator.gradient(model, 0.4) // [-0.3894]
 * }</pre>
 */
public final class CompiledModel {
  private final Circuit circuit;
  private final PauliSum observable;
  private final ParameterAngles angles;
  private final Optional<CompiledExpectation> engine;
  private final long gates;
  private final long generators;

  private CompiledModel(Circuit circuit, PauliSum observable) {
    this.circuit = circuit;
    this.observable = observable;
    this.angles = ParameterAngles.of(circuit);
    this.engine =
        circuit.isUnitary() ? CompiledExpectation.of(circuit, observable) : Optional.empty();
    long strings = 0;
    for (Operation operation : circuit.operations()) {
      strings += operation.angles().size();
    }
    this.gates = circuit.gates();
    this.generators = strings;
  }

  /**
   * @throws IllegalArgumentException if their numbers of qubits differ, or a state does not fit
   *     into the heap
   */
  public static CompiledModel of(Circuit circuit, PauliSum observable) {
    Simulator.requireSameQubits(circuit, observable);
    MemoryLimit.require(circuit.qubits(), 1);
    return new CompiledModel(circuit, observable);
  }

  /** The circuit, with its parameters. */
  public Circuit circuit() {
    return circuit;
  }

  /** What is measured. */
  public PauliSum observable() {
    return observable;
  }

  ParameterAngles angles() {
    return angles;
  }

  /** Empty if a gate with angles is no product of Pauli rotations, or with noise. */
  Optional<CompiledExpectation> engine() {
    return engine;
  }

  /** Gates of the circuit. */
  long gates() {
    return gates;
  }

  /** Angles of all gates. */
  long generators() {
    return generators;
  }
}
