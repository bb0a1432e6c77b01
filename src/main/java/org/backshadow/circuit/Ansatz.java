package org.backshadow.circuit;

import org.backshadow.pauli.PauliString;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.ejml.simple.SimpleMatrix;

/** Circuits with parameters that others have named. Parameters are {@code w0}, {@code w1}, ... */
public class Ansatz {
  /** Nested menus extend this class; there is nothing to construct. */
  protected Ansatz() {}

  /**
   * Rotations about products of X, which all commute: on the qubits where the binary digits of the
   * rotation's number, counted from 1, are 1, qubit 0 the lowest digit; from {@code 2^qubits} on
   * they repeat.
   *
   * @param parameters number of rotations, each with a parameter of its own
   */
  public static Circuit commutingGenerators(int qubits, int parameters) {
    Circuit circuit = Circuit.of(qubits);
    long cycle = qubits >= 62 ? Long.MAX_VALUE : (1L << qubits) - 1;
    for (int k = 0; k < requireCount(parameters); k++) {
      long x = Long.reverse(k % cycle + 1) >>> (64 - qubits);
      circuit = circuit.pauliRotation(new PauliString(qubits, x, 0), weight(k));
    }
    return circuit;
  }

  /**
   * Layers of RY and RZ on each qubit followed by a chain of CX: the hardware-efficient ansatz with
   * {@code 2 * qubits * layers} parameters.
   */
  public static Circuit hardwareEfficient(int qubits, int layers) {
    Circuit circuit = Circuit.of(qubits);
    int k = 0;
    for (int layer = 0; layer < requireCount(layers); layer++) {
      for (int q = 0; q < qubits; q++) {
        circuit = circuit.ry(q, weight(k++)).rz(q, weight(k++));
      }
      for (int q = 0; q + 1 < qubits; q++) {
        circuit = circuit.cx(q, q + 1);
      }
    }
    return circuit;
  }

  /**
   * Random Pauli rotations: each string uniform among those of weight 1 to {@code maxWeight}, each
   * with a parameter of its own. The same seed gives the same circuit.
   */
  public static Circuit randomPauliRotations(int qubits, int parameters, int maxWeight, long seed) {
    if (maxWeight < 1 || maxWeight > qubits) {
      throw new IllegalArgumentException(
          "the weight %d is not possible on %d qubits (valid: 1..%d)"
              .formatted(maxWeight, qubits, qubits));
    }
    Circuit circuit = Circuit.of(qubits);
    RandomStream random = new Seed(seed).random();
    for (int k = 0; k < requireCount(parameters); k++) {
      PauliString string;
      do {
        long mask = (1L << qubits) - 1;
        string = new PauliString(qubits, random.nextLong() & mask, random.nextLong() & mask);
      } while (string.isIdentity() || string.weight() > maxWeight);
      circuit = circuit.pauliRotation(string, weight(k));
    }
    return circuit;
  }

  /**
   * One gate that prepares the state with these amplitudes from {@code |0...0>}: a Householder
   * reflection with a phase. Up to 10 qubits.
   *
   * @param re real parts, {@code 2^n} of them; qubit 0 is the most significant bit of the index
   * @param im imaginary parts
   * @throws IllegalArgumentException unless the squares sum to 1 to 1e-9
   */
  public static Circuit statePreparation(double[] re, double[] im) {
    int dimension = re.length;
    if (dimension < 2
        || dimension > 1024
        || Integer.bitCount(dimension) != 1
        || im.length != dimension) {
      throw new IllegalArgumentException(
          "a state on n qubits (1 to 10) has 2^n real and imaginary parts, not %d and %d"
              .formatted(re.length, im.length));
    }
    int qubits = Integer.numberOfTrailingZeros(dimension);
    SimpleMatrix matrix = Householder.to(re, im);
    int[] all = new int[qubits];
    for (int q = 0; q < qubits; q++) {
      all[q] = q;
    }
    return Circuit.of(qubits).unitary(matrix, all);
  }

  private static Angle weight(int k) {
    return Angle.parameter("w" + k);
  }

  private static int requireCount(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " is negative");
    }
    return count;
  }
}
