package org.backshadow.gradient;

import java.util.Arrays;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;

/** The two families of models on which quantum backpropagation is measured. */
final class BackpropModels {
  private BackpropModels() {}

  /** A random input state as one gate. */
  static Circuit randomInput(Samples samples, int qubits) {
    NaiveMatrix psi = samples.state(qubits);
    double[] re = new double[1 << qubits];
    double[] im = new double[1 << qubits];
    Arrays.setAll(re, k -> psi.re(k, 0));
    Arrays.setAll(im, k -> psi.im(k, 0));
    return Ansatz.statePreparation(re, im);
  }

  /** Random Pauli rotations of weight 1 or 2, a parameter each. */
  static Circuit rotations(Samples samples, Circuit input, int count) {
    Circuit circuit = input;
    int n = input.qubits();
    for (int k = 0; k < count; k++) {
      PauliString string;
      do {
        string = samples.pauliString(n);
      } while (string.isIdentity() || string.weight() > 2);
      circuit = circuit.pauliRotation(string, Angle.parameter("t" + k));
    }
    return circuit;
  }

  static PauliSum firstZ(int qubits) {
    return PauliSum.parse("Z" + "I".repeat(qubits - 1));
  }

  /** A random input and angles of all sizes. */
  static Evaluation haar(int qubits, int layers, long seed) {
    Samples samples = Samples.of(1000L * qubits + seed);
    Circuit circuit = rotations(samples, randomInput(samples, qubits), layers);
    double[] theta = Arrays.stream(samples.angles(layers)).map(a -> a / 2).toArray();
    return Expectation.of(circuit, firstZ(qubits)).at(theta);
  }

  /** All qubits in |+> and small angles. */
  static Evaluation near(int qubits, int layers, long seed) {
    Samples samples = Samples.of(2000L * qubits + seed);
    Circuit input = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      input = input.h(q);
    }
    Circuit circuit = rotations(samples, input, layers);
    double[] theta = new double[layers];
    Arrays.setAll(theta, k -> 0.16 * samples.gaussian());
    return Expectation.of(circuit, firstZ(qubits)).at(theta);
  }
}
