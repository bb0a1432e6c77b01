package org.backshadow.state;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** Started in a JVM of its own: everything that holds states, for every number of qubits. */
final class SmallHeap {
  private SmallHeap() {}

  public static void main(String[] arguments) {
    for (int n = 1; n <= PauliString.MAX_QUBITS; n++) {
      int qubits = n;
      var z = PauliSum.of(PauliString.of("Z" + "I".repeat(n - 1)));
      attempt(qubits, "state", () -> Simulator.run(Circuit.of(qubits).h(0)));
      attempt(
          qubits,
          "sample",
          () -> Simulator.run(Circuit.of(qubits).h(0)).sample(100).counts().shots());
      attempt(qubits, "text", () -> Simulator.run(uniform(qubits)).toString());
      attempt(qubits, "variance", () -> Simulator.run(Circuit.of(qubits).h(0)).variance(z));
      attempt(
          qubits,
          "probabilities",
          () -> Simulator.run(Circuit.of(qubits)).probabilities().values());
      Circuit circuit = Circuit.of(qubits).ry(0, Angle.parameter("a"));
      attempt(qubits, "adjoint", () -> Expectation.of(circuit, z).at(0.3).gradient().values());
      for (var method :
          new org.backshadow.gradient.GradientMethod[] {
            Gradients.parameterShift().shots(10), Gradients.hadamardTest().shots(10)
          }) {
        attempt(
            qubits,
            method.name(),
            () -> Expectation.of(circuit, z).at(0.3).gradient(method).values());
      }
      Circuit noisy = circuit.depolarize(0, 0.1).repeat(3);
      attempt(qubits, "noise", () -> Expectation.of(noisy, z).at(0.3).gradient().values());
      attempt(qubits, "shots", () -> Expectation.of(noisy, z).at(0.3).shots(2).value());
      attempt(
          qubits, "trajectories", () -> Expectation.of(noisy, z).at(0.3).trajectories(2).value());
    }
    System.out.println("done");
  }

  /** All amplitudes differ from 0: the most there is to print. */
  private static Circuit uniform(int qubits) {
    Circuit circuit = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.h(q);
    }
    return circuit;
  }

  private static void attempt(int qubits, String what, Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      // Refused with the arithmetic, as it should be.
      if (!e.getMessage().contains("qubits fit")
          && !e.getMessage().contains("no room")
          && !e.getMessage().contains("with noise")) {
        throw e;
      }
    } catch (OutOfMemoryError e) {
      System.out.println("OutOfMemoryError: " + what + " on " + qubits + " qubits");
      System.exit(1);
    }
  }
}
