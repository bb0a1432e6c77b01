package org.backshadow.gradient;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.backshadow.circuit.Operation;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import org.backshadow.tomography.ExactReferee;
import org.backshadow.tomography.JudgedHypothesis;
import org.backshadow.tomography.LearningPlot;
import org.backshadow.tomography.StepTable;
import tech.tablesaw.api.Table;

/**
 * A run of {@link QuantumBackprop} at a point, step by step, beside what a referee knows: a plan
 * that is checked when it is built, runs on first read and is remembered. Immutable.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")).ry(0, param("b")), pauliSum("Z"));
 * BackpropRun run = quantumBackprop(f.at(0.4, 0.9)).epsilon(0.3).seed(7);
 * run.gradient().values() // [-0.2532, -0.7274]
 * run.error() < 0.3 // true
 * run.updates() // 2
 * }</pre>
 */
public final class BackpropRun {
  private final Evaluation evaluation;
  private final QuantumBackprop method;
  private final BackpropProblem problem;
  private final Once<BackpropRecord> record;

  private BackpropRun(Evaluation evaluation, QuantumBackprop method) {
    method.requireApplicable(evaluation.model());
    this.evaluation = evaluation;
    this.method = method;
    this.problem = new BackpropProblem(evaluation.model(), method.termByTerm());
    this.record =
        Once.of(
            () ->
                method.run(
                    evaluation.model(),
                    new SimulatedCopies(
                        Ledger.unlimited(), new Seed(method.seed()).child("outcomes"))));
  }

  /**
   * At this point with epsilon 0.2 and delta 0.1.
   *
   * @throws IllegalArgumentException if the method does not apply, with the reason
   */
  public static BackpropRun of(Evaluation evaluation) {
    return of(evaluation, Gradients.quantumBackprop());
  }

  /**
   * At this point with these settings.
   *
   * @throws IllegalArgumentException if the method does not apply, with the reason
   */
  public static BackpropRun of(Evaluation evaluation, QuantumBackprop settings) {
    requireNonNull(evaluation, "evaluation");
    requireNonNull(settings, "settings");
    return new BackpropRun(evaluation, settings);
  }

  /** With the largest error of a component. */
  public BackpropRun epsilon(double epsilon) {
    return new BackpropRun(evaluation, method.epsilon(epsilon));
  }

  /** With the probability that a component is off by more. */
  public BackpropRun delta(double delta) {
    return new BackpropRun(evaluation, method.delta(delta));
  }

  /** The same run with another seed. */
  public BackpropRun seed(long seed) {
    return new BackpropRun(evaluation, method.seed(seed));
  }

  /** With the joint state of all copies of a batch, and what each check really does to it. */
  public BackpropRun exact() {
    return new BackpropRun(evaluation, method.exact());
  }

  /** With batches of another size; below the plan's the run is marked unproven. */
  public BackpropRun copiesPerBatch(long copies) {
    return new BackpropRun(evaluation, method.copiesPerBatch(copies));
  }

  /** With another rule for correcting the hypothesis. */
  public BackpropRun update(UpdateRule update) {
    return new BackpropRun(evaluation, method.update(update));
  }

  /** A backward pass for each term of the observable, instead of an index register for all. */
  public BackpropRun byTerm() {
    return new BackpropRun(evaluation, method.byTerm());
  }

  /** So many backward passes, of which the last answers: ours, beyond the paper. */
  public BackpropRun sweeps(int sweeps) {
    return new BackpropRun(evaluation, method.sweeps(sweeps));
  }

  /** With a hypothesis of rank r in the place of the full one: ours, beyond the paper. */
  public BackpropRun lowRank(int rank) {
    return new BackpropRun(evaluation, method.lowRank(rank));
  }

  /** The gradient, with its guarantee. */
  public Gradient gradient() {
    return new Gradient(
        method.name(),
        evaluation.model().parameters(),
        method.seed(),
        () -> new Gradient.Run(record.get().components(), record.get().cost()));
  }

  /**
   * A row a check: layer | check | prediction | alarm | measured | update | batch | copies so far |
   * disturbance proven (and real, where simulated). Layers count the gates with parameters from 1,
   * and the pass goes backward.
   */
  public Table steps() {
    return StepTable.of("steps (" + marks() + ")", record.get().steps());
  }

  /** What it used and how far the batches were disturbed: resource | used. */
  public Table ledger() {
    return StepTable.ledger(
        "ledger (" + marks() + ")", record.get().steps(), record.get().plan(), cost());
  }

