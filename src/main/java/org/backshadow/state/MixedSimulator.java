package org.backshadow.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.backshadow.circuit.Channel;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Gate;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.ejml.simple.SimpleMatrix;

/** Exact simulation of noise: two passes over {@code 4^n} entries per gate, one per channel. */
final class MixedSimulator {
  private final Ledger ledger;

  MixedSimulator(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Refuses what is too large for density matrices.
   *
   * @throws IllegalArgumentException with what to do beyond {@value DensityMatrix#MAX_QUBITS}
   *     qubits, or with the arithmetic if so many matrices do not fit
   */
  static void require(Circuit circuit, int matrices) {
    if (circuit.qubits() > DensityMatrix.MAX_QUBITS) {
      throw new IllegalArgumentException(
          "%d qubits with noise: exact values take a density matrix, up to %d qubits; estimate the"
                  .formatted(circuit.qubits(), DensityMatrix.MAX_QUBITS)
              + " value by .trajectories(2000).seed(1) or .shots(1000)");
    }
    MemoryLimit.requireMatrices(circuit.qubits(), matrices);
  }

  /** The matrices that {@link #reverse} holds at once. */
  static int reverseMatrices(Circuit circuit) {
    int channels = circuit.size() - circuit.gates();
    int segment = segment(channels);
    return 4 + segment + (channels + segment - 1) / segment;
  }

  private static int segment(int channels) {
    return (int) Math.ceil(Math.sqrt(Math.max(1, channels)));
  }

  MatrixAmplitudes forward(Circuit circuit, int matrices) {
    require(circuit, matrices);
    Simulator.requireBound(circuit);
    charge(circuit, 1, matrices);
    MatrixAmplitudes rho = MatrixAmplitudes.zeroState(circuit.qubits());
    for (Operation operation : circuit.operations()) {
      Interrupts.check();
      rho.apply(operation);
    }
    rho.normalize();
    return rho;
  }

  double expectation(Circuit circuit, PauliSum observable) {
    return forward(circuit, 1).expectation(observable);
  }

  /**
   * The expectation value and its derivatives, by taking the observable back through the circuit:
   * {@code A -> U^dagger A U} at a gate, {@code A -> sum K^dagger A K} at a channel E, where {@code
   * dF/ds = tr(A dE/ds(rho))}.
   *
   * <p>Gates are undone on the state as well. Noise cannot be undone: the C states in front of
   * channels are kept for {@code sqrt(C)} channels at a time, made again from one in {@code
   * sqrt(C)} that was kept on the way forward. Cost: three passes over the circuit.
   */
  Simulator.Reverse reverse(Circuit circuit, PauliSum observable, IntPredicate wanted) {
    require(circuit, reverseMatrices(circuit));
    Simulator.requireBound(circuit);
    charge(circuit, 4, reverseMatrices(circuit));
    List<Operation> operations = circuit.operations();
    var channels = new ArrayList<Integer>();
    for (int i = 0; i < operations.size(); i++) {
      if (!operations.get(i).isUnitary()) {
        channels.add(i);
      }
    }
    int segment = segment(channels.size());
    var kept = new HashMap<Integer, MatrixAmplitudes>();
    MatrixAmplitudes rho = MatrixAmplitudes.zeroState(circuit.qubits());
    for (int i = 0, passed = 0; i < operations.size(); i++) {
      Interrupts.check();
      if (!operations.get(i).isUnitary() && passed++ % segment == 0) {
        kept.put(i, rho.copy());
      }
      rho.apply(operations.get(i));
    }
    var back = new Backwards(operations, wanted, rho, MatrixAmplitudes.of(observable));
    double value = rho.expectation(observable);
    int first = (channels.size() - 1) / segment * segment;
    for (int c = channels.isEmpty() ? -1 : first; c >= 0; c -= segment) {
      int start = channels.get(c);
      back.through(start, before(operations, start, back.next, kept));
    }
    back.through(0, Map.of());
    return new Simulator.Reverse(value, back.derivatives);
  }

  /** The states in front of the channels from a kept one on, up to an operation. */
  private static Map<Integer, MatrixAmplitudes> before(
      List<Operation> operations, int start, int end, Map<Integer, MatrixAmplitudes> kept) {
    MatrixAmplitudes rho = kept.remove(start);
    var before = new HashMap<Integer, MatrixAmplitudes>();
    for (int i = start; i < end; i++) {
      Interrupts.check();
      if (!operations.get(i).isUnitary()) {
        before.put(i, rho.copy());
      }
      rho.apply(operations.get(i));
    }
    return before;
  }

  /** The state and the observable on their way back. */
  private static final class Backwards {
    private final List<Operation> operations;
    private final IntPredicate wanted;
    private final MatrixAmplitudes observable;
    private final double[][] derivatives;
    private MatrixAmplitudes rho;

    /** The operations from here on are done. */
    private int next;

    Backwards(
        List<Operation> operations,
        IntPredicate wanted,
        MatrixAmplitudes rho,
        MatrixAmplitudes observable) {
      this.operations = operations;
      this.wanted = wanted;
      this.rho = rho;
      this.observable = observable;
      this.next = operations.size();
      this.derivatives = new double[next][];
    }

    void through(int start, Map<Integer, MatrixAmplitudes> before) {
      while (next > start) {
        Interrupts.check();
        next--;
        Operation operation = operations.get(next);
        if (operation.instruction() instanceof Channel channel) {
          rho = before.get(next);
          derivatives[next] = byStrengths(operation, channel);
          observable.applyDual(operation, channel);
        } else {
          derivatives[next] = byAngles(operation);
          Operation inverse = operation.inverse();
          rho.apply(inverse);
          observable.apply(inverse);
        }
      }
    }

    private double[] byStrengths(Operation operation, Channel channel) {
      double[] derivative = new double[channel.angles()];
      for (int k = 0; k < derivative.length && wanted.test(next); k++) {
        SimpleMatrix slope = channel.derivative(k, operation.radians());
        derivative[k] = observable.slope(operation, slope, rho);
      }
      return derivative;
    }

    private double[] byAngles(Operation operation) {
      Gate gate = operation.gate();
      double[] derivative = new double[gate.angles()];
      for (int k = 0; k < derivative.length && wanted.test(next); k++) {
        PauliSum generator = gate.generator(k, operation.radians());
        derivative[k] = 2 * observable.imaginaryTrace(generator, operation, rho);
      }
      return derivative;
    }
  }

  private void charge(Circuit circuit, int times, int matrices) {
    long gates = circuit.gates();
    long passes = times * (gates + circuit.size());
    long entries = 1L << 2 * circuit.qubits();
    ledger.charge(new Cost(0, 0, times * gates, 0, 0, passes * entries, 16 * matrices * entries));
  }
}
