package org.backshadow.circuit.ansatz;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.CircuitMemory;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.ejml.simple.SimpleMatrix;

/**
 * Circuits with parameters that others have named. Parameters are {@code w0}, {@code w1}, ...
 * unless said otherwise.
 *
 * <pre>{@code
 * var circuit = Ansatz.qaoa(Hamiltonians.maxCut(ring(4)), 2);
 * circuit.parameters() // [gamma0, beta0, gamma1, beta1]
 * circuit.depth() // 11
 * }</pre>
 */
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
    requireRoom(parameters, "parameters", 1);
    long cycle = qubits >= 62 ? Long.MAX_VALUE : (1L << qubits) - 1;
    for (int k = 0; k < parameters; k++) {
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
    requireRoom(layers, "layers", 3L * qubits);
    int k = 0;
    for (int layer = 0; layer < layers; layer++) {
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
   * A wall of two-qubit bricks: in each layer first on the pairs 0-1, 2-3, ..., then on 1-2, 3-4,
   * ... A brick is RY and RZ on both of its qubits, then CZ; so there are {@code 4 * (qubits - 1) *
   * layers} parameters, each in one gate.
   *
   * @throws IllegalArgumentException for fewer than 2 qubits
   */
  public static Circuit brickwork(int qubits, int layers) {
    if (qubits < 2) {
      throw new IllegalArgumentException(
          "brickwork: a brick needs 2 qubits, and there are " + qubits);
    }
    Circuit circuit = Circuit.of(qubits);
    requireRoom(layers, "layers", 5L * qubits);
    int k = 0;
    for (int row = 0; row < 2 * layers; row++) {
      for (int q = row % 2; q + 1 < qubits; q += 2) {
        circuit = circuit.ry(q, weight(k++)).rz(q, weight(k++));
        circuit = circuit.ry(q + 1, weight(k++)).rz(q + 1, weight(k++));
        circuit = circuit.cz(q, q + 1);
      }
    }
    return circuit;
  }

  /**
   * The quantum approximate optimization algorithm: from the uniform superposition, layers of
   * {@code exp(-i gamma C)} and of the mixer {@code exp(-i beta sum X_q)}.
   *
   * <p>A term {@code c_k P_k} of the cost C is a Pauli rotation by {@code 2 c_k gamma}; the mixer
   * is {@code rx(2 beta)} on each qubit. Parameters: {@code gamma0}, {@code beta0}, {@code gamma1},
   * ... The identity is left out, a global phase. Minimize the cost itself ({@link
   * org.backshadow.pauli.Hamiltonians#maxCut} is to be minimized).
   *
   * <p>Source: Farhi, Goldstone, Gutmann (2014), arXiv:1411.4028.
   *
   * @param diagonalCost strings of I and Z, not the identity alone
   */
  public static Circuit qaoa(PauliSum diagonalCost, int layers) {
    requireNonNull(diagonalCost, "diagonalCost");
    List<PauliSum.Term> terms = withoutIdentity("qaoa", diagonalCost);
    for (PauliSum.Term term : terms) {
      if (term.string().x() != 0) {
        throw new IllegalArgumentException(
            "qaoa: the cost has the term %s; a diagonal cost has I and Z only; "
                    .formatted(term.string())
                + "hamiltonianVariational takes any");
      }
    }
    requireRoom(layers, "layers", terms.size() + diagonalCost.qubits());
    Circuit circuit = superposition(diagonalCost.qubits());
    for (int layer = 0; layer < layers; layer++) {
      Angle gamma = Angle.parameter("gamma" + layer);
      Angle mix = Angle.parameter("beta" + layer).times(2);
      for (PauliSum.Term term : terms) {
        circuit = circuit.pauliRotation(term.string(), gamma.times(2 * term.coefficient()));
      }
      for (int q = 0; q < circuit.qubits(); q++) {
        circuit = circuit.rx(q, mix);
      }
    }
    return circuit;
  }

  /**
   * The Hamiltonian variational ansatz from the uniform superposition {@code |+...+>}, as {@link
   * #hamiltonianVariational(Circuit, PauliSum, int)}. That is the ground state of the
   * transverse-field Ising model without coupling; from it a Heisenberg model needs another start.
   */
  public static Circuit hamiltonianVariational(PauliSum hamiltonian, int layers) {
    return hamiltonianVariational(superposition(hamiltonian.qubits()), hamiltonian, layers);
  }

  /**
   * The Hamiltonian variational ansatz: in each layer a Pauli rotation about each term's string in
   * the order of the sum, each with a parameter of its own; coefficients do not enter, the identity
   * is left out. A rotation is {@code exp(-i w P/2)}: the {@code exp(-i theta P)} of the literature
   * has {@code w = 2 theta}.
   *
   * <p>Source: Wecker, Hastings, Troyer (2015), arXiv:1507.08969; one parameter a term instead of
   * one a group of terms.
   *
   * @param start the circuit that prepares the start
   */
  public static Circuit hamiltonianVariational(Circuit start, PauliSum hamiltonian, int layers) {
    requireNonNull(start, "start");
    requireNonNull(hamiltonian, "hamiltonian");
    List<PauliSum.Term> terms = withoutIdentity("hamiltonianVariational", hamiltonian);
    // The empty circuit changes nothing, but a start on another register is refused.
    Circuit circuit = start.then(Circuit.of(hamiltonian.qubits()));
    requireRoom(layers, "layers", terms.size());
    int k = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (PauliSum.Term term : terms) {
        circuit = circuit.pauliRotation(term.string(), weight(k++));
      }
    }
    return circuit;
  }

  /**
   * Unitary coupled cluster with singles and doubles, in Jordan-Wigner: X on the first {@code
   * electrons} qubits, which is Hartree-Fock, then {@code exp(w (T - T^dagger))} for each
   * excitation T that keeps the spins, even spin orbitals up and odd down: all singles, then all
   * doubles, each in ascending order.
   *
   * <p>The strings of Z between the orbitals are kept, so the signs are those of fermions: a single
   * is 2 Pauli rotations by {@code +-w}, a double 8 by {@code +-w/4}, which share the parameter and
   * commute. Between excitations the product formula is of first order, with one step.
   *
   * <p>Source: Peruzzo et al. (2014), arXiv:1304.3061; Romero et al. (2018), arXiv:1701.02691.
   *
   * <p>With the best parameters H2 in 4 spin orbitals and LiH in 6 are exact; LiH in 12 (92
   * parameters) stays 8.8e-6 hartree above its ground energy.
   *
   * @param spinOrbitals number of qubits, two for each orbital in space
   * @param electrons 1 to {@code spinOrbitals - 1}
   */
  public static Circuit unitaryCoupledCluster(int spinOrbitals, int electrons) {
    Circuit circuit = Circuit.of(spinOrbitals);
    if (spinOrbitals % 2 != 0) {
      throw new IllegalArgumentException(
          spinOrbitals + " spin orbitals; each orbital has two, so their number is even");
    }
    if (electrons < 1 || electrons >= spinOrbitals) {
      throw new IllegalArgumentException(
          "%d electrons in %d spin orbitals leave nothing to excite (valid: 1..%d)"
              .formatted(electrons, spinOrbitals, spinOrbitals - 1));
    }
    for (int q = 0; q < electrons; q++) {
      circuit = circuit.x(q);
    }
    int k = 0;
    for (Excitation excitation : Excitation.singlesAndDoubles(spinOrbitals, electrons)) {
      circuit = excitation.after(circuit, weight(k++));
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
    requireRoom(parameters, "parameters", 1);
    RandomStream random = new Seed(seed).random();
    for (int k = 0; k < parameters; k++) {
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

  private static Circuit superposition(int qubits) {
    Circuit circuit = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.h(q);
    }
    return circuit;
  }

  private static List<PauliSum.Term> withoutIdentity(String ansatz, PauliSum sum) {
    var terms = sum.traceless().terms();
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(ansatz + ": " + sum + " has no term but the identity");
    }
    return terms;
  }

  private static Angle weight(int k) {
    return Angle.parameter("w" + k);
  }

  private static void requireRoom(int count, String what, long operationsEach) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "%d %s; there cannot be fewer than 0".formatted(count, what));
    }
    CircuitMemory.require(
        count + " " + what, (double) count * operationsEach, CircuitMemory.OPERATION);
  }
}
