package org.backshadow.experiment.paper.separation;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;

/**
 * A random graph state with each qubit tilted a little, and what is true about it.
 *
 * <pre>{@code
 * TiltedGraphState.random(3, new Seed(1)).circuit().qubits() // 3
 * }</pre>
 */
public record TiltedGraphState(Circuit circuit) {
  /** Standard deviation of a tilt {@code ry(angle)}, in radians. */
  private static final double TILT = 0.2;

  /** An edge and an S gate each with probability 1/2. */
  public static TiltedGraphState random(int qubits, Seed seed) {
    RandomStream random = seed.random();
    Circuit circuit = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.h(q);
    }
    for (int a = 0; a < qubits; a++) {
      for (int b = 0; b < a; b++) {
        circuit = random.nextBoolean() ? circuit.cz(a, b) : circuit;
      }
    }
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.ry(q, TILT * random.nextGaussian());
      circuit = random.nextBoolean() ? circuit.s(q) : circuit;
    }
    return new TiltedGraphState(circuit);
  }

  /** The exact values of all strings, at index {@code z 2^n + x}: the judge's knowledge. */
  double[] paulis() {
    StateVector state = Simulator.run(circuit);
    int n = circuit.qubits();
    double[] values = new double[1 << 2 * n];
    for (int index = 0; index < values.length; index++) {
      var string = new PauliString(n, index & ((1 << n) - 1), index >>> n);
      values[index] = state.expectation(PauliSum.of(string));
    }
    return values;
  }
}
