package org.backshadow.bench;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * Something to time. Circuits, angles and observables are formulas, so that any simulator in any
 * language can be given the same.
 */
interface Workload {
  /** One call, with all that it takes to get an answer. */
  Answer call();

  /**
   * @param value the expectation value, NaN if the workload has none
   * @param norm of the gradient, NaN if the workload has none
   */
  record Answer(double value, double norm) {}

  /**
   * The workload of a name.
   *
   * @param name {@code W1}: the energy after a hardware-efficient circuit; {@code W2} and {@code
   *     W7}: its gradient; {@code W3}: the gradient of random Pauli rotations
   * @param qubits of the register
   * @param size layers of the circuit, or rotations
   */
  static Workload of(String name, int qubits, int size) {
    return switch (name) {
      case "W1" ->
          energy(Expectation.of(layers(qubits, size), ring(qubits)), layerAngles(qubits, size));
      case "W2", "W7" ->
          gradient(Expectation.of(layers(qubits, size), ring(qubits)), layerAngles(qubits, size));
      case "W3" ->
          gradient(Expectation.of(rotations(qubits, size), ring(qubits)), rotationAngles(size));
      default ->
          throw new IllegalArgumentException("no workload \"" + name + "\"; there are W1 to W7");
    };
  }

  private static Workload energy(Expectation model, double[] theta) {
    return () -> new Answer(model.at(theta).value(), Double.NaN);
  }

  private static Workload gradient(Expectation model, double[] theta) {
    return () -> {
      double squares = 0;
      for (double component : model.at(theta).gradient().values()) {
        squares += component * component;
      }
      return new Answer(Double.NaN, Math.sqrt(squares));
    };
  }

  /** RY and RZ on every qubit, then a ring of CNOTs, so many times. */
  private static Circuit layers(int qubits, int layers) {
    Circuit circuit = Circuit.of(qubits);
    int k = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (int q = 0; q < qubits; q++) {
        circuit = circuit.ry(q, Angle.parameter("t" + k++)).rz(q, Angle.parameter("t" + k++));
      }
      for (int q = 0; q < qubits; q++) {
        circuit = circuit.cx(q, (q + 1) % qubits);
      }
    }
    return circuit;
  }

  private static double[] layerAngles(int qubits, int layers) {
    double[] angles = new double[2 * qubits * layers];
    for (int k = 0; k < angles.length; k++) {
      angles[k] = 0.1 + k * 7919L % 1000 / 1000.0 * 2;
    }
    return angles;
  }

  /** Rotations about strings whose letters are bits 33 and 34 of Knuth's linear generator. */
  private static Circuit rotations(int qubits, int count) {
    Circuit circuit = Circuit.of(qubits);
    long state = 12345;
    for (int m = 0; m < count; m++) {
      var letters = new StringBuilder();
      for (int q = 0; q < qubits; q++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        letters.append("IXYZ".charAt((int) (state >>> 33 & 3)));
      }
      var string = PauliString.of(letters.toString());
      if (string.isIdentity()) {
        string = PauliString.of("Z" + letters.substring(1));
      }
      circuit = circuit.pauliRotation(string, Angle.parameter("t" + m));
    }
    return circuit;
  }

  private static double[] rotationAngles(int count) {
    double[] angles = new double[count];
    for (int k = 0; k < count; k++) {
      angles[k] = 0.05 + k * 7919L % 1000 / 1000.0;
    }
    return angles;
  }

  /** {@code - sum Z_q Z_(q+1) - 0.7 sum X_q} on a ring. */
  private static PauliSum ring(int qubits) {
    List<PauliSum.Term> terms = new ArrayList<>();
    for (int q = 0; q < qubits; q++) {
      long here = 1L << (qubits - 1 - q);
      long next = 1L << (qubits - 1 - (q + 1) % qubits);
      terms.add(new PauliSum.Term(-1, new PauliString(qubits, 0, here | next)));
      terms.add(new PauliSum.Term(-0.7, new PauliString(qubits, here, 0)));
    }
    return PauliSum.of(qubits, terms);
  }
}