  /** What the run used, counted by the door. */
  public Cost cost() {
    return record.get().cost();
  }

  /**
   * The hypothesis when a layer had been answered, in the frame behind that layer's gate, beside
   * the true state there.
   *
   * @param layer counted from 1 in the order of the circuit
   */
  public JudgedHypothesis hypothesis(int layer) {
    int layers = problem.layers().size();
    if (layer < 1 || layer > layers) {
      throw new IllegalArgumentException(
          "there is no layer %d; the circuit has %d gates with parameters"
              .formatted(layer, layers));
    }
    BackpropProblem.Layer asked = problem.layers().get(layer - 1);
    Operation gate = problem.gates().get(asked.operation());
    return ExactReferee.of(problem.upTo(asked))
        .judge(
            "hypothesis at layer %d (%s, %s)"
                .formatted(layer, gate.gate().label(), String.join(", ", problem.names(asked))),
            record.get().hypothesis(asked.operation(), problem.gates()));
  }

  /** The largest error of a component: the referee's view. */
  public double error() {
    return distance(record.get().components().values());
  }

  /** The largest component of the exact gradient: what the answer "all zeros" is off by. */
  public double largestComponent() {
    return distance(new double[problem.parameters()]);
  }

  private double distance(double[] answer) {
    double[] truth = evaluation.gradient().values();
    double largest = 0;
    for (int k = 0; k < truth.length; k++) {
      largest = Math.max(largest, Math.abs(answer[k] - truth[k]));
    }
    return largest;
  }

  /** True if the answer "all zeros" would have been within epsilon: success means little then. */
  public boolean isTrivial() {
    return largestComponent() <= method.epsilon();
  }

  /** Whether the disturbance stayed within what the proof covers and the batches are its own. */
  public boolean isProven() {
    return record.get().isProven();
  }

  /** How often the hypothesis was corrected. */
  public int updates() {
    return record.get().updates();
  }

  /**
   * The most corrections that are possible: {@code 8 n ln 2 / accuracy^2}, of a full hypothesis.
   */
  public double mostUpdates() {
    return record.get().plan().mostMistakes(problem.qubits());
  }

  /** The copies in a batch that the proof wants. */
  public long provenCopies() {
    return method.plan(problem).provenCopies();
  }

  /** How far the worst batch was disturbed: the referee's view. */
  public Disturbance disturbance() {
    return record.get().disturbance();
  }

  /** Batches that were prepared. */
  public int batches() {
    return record.get().batches();
  }

  /**
   * Beside other methods that promise the same: method | copies | gate applications | coherent
   * qubits | ... Rows that were not run say that they are formulas.
   */
  public Table comparison() {
    return new PromisedCosts(evaluation, problem, method)
        .table(cost(), error(), largestComponent(), marks());
  }

  /** Mistakes against their bound, and the disturbance of the batches. */
  public Figure plot() {
    return LearningPlot.of(
        "quantum backpropagation through %d layers".formatted(problem.layers().size()),
        record.get().steps(),
        record.get().plan(),
        problem.qubits(),
        isProven());
  }

  private String marks() {
    return (isProven() ? "proven" : "unproven") + ", seed " + method.seed();
  }

  private String bound() {
    String most = String.format(Locale.ROOT, "at most %.0f are possible", mostUpdates());
    return method.rank() == 0
        ? most
        : "hypothesis of rank " + method.rank() + ": no bound; of a full one " + most;
  }

  @Override
  public String toString() {
    BackpropRecord run = record.get();
    return String.format(
        Locale.ROOT,
        "quantumBackprop (%s): %s%n"
            + "  largest error %.3g (referee's view); all zeros would be off by %.3g%s%n"
            + "  %s copies: %d batches of %s, %d alarms verified by %s each%n"
            + "  %s gates, %s coherent qubits%n"
            + "  mistakes corrected: %d (%s), %s%n"
            + "  disturbance of the worst batch %s",
        marks(),
        run.components().guarantee(),
        error(),
        largestComponent(),
        isTrivial() ? ": the trivial answer is within epsilon" : "",
        Rounding.count(run.cost().copies()),
        run.batches(),
        Rounding.count(run.plan().copies()),
        run.alarms(),
        Rounding.count(run.plan().verificationCopies()),
        Rounding.count(run.cost().gates()),
        Rounding.count(run.cost().qubits()),
        run.updates(),
        method.update(),
        bound(),
        run.disturbance());
  }
}
