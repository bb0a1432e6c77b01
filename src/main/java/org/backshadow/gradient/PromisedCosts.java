package org.backshadow.gradient;

import org.backshadow.pauli.Grouping;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What other methods need for the same promise: formulas beside what a run has counted. */
final class PromisedCosts {
  private final Evaluation evaluation;
  private final BackpropProblem problem;
  private final QuantumBackprop method;
  private final Table table =
      Table.create(
          StringColumn.create("method"),
          DoubleColumn.create("copies"),
          DoubleColumn.create("gate applications"),
          DoubleColumn.create("coherent qubits"),
          DoubleColumn.create("classical operations"),
          DoubleColumn.create("classical bytes"),
          DoubleColumn.create("largest error (referee's view)"),
          StringColumn.create("how"));

  PromisedCosts(Evaluation evaluation, BackpropProblem problem, QuantumBackprop method) {
    this.evaluation = evaluation;
    this.problem = problem;
    this.method = method;
  }

  Table table(Cost own, double error, double largestComponent, String marks) {
    Model model = evaluation.model();
    double epsilon = method.epsilon();
    double delta = method.delta();
    int qubits = problem.qubits();
    row("quantumBackprop", own, error, "counted, " + marks);
    var shift = Gradients.parameterShift().guaranteeing(model, epsilon, delta);
    formula("parameterShift", ParameterShift.circuits(model), shift.shots(), qubits);
    var hadamard = Gradients.hadamardTest().guaranteeing(model, epsilon, delta);
    formula("hadamardTest", HadamardTest.circuits(model), hadamard.shots(), qubits + 1);
    weakReadout();
    row("adjoint", evaluation.gradient().cost(), 0, "counted, exact simulation");
    row("trivial (all zeros)", Cost.NONE, largestComponent, "no work");
    table.setName(
        "gradient with largest error %s at %s %%"
            .formatted(epsilon, Math.round(1000 * (1 - delta)) / 10.0));
    return table;
  }

  private void row(String name, Cost cost, double error, String how) {
    append(
        name,
        cost.copies(),
        cost.gates(),
        cost.qubits(),
        cost.classicalOperations(),
        cost.peakBytes(),
        error,
        how);
  }

  /** Every circuit of every group has the gates of the model. */
  private void formula(String name, long circuits, long shots, int qubits) {
    long groups = Grouping.qubitWise(evaluation.model().observable()).size();
    double copies = (double) circuits * groups * shots;
    append(
        name,
        copies,
        copies * evaluation.model().circuit().size(),
        qubits,
        copies,
        Double.NaN,
        Double.NaN,
        "formula (Hoeffding)");
  }

  /** Whole batches, forwards and back through the gates of the model. */
  private void weakReadout() {
    Model model = evaluation.model();
    var weak = Gradients.weakReadout().guaranteeing(model, method.epsilon(), method.delta());
    double each = (double) WeakReadout.BATCHES * weak.batch();
    long terms = model.observable().traceless().terms().size();
    append(
        "weakReadout",
        terms * each,
        2 * terms * each * model.circuit().size(),
        (double) weak.batch() * (problem.qubits() + 1),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        "formula (Gaussian limit)");
  }

  private void append(
      String name,
      double copies,
      double gates,
      double qubits,
      double operations,
      double bytes,
      double error,
      String how) {
    table.stringColumn("method").append(name);
    double[] numbers = {copies, gates, qubits, operations, bytes, error};
    for (int k = 0; k < numbers.length; k++) {
      if (Double.isNaN(numbers[k])) {
        table.doubleColumn(k + 1).appendMissing();
      } else {
        table.doubleColumn(k + 1).append(numbers[k]);
      }
    }
    table.stringColumn("how").append(how);
  }
}
