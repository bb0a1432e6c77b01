package org.backshadow.experiment.paper;

import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.figure.Figure;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The easy case and its loss: at all angles 0 each derivative is one Pauli mean of one fixed state,
 * which two copies at a time give for all of them; away from 0 the derivatives are sums of more and
 * more Pauli strings.
 */
final class EasyCase {
  private EasyCase() {}

  static PaperResult run(int qubits, int rotations, long seed, double... sizes) {
    if (sizes.length == 0) {
      throw new IllegalArgumentException("easyCase: no sizes of angles given, such as 0.1, 0.3");
    }
    Circuit circuit = Ansatz.randomPauliRotations(qubits, rotations, 2, seed);
    PauliSum observable = PauliSum.parse("Z".repeat(qubits));
    double[] terms = new double[sizes.length];
    double[] norms = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      double[] theta = new Seed(seed).child("angles").random().gaussians(rotations, sizes[k]);
      List<Operation> gates = circuit.bind(theta).operations();
      for (int j = 0; j < rotations; j++) {
        Interrupts.check();
        PauliSum derivative = derivative(gates, j, observable);
        terms[k] += (double) derivative.terms().size() / rotations;
        norms[k] = Math.max(norms[k], derivative.oneNorm());
      }
    }
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "%d rotations on %d qubits: %.3g Pauli strings a derivative at angles of size %s, %.3g at"
                + " %s.",
            rotations,
            qubits,
            terms[0],
            sizes[0],
            terms[sizes.length - 1],
            sizes[sizes.length - 1]),
        Table.create(
            "derivatives as Pauli sums of the output state",
            DoubleColumn.create("size of the angles", sizes),
            DoubleColumn.create("strings a derivative (mean)", terms),
            DoubleColumn.create("largest one-norm", norms)),
        Figure.of("the easy case and its loss")
            .x("standard deviation of the angles (radians)")
            .y("Pauli strings")
            .points("strings a derivative", sizes, terms)
            .points("largest one-norm", sizes, norms));
  }

  /** {@code i [G', O]} with the generator carried through the later gates. */
  private static PauliSum derivative(List<Operation> gates, int j, PauliSum observable) {
    PauliSum carried = PauliPropagation.generator(gates.get(j), 0, observable.qubits());
    for (Operation later : gates.subList(j + 1, gates.size())) {
      carried = PauliPropagation.forward(carried, later);
    }
    return carried.commutator(observable);
  }
}
