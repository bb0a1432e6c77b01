package org.backshadow.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.state.engine.CompiledExpectation;
import org.backshadow.state.engine.CompiledState;
import org.ejml.simple.SimpleMatrix;

/**
 * Exact simulation by state vectors, every gate application counted. Circuits of more than a few
 * qubits and models go through {@link org.backshadow.state.engine}; what it cannot express, and
 * small single runs, gate by gate.
 *
 * <pre>{@code
 * var ledger = Ledger.unlimited();
 * new Simulator(ledger).expectation(circuit(2).h(0).cx(0, 1), pauliSum("XX")) // 1.0
 * ledger.cost().gates() // 2
 * }</pre>
 */
public final class Simulator {
  /** Up to so many qubits a single run is done before a circuit would have been compiled. */
  private static final int GATE_BY_GATE = 10;

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
    Circuit.requireUnitary(circuit, "state", "use densityMatrix(circuit, theta...)");
    MemoryLimit.require(circuit.qubits(), 1);
    requireBound(circuit);
    if (circuit.qubits() > GATE_BY_GATE && MemoryLimit.allows(circuit.qubits(), 2)) {
      Optional<CompiledState> engine = CompiledState.of(circuit);
      if (engine.isPresent()) {
        charge(circuit.size(), circuit.size(), circuit.qubits(), 2);
        Amplitudes psi = Amplitudes.zeroState(circuit.qubits());
        engine.get().run(radians(circuit), psi.re, psi.im);
        return new StateVector(psi);
      }
    }
    return new StateVector(forward(circuit, 1));
  }

  private static double[] radians(Circuit circuit) {
    return circuit.operations().stream()
        .flatMapToDouble(operation -> Arrays.stream(operation.radians()))
        .toArray();
  }

  /** The exact value of an observable in the state of a bound circuit, with noise or without. */
  public double expectation(Circuit circuit, PauliSum observable) {
    requireSameQubits(circuit, observable);
    if (!circuit.isUnitary() || circuit.qubits() <= GATE_BY_GATE) {
      return uncompiled(circuit, observable);
    }
    MemoryLimit.require(circuit.qubits(), 1);
    requireBound(circuit);
    return expectation(CompiledModel.of(circuit, observable), new double[0]);
  }

  private double uncompiled(Circuit circuit, PauliSum observable) {
    return circuit.isUnitary()
        ? forward(circuit, 1).expectation(observable)
        : new MixedSimulator(ledger).expectation(circuit, observable);
  }

  /**
   * The exact value of a model at a point.
   *
   * <p>Cost: one gate application a gate, one state vector.
   *
   * @param theta radians, in the order of the circuit's parameters
   */
  public double expectation(CompiledModel model, double... theta) {
    double[] radians = model.angles().at(theta);
    int qubits = model.circuit().qubits();
    if (model.engine().isEmpty()) {
      return uncompiled(model.circuit().bind(theta), model.observable());
    }
    MemoryLimit.require(qubits, 1);
    charge(model.gates(), model.gates(), qubits, 1);
    return model.engine().get().value(radians);
  }

  /**
   * The exact gradient of a model at a point, by the adjoint method.
   *
   * <p>Cost: at most 3 gate applications a gate, two state vectors.
   *
   * @param theta radians, in the order of the circuit's parameters
   */
  public double[] gradient(CompiledModel model, double... theta) {
    double[] radians = model.angles().at(theta);
    if (model.engine().isEmpty()) {
      Reverse reverse = uncompiled(model, theta);
      return model.angles().chain(theta, reverse.flat());
    }
    return model.angles().chain(theta, slope(model, radians).derivatives());
  }

  private Reverse uncompiled(CompiledModel model, double[] theta) {
    Circuit bound = model.circuit().bind(theta);
    IntPredicate parametrized = i -> !model.circuit().operations().get(i).isBound();
    return bound.isUnitary()
        ? gateByGate(bound, model.observable(), parametrized)
        : new MixedSimulator(ledger).reverse(bound, model.observable(), parametrized);
  }

  private CompiledExpectation.Slope slope(CompiledModel model, double[] radians) {
    int qubits = model.circuit().qubits();
    MemoryLimit.require(qubits, 2);
    long back = 2 * Math.max(0, model.gates() - 1);
    long passes = model.gates() + model.observable().terms().size() + model.generators() + back;
    charge(model.gates() + back, passes, qubits, 2);
    return model.engine().orElseThrow().slope(radians);
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
    MemoryLimit.require(circuit.qubits(), 2);
    requireBound(circuit);
    if (circuit.qubits() <= GATE_BY_GATE) {
      return gateByGate(circuit, observable, wanted);
    }
    CompiledModel model = CompiledModel.of(circuit, observable);
    return model.engine().isEmpty()
        ? gateByGate(circuit, observable, wanted)
        : Reverse.of(circuit, slope(model, radians(circuit)));
  }

  private Reverse gateByGate(Circuit circuit, PauliSum observable, IntPredicate wanted) {
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
    Circuit.requireUnitary(circuit, "metricTensor", "the metric here is that of pure states");
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

    private static Reverse of(Circuit circuit, CompiledExpectation.Slope slope) {
      double[] flat = slope.derivatives();
      double[][] derivatives = new double[circuit.size()][];
      int slot = 0;
      for (int i = 0; i < derivatives.length; i++) {
        int angles = circuit.operations().get(i).gate().angles();
        derivatives[i] = Arrays.copyOfRange(flat, slot, slot + angles);
        slot += angles;
      }
      return new Reverse(slope.value(), derivatives);
    }

    /** The derivatives by the angles of all gates, one after the other. */
    private double[] flat() {
      return Arrays.stream(derivatives).flatMapToDouble(Arrays::stream).toArray();
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
    charge(gates, passes, psi.qubits(), states);
  }

  private void charge(long gates, long passes, int qubits, int states) {
    ledger.charge(new Cost(0, 0, gates, 0, 0, passes << qubits, states * (16L << qubits)));
  }

  static void requireSameQubits(Circuit circuit, PauliSum observable) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits but the observable has %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
  }
}
