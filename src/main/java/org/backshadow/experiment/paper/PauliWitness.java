package org.backshadow.experiment.paper;

import java.util.Arrays;
import java.util.Locale;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradients;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Why single-copy measurements cannot do it: a circuit whose {@code 4^n - 1} derivatives are the
 * means of all Pauli strings of the unknown input, which take {@code Omega(2^n / epsilon^2)} copies
 * if they are measured one at a time (arXiv:2111.05881).
 *
 * <p>Gates {@code exp(-i a_j P_j X / 2)} with an ancilla in {@code |+i>} whose Z is observed; at
 * all angles 0 the derivative is {@code <P_j>}.
 */
final class PauliWitness {
  private PauliWitness() {}

  /** The model at angles 0 for an input state. */
  static Evaluation model(Circuit state) {
    int n = state.qubits();
    Circuit circuit = state.widened(n + 1).h(n).s(n);
    for (long code = 1; code < 1L << 2 * n; code++) {
      var string = new PauliString(n, code >> n, code & ((1L << n) - 1));
      circuit = circuit.pauliRotation(string + "X", Angle.parameter(string.toString()));
    }
    return Expectation.of(circuit, PauliSum.parse("I".repeat(n) + "Z"))
        .at(new double[(1 << 2 * n) - 1]);
  }

  static PaperResult run(int largest, double epsilon, long seed) {
    if (largest < 1 || largest > 5) {
      throw new IllegalArgumentException(
          "pauliWitness: up to %d qubits; possible are 1 to 5, with 4^n - 1 parameters"
              .formatted(largest));
    }
    double[] qubits = new double[largest];
    double[] shift = new double[largest];
    double[] ours = new double[largest];
    double[] mistakes = new double[largest];
    double[] bound = new double[largest];
    for (int n = 1; n <= largest; n++) {
      Circuit state = graphState(n, new Seed(seed).child(n));
      Evaluation evaluation = model(state);
      BackpropRun run = BackpropRun.of(evaluation).epsilon(epsilon).seed(seed);
      qubits[n - 1] = n;
      ours[n - 1] = run.cost().copies();
      mistakes[n - 1] = run.updates();
      var method = Gradients.parameterShift().guaranteeing(evaluation.model(), epsilon, 0.1);
      var door = new SimulatedCopies(Ledger.unlimited(), new Seed(seed).child("shift"));
      method.differentiate(evaluation.model(), door, new Seed(seed));
      shift[n - 1] = door.ledger().cost().copies();
      bound[n - 1] = shift[0] * StrictMath.pow(2, n - 1);
    }
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "All 4^n - 1 Pauli means of a state as one gradient, largest error %s: from %d to %d"
                + " qubits parameter shift needs %.3g times the copies, quantum backpropagation %.3g"
                + " times.",
            epsilon,
            1,
            largest,
            shift[largest - 1] / shift[0],
            ours[largest - 1] / ours[0]),
        Table.create(
            "all Pauli means as a gradient",
            IntColumn.create("qubits", Arrays.stream(qubits).mapToInt(q -> (int) q).toArray()),
            DoubleColumn.create("copies, quantumBackprop", ours),
            DoubleColumn.create("mistakes", mistakes),
            DoubleColumn.create("copies, parameterShift", shift)),
        Figure.of("all Pauli means of an unknown state")
            .x("qubits n")
            .y("copies")
            .logY()
            .points("quantumBackprop", qubits, ours)
            .points("parameterShift", qubits, shift)
            .theory("2^n, up to a factor", qubits, bound)
            .caption("dashed: growth of the lower bound for measuring copies one at a time"));
  }

  /** A random graph state whose qubits are turned a little: no mean is 0 by symmetry. */
  private static Circuit graphState(int qubits, Seed seed) {
    var random = seed.random();
    Circuit circuit = Circuit.of(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.h(q);
    }
    for (int a = 0; a < qubits; a++) {
      for (int b = a + 1; b < qubits; b++) {
        circuit = random.nextBoolean() ? circuit.cz(a, b) : circuit;
      }
    }
    for (int q = 0; q < qubits; q++) {
      circuit = circuit.ry(q, 0.2 * random.nextGaussian());
    }
    return circuit;
  }
}
