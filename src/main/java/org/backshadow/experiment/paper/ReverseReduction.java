package org.backshadow.experiment.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradient;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The converse: a way to get gradients of a quantum neural network is a way to do shadow
 * tomography.
 *
 * <p>The observables are {@code V_k^dagger Z_0 V_k} for circuits V_k. The network has, for each of
 * them, V_k, the rotation {@code exp(-i a_k Z_0 X / 2)} with an ancilla in {@code |+i>}, and V_k's
 * inverse; Z of the ancilla is observed. At all angles 0 its k-th derivative is the mean of the
 * k-th observable.
 */
final class ReverseReduction {
  /** Values of at most 1 that differ by less are equal but for rounding. */
  private static final double ROUNDING = 1e-12;

  private ReverseReduction() {}

  static PaperResult run(Circuit state, List<Circuit> observables, GradientMethod method) {
    if (observables.isEmpty()) {
      throw new IllegalArgumentException("reverseReduction: no observables to ask for");
    }
    int n = state.qubits();
    Circuit network = state.widened(n + 1).h(n).s(n);
    String turn = "Z" + "I".repeat(n - 1) + "X";
    for (int k = 0; k < observables.size(); k++) {
      Circuit v = observables.get(k).widened(n + 1);
      network = network.then(v).pauliRotation(turn, Angle.parameter("a" + k)).then(v.adjoint());
    }
    PauliSum ancilla = PauliSum.parse("I".repeat(n) + "Z");
    Gradient gradient =
        Expectation.of(network, ancilla).at(new double[observables.size()]).gradient(method);
    double[] found = gradient.values();
    StateVector rho = Simulator.run(state);
    PauliSum z = PauliSum.parse("Z" + "I".repeat(n - 1));
    double[] exact = new double[found.length];
    int[] number = new int[found.length];
    double worst = 0;
    for (int k = 0; k < found.length; k++) {
      number[k] = k;
      exact[k] = rho.after(observables.get(k)).expectation(z);
      worst = Math.max(worst, Math.abs(found[k] - exact[k]));
    }
    double[] x = Arrays.stream(number).asDoubleStream().toArray();
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "%d observables of a state from one gradient by %s: largest difference %s.",
            found.length,
            gradient.method(),
            worst < ROUNDING ? "below 1e-12" : String.format(Locale.ROOT, "%.1e", worst)),
        Table.create(
            "derivatives are means",
            IntColumn.create("observable", number),
            DoubleColumn.create("derivative", found),
            DoubleColumn.create("mean (exact)", exact)),
        Figure.of("shadow tomography by a gradient")
            .x("observable")
            .y("mean")
            .points(gradient.method(), x, found)
            .line("exact", x, exact));
  }
}
