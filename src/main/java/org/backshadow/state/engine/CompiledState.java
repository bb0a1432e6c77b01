package org.backshadow.state.engine;

import java.util.List;
import java.util.Optional;
import org.backshadow.circuit.Circuit;

/**
 * A circuit made ready for the amplitudes that it prepares, at any angles.
 *
 * <pre>{@code
 * double[] re = new double[2], im = new double[2];
 * CompiledState.of(circuit(1).ry(0, param("a"))).get().run(new double[] {0.4}, re, im);
 * re // [0.9801, 0.1987]
 * }</pre>
 */
public final class CompiledState {
  private final RotationCircuit circuit;
  private final Engine engine;
  private final List<Segment> segments;
  private final Relabelling relabelling;

  private CompiledState(RotationCircuit circuit, Engine engine) {
    this.circuit = circuit;
    this.engine = engine;
    this.segments = engine.plan(circuit, false);
    this.relabelling = Relabelling.of(circuit.frame(), circuit.qubits());
  }

  /**
   * Empty if a gate with angles is no product of Pauli rotations, or gates are too many or large.
   */
  public static Optional<CompiledState> of(Circuit circuit) {
    return of(circuit, Engine.of(circuit.qubits()));
  }

  static Optional<CompiledState> of(Circuit circuit, Engine engine) {
    return RotationCircuit.of(circuit, RotationCircuit.Keep.RELABELLINGS)
        .map(compiled -> new CompiledState(compiled, engine));
  }

  /**
   * Prepares the state.
   *
   * @param angles those of all gates, one after the other, in radians
   * @param re where the real parts of the {@code 2^n} amplitudes go
   * @param im where the imaginary parts go
   */
  public void run(double[] angles, double[] re, double[] im) {
    Sweep.Parts psi = engine.zeroState();
    engine.forward(engine.sweep(), segments, engine.weights(circuit, angles), psi);
    double[] phase = circuit.phase(angles);
    relabelling.apply(psi, phase[0], phase[1], re, im);
  }
}
