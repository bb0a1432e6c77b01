package org.backshadow.state;

import java.util.List;
import java.util.function.IntPredicate;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.ejml.simple.SimpleMatrix;

/**
 * Exact simulation by state vectors: one pass over {@code 2^n} amplitudes per gate, every pass
 * counted.
 */
public final class Simulator {
  private final Ledger ledger;

  /** A simulator that charges its gate applications, operations and bytes to a ledger. */
  public Simulator(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The state that a bound circuit prepares from {@code |0...0>}.
   *
   * <p>Cost: one gate application per gate, {@code 16 * 2^n} bytes.
   *
   * @throws IllegalArgumentException if a parameter is not bound, or the state does not fit into
   *     the heap (with the arithmetic)
   */
  public static StateVector run(Circuit circuit) {
    return new Simulator(Ledger.unlimited()).state(circuit);
  }

  /**
   * Refuses what will not fit, before any work.
   *
   * @throws IllegalArgumentException with the arithmetic if so many state vectors exceed the free
   *     heap
   */
  public static void requireMemory(int qubits, int states) {
    MemoryLimit.require(qubits, states);
  }

  /**
   * Refuses a circuit whose parameters have no values.
   *
   * @throws IllegalArgumentException with their names
   */
  public static void requireBound(Circuit circuit) {
    for (Operation operation : circuit.operations()) {
      if (!operation.isBound()) {
        throw new IllegalArgumentException(
            "parameters without values: %s; bind the circuit first"
                .formatted(String.join(", ", circuit.parameters())));
      }
    }
  }

  /**
   * Refuses what an exact value or gradient of a circuit, with noise or without, cannot have.
   *
   * @throws IllegalArgumentException if there are more qubits than a density matrix is made of, or
   *     the states of {@link #reverse} exceed the free heap
   */
  public static void requireExact(Circuit circuit) {
    if (circuit.isUnitary()) {
      MemoryLimit.require(circuit.qubits(), 2);
    } else {
      MixedSimulator.require(circuit, MixedSimulator.reverseMatrices(circuit));
    }
  }

  /**
   * Refuses circuits that the simulated door has no room for: it holds state vectors, or density
   * matrices where there is noise on few enough qubits.
   *
   * @throws IllegalArgumentException with the arithmetic
   */
  public static void requireShots(Circuit circuit) {
    if (circuit.isUnitary() || circuit.qubits() > DensityMatrix.MAX_QUBITS) {
      MemoryLimit.require(circuit.qubits(), circuit.isUnitary() ? 2 : 3);
    } else {
      MemoryLimit.requireMatrices(circuit.qubits(), 2);
    }
  }

  /** As {@link #run}, charged to this simulator's ledger. */
  public StateVector state(Circuit circuit) {
    circuit.requireUnitary("state", "use densityMatrix(circuit, theta...)");
    return new StateVector(forward(circuit, 1));
  }

  /** The exact value of an observable in the state of a bound circuit, with noise or without. */
  public double expectation(Circuit circuit, PauliSum observable) {
    requireSameQubits(circuit, observable);
    if (!circuit.isUnitary()) {
      return new MixedSimulator(ledger).expectation(circuit, observable);
    }
    return forward(circuit, 1).expectation(observable);
  }

  /**
   * The expectation value and its derivative by every angle of every gate, by one forward and one
   * backward pass.
   *
   * <p>With {@code lambda = O psi} both vectors are taken back gate by gate, and {@code dF/da = 2
   * Im <lambda| G |psi>} for a gate with {@code dU/da = -i G U}. Cost: 3 gate applications a gate
   * at most, three state vectors at the peak. Source: Jones and Gacon, arXiv:2009.02823.
   *
   * <p>With noise the same over density matrices: the observable is taken back through the duals of
   * the channels, and the states in front of channels are kept or made again.
   *
   * @throws IllegalArgumentException if a parameter is not bound or the states do not fit
   */
  public Reverse reverse(Circuit circuit, PauliSum observable) {
    return reverse(circuit, observable, operation -> true);
  }

  /** As {@link #reverse(Circuit, PauliSum)}, where only some operations are differentiated by. */
  public Reverse reverse(Circuit circuit, PauliSum observable, IntPredicate wanted) {
    requireSameQubits(circuit, observable);
    if (!circuit.isUnitary()) {
      return new MixedSimulator(ledger).reverse(circuit, observable, wanted);
    }
    Amplitudes psi = forward(circuit, 2);
    Amplitudes lambda = psi.times(observable);
    charge(0, observable.terms().size(), psi, 2);
    double value = psi.expectation(observable);
    List<Operation> operations = circuit.operations();
    double[][] derivatives = new double[operations.size()][];
    for (int i = operations.size() - 1; i >= 0; i--) {
      Interrupts.check();
      Operation operation = operations.get(i);
      Gate gate = operation.gate();
      derivatives[i] = new double[gate.angles()];
      double[] radians = operation.radians();
      for (int k = 0; k < gate.angles() && wanted.test(i); k++) {
        PauliSum generator = gate.generator(k, radians);
        derivatives[i][k] = 2 * lambda.imaginaryInner(generator, operation, psi);
        charge(0, generator.terms().size(), psi, 2);
      }
      if (i > 0) {
        Operation inverse = operation.inverse();
        psi.apply(inverse);
        lambda.apply(inverse);
        charge(2, 2, psi, 2);
      }
    }
    return new Reverse(value, derivatives);
  }

  /**
   * The Fubini-Study metric {@code Re(<di|dj> - <di|psi><psi|dj>)} over angles of gates.
   *
   * <p>Cost: one state vector for each angle, and up to one gate application for each angle and
   * gate.
   *
   * @param gates the gate of each angle, in ascending order
   * @param angles which of the gate's angles
   * @throws IllegalArgumentException if the state vectors do not fit into the heap
   */
  public SimpleMatrix metric(Circuit circuit, int[] gates, int[] angles) {
    circuit.requireUnitary("metricTensor", "the metric here is that of pure states");
    requireBound(circuit);
    Tangents tangents = Tangents.of(circuit, gates, angles);
    long applications = circuit.size();
    for (int gate : gates) {
      applications += circuit.size() - 1 - gate;
    }
    long passes = applications + (long) gates.length * gates.length;
    ledger.charge(
        new Cost(
            0,
            0,
            applications,
            0,
            0,
            passes << circuit.qubits(),
            (gates.length + 1) * (16L << circuit.qubits())));
    return tangents.metric();
  }

  /** What {@link #reverse} returns. Immutable. */
  public static final class Reverse {
    private final double value;
    private final double[][] derivatives;

    Reverse(double value, double[][] derivatives) {
      this.value = value;
      this.derivatives = derivatives;
    }

    /** The expectation value. */
    public double value() {
      return value;
    }

    /** Its derivative by an angle of a gate. */
    public double derivative(int gate, int angle) {
      return derivatives[gate][angle];
    }
  }

  private Amplitudes forward(Circuit circuit, int states) {
    MemoryLimit.require(circuit.qubits(), states);
    requireBound(circuit);
    Amplitudes psi = Amplitudes.zeroState(circuit.qubits());
    for (Operation operation : circuit.operations()) {
      Interrupts.check();
      psi.apply(operation);
    }
    charge(circuit.size(), circuit.size(), psi, states);
    return psi;
  }

  private void charge(long gates, long passes, Amplitudes psi, int states) {
    ledger.charge(new Cost(0, 0, gates, 0, 0, passes << psi.qubits(), states * psi.bytes()));
  }

  private static void requireSameQubits(Circuit circuit, PauliSum observable) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits but the observable has %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
  }
}
