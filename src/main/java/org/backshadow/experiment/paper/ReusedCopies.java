package org.backshadow.experiment.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.figure.Figure;
import org.backshadow.gradient.AncillaForm;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Model;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.HermitianMatrix;
import org.backshadow.state.Simulator;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Measurement collapse: each copy is measured for the last component, turned back, measured for the
 * one before, and so on, with the same copies. Exact: a measurement whose outcome is forgotten maps
 * {@code rho} to {@code (rho + A rho A) / 2}.
 *
 * <p>A component survives if its check commutes with all that were measured before it; where all
 * generators commute with each other, so do the checks, and nothing is lost.
 */
final class ReusedCopies {
  private ReusedCopies() {}

  static PaperResult run(Evaluation evaluation) {
    Model model = evaluation.model();
    Circuit circuit = model.bound();
    if (model.observable().terms().size() != 1
        || model.observable().terms().get(0).string().isIdentity()
        || circuit.qubits() > 6) {
      throw new IllegalArgumentException(
          "reusedCopies: one Pauli string on at most 6 qubits is needed, not %s on %d"
              .formatted(model.observable(), circuit.qubits()));
    }
    double scale = model.observable().oneNorm();
    Circuit form = AncillaForm.of(circuit, model.observable());
    HermitianMatrix reused = HermitianMatrix.projector(Simulator.run(form));
    HermitianMatrix fresh = reused;
    var occurrences = new ArrayList<>(model.occurrences());
    List<Operation> gates = circuit.operations();
    var layers = new ArrayList<Integer>();
    var names = new ArrayList<String>();
    var truths = new ArrayList<Double>();
    var answers = new ArrayList<Double>();
    for (int i = gates.size() - 1; i >= 0 && !occurrences.isEmpty(); i--) {
      while (!occurrences.isEmpty() && occurrences.get(occurrences.size() - 1).gate() == i) {
        Model.Occurrence occurrence = occurrences.remove(occurrences.size() - 1);
        PauliSum generator =
            PauliPropagation.generator(gates.get(i), occurrence.angle(), circuit.qubits());
        for (PauliSum.Term term : generator.terms()) {
          PauliString check = AncillaForm.check(term.string(), form.qubits());
          HermitianMatrix string = HermitianMatrix.of(PauliSum.of(check));
          double factor = -2 * term.coefficient() * scale;
          layers.add(i);
          names.add(term.string().toString());
          truths.add(factor * string.traceOfProduct(fresh));
          answers.add(factor * string.traceOfProduct(reused));
          reused = forgotten(reused, check);
        }
      }
      Operation inverse = gates.get(i).inverse();
      reused = reused.after(inverse);
      fresh = fresh.after(inverse);
    }
    return result(layers, names, truths, answers);
  }

  /** {@code (rho + A rho A) / 2}: a rotation by pi about a string conjugates with it. */
  private static HermitianMatrix forgotten(HermitianMatrix rho, PauliString check) {
    Operation flip =
        Circuit.of(check.qubits()).pauliRotation(check.toString(), Math.PI).operations().get(0);
    int qubits = rho.qubits();
    return HermitianMatrix.identity(qubits, 0).plus(0.5, rho).plus(0.5, rho.after(flip));
  }

  private static PaperResult result(
      List<Integer> layers, List<String> names, List<Double> truths, List<Double> answers) {
    int lost = 0;
    int nonzero = 0;
    for (int k = 0; k < truths.size(); k++) {
      if (Math.abs(truths.get(k)) > 1e-9) {
        nonzero++;
        lost += Math.abs(answers.get(k) - truths.get(k)) > 1e-9 ? 1 : 0;
      }
    }
    Table table =
        Table.create(
            "one set of copies, measured again and again",
            IntColumn.create("gate", layers.stream().mapToInt(k -> k).toArray()),
            StringColumn.create("check", names),
            DoubleColumn.create("true derivative", truths),
            DoubleColumn.create("from reused copies", answers));
    var labels = new ArrayList<String>();
    for (int k = 0; k < names.size(); k++) {
      labels.add(layers.get(k) + ": " + names.get(k));
    }
    double[] exact = truths.stream().mapToDouble(v -> v).toArray();
    double[] reused = answers.stream().mapToDouble(v -> v).toArray();
    return new PaperResult(
        String.format(
            Locale.ROOT,
            "Measuring the same copies for one component after the other spoils %d of %d"
                + " derivatives that are not 0 (exact).",
            lost,
            nonzero),
        table,
        Figure.of("collapse of reused copies")
            .x("gate and check, in the order of measurement")
            .y("dF/da")
            .bars("fresh copies", labels, exact)
            .bars("reused copies", labels, reused));
  }
}
