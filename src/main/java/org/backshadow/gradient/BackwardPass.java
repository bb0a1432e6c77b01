package org.backshadow.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Operation;
import org.backshadow.gradient.BackpropProblem.Check;
import org.backshadow.gradient.BackpropProblem.Layer;
import org.backshadow.gradient.BackpropProblem.Part;
import org.backshadow.gradient.BackpropRecord.Snapshot;
import org.backshadow.hypothesis.DenseObservable;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Seed;
import org.backshadow.tomography.BatchPlan;
import org.backshadow.tomography.OnlineLearner;
import org.backshadow.tomography.Question;
import org.backshadow.tomography.Step;

/** The backward pass of quantum backpropagation, one for each part of the observable. */
final class BackwardPass {
  private final QuantumBackprop method;
  private final BackpropProblem problem;
  private final Copies copies;
  private final BatchPlan plan;
  private final double[] values;
  private final List<Step> steps = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private HypothesisState hypothesis;
  private int batches;
  private int updates;

  BackwardPass(QuantumBackprop method, BackpropProblem problem, Copies copies) {
    this.method = method;
    this.problem = problem;
    this.copies = copies;
    this.plan = method.plan(problem);
    this.values = new double[problem.parameters()];
    this.hypothesis =
        method.rank() == 0
            ? HypothesisState.maximallyMixed(problem.qubits())
            : HypothesisState.lowRank(
                problem.qubits(), method.rank(), new Seed(method.seed()).child("hypothesis"));
  }

  BackpropRecord run() {
    if (problem.checks() > 0) {
      for (int sweep = 0; sweep < method.sweeps(); sweep++) {
        Arrays.fill(values, 0);
        for (Part part : problem.parts()) {
          backward(part);
        }
      }
    }
    Disturbance worst = Disturbance.NONE;
    for (Step step : steps) {
      worst = worst.worse(step.disturbance());
    }
    boolean proven = worst.isProven() && plan.copies() >= plan.provenCopies();
    var guarantee = new Guarantee(method.epsilon(), 1 - method.delta(), proven);
    return new BackpropRecord(
        Components.guaranteed(values, guarantee, note(guarantee, worst)),
        plan,
        List.copyOf(steps),
        List.copyOf(snapshots),
        batches,
        updates,
        worst,
        copies.ledger().cost());
  }

  private void backward(Part part) {
    List<Operation> gates = problem.gates();
    PreparedState source = copies.prepare(problem.preparation(part));
    var learner =
        new OnlineLearner(source, hypothesis, plan, method.update(), method.simulated(), batches);
    DenseObservable observable = DenseObservable.of(part.observable());
    snapshots.clear();
    snapshots.add(new Snapshot(gates.size() - 1, hypothesis));
    int layer = problem.layers().size() - 1;
    for (int i = gates.size() - 1; i >= 0; i--) {
      if (layer >= 0 && problem.layers().get(layer).operation() == i) {
        int known = learner.updates();
        ask(problem.layers().get(layer), layer + 1, part, observable, learner, source.qubits());
        if (learner.updates() > known) {
          snapshots.add(new Snapshot(i, learner.hypothesis()));
        }
        layer--;
      }
      if (i > 0) {
        Operation inverse = gates.get(i).inverse();
        learner.turn(inverse);
        observable = observable.after(inverse);
        copies.ledger().charge(Cost.classical(8L << 2 * problem.qubits(), 0));
      }
    }
    steps.addAll(learner.steps());
    batches = learner.batches();
    updates += learner.updates();
    hypothesis = learner.hypothesis();
    for (int i = 1; i < gates.size(); i++) {
      hypothesis = hypothesis.after(gates.get(i));
    }
  }

  /** All checks of a layer: {@code A = (i/2) [P, O]} predicts what {@code -P (x) Y} counts. */
  private void ask(
      Layer layer,
      int number,
      Part part,
      DenseObservable observable,
      OnlineLearner learner,
      int registerQubits) {
    for (Check check : layer.checks()) {
      PauliString string = AncillaForm.check(check.string(), registerQubits);
      double answer =
          learner.answer(
              new Question(
                  number,
                  check.string().toString(),
                  string,
                  -1,
                  observable.commutator(check.string()).times(0.5)));
      check
          .occurrence()
          .weights()
          .forEach((k, w) -> values[k] += part.weight() * w * 2 * check.coefficient() * answer);
    }
  }

  private String note(Guarantee guarantee, Disturbance worst) {
    String sizes =
        plan.copies() < plan.provenCopies()
            ? String.format(
                Locale.ROOT,
                "; batches of %,d copies, where the proof wants %,d",
                plan.copies(),
                plan.provenCopies())
            : "";
    return guarantee + "; disturbance " + worst + sizes;
  }
}
