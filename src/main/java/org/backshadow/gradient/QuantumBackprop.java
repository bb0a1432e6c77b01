package org.backshadow.gradient;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.measure.Copies;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.simulated.BatchMemory;
import org.backshadow.resources.Seed;
import org.backshadow.tomography.BatchPlan;

/**
 * Gradient by quantum backpropagation: one backward pass that turns coherent copies and a
 * hypothesis state gate by gate, and checks each component gently on the same copies.
 *
 * <p><b>Formula</b>: on {@code (|0> psi + |1> O psi) / sqrt 2}, turned back to the place behind
 * {@code exp(-i a P)}, the derivative is {@code dF/da = -2 <P (x) Y>}. The answer is what the
 * hypothesis predicts, once a check of a batch of copies has not contradicted it; where it does,
 * fresh copies correct the hypothesis, which happens at most {@code 8 n ln 2 / accuracy^2} times.
 *
 * <p>The gates before the first one with a parameter prepare the unknown input: the learner's
 * hypothesis is of that input, starts as {@code I / 2^n}, and learns from outcomes alone.
 *
 * <p><b>Cost</b>: {@code O(n log^2(M) / epsilon^4)} copies, about 2M gates for each, {@code O(M
 * 4^n)} classical steps and {@code O(8^n)} for each update, {@code 32 * 4^n} bytes, and a batch of
 * copies that must stay coherent together. For few parameters the other methods are cheaper.
 * <b>Error</b>: every component within epsilon, with probability 1 - delta; a run whose batches
 * were disturbed by more than its bound allows, or are smaller than the plan's, says unproven.
 *
 * <p><b>Source</b>: Abbas et al., arXiv:2305.13362; constants are ours.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")).ry(0, param("b")), pauliSum("Z"));
 * f.at(0.4, 0.9).gradient(quantumBackprop().epsilon(0.2).delta(0.1).seed(7)).values()
 * // [-0.2495, -0.7247]
 * }</pre>
 *
 * @param epsilon the largest error of a component
 * @param delta the probability of failure
 * @param update how mistakes are corrected
 * @param simulated how the simulated batch answers checks
 * @param copiesPerBatch 0 for the plan's
 * @param termByTerm whether the observable's terms are gone through one by one
 * @param sweeps backward passes, 1 in the paper
 * @param rank of the hypothesis, 0 for the full one of the paper
 * @param seed of the outcomes
 */
public record QuantumBackprop(
    double epsilon,
    double delta,
    UpdateRule update,
    BackAction simulated,
    long copiesPerBatch,
    boolean termByTerm,
    int sweeps,
    int rank,
    long seed)
    implements SampledGradient {
  /**
   * Settings of a run.
   *
   * @throws IllegalArgumentException if epsilon is not positive and finite, or another setting has
   *     no meaning
   */
  public QuantumBackprop {
    requireNonNull(update, "update");
    requireNonNull(simulated, "simulated");
    if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
      throw new IllegalArgumentException(
          "quantumBackprop: epsilon is %s; the largest error must be positive".formatted(epsilon));
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException(
          "quantumBackprop: delta is %s; the probability of failure must be between 0 and 1"
              .formatted(delta));
    }
    if (copiesPerBatch < 0) {
      throw new IllegalArgumentException(
          "quantumBackprop: a batch of " + copiesPerBatch + " copies; at least 1 is needed");
    }
    if (sweeps < 1) {
      throw new IllegalArgumentException(
          "quantumBackprop: " + sweeps + " sweeps; at least 1 is needed");
    }
  }

  /** With the largest error of a component, 0.2 if not set. */
  public QuantumBackprop epsilon(double epsilon) {
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  /** With the probability that a component is off by more, 0.1 if not set. */
  public QuantumBackprop delta(double delta) {
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  /** With another rule for correcting the hypothesis; projection if not set. */
  public QuantumBackprop update(UpdateRule update) {
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  /**
   * With the joint state of all copies of a batch simulated exactly, and the real disturbance of
   * each check. The batch is the plan's or, if that is smaller, what a run of seconds takes.
   */
  public QuantumBackprop exact() {
    return new QuantumBackprop(
        epsilon, delta, update, BackAction.EXACT, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  /** With batches of another size; below the plan's the run is marked unproven. */
  public QuantumBackprop copiesPerBatch(long copies) {
    if (copies < 1) {
      throw new IllegalArgumentException(
          "quantumBackprop: a batch of " + copies + " copies; at least 1 is needed");
    }
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copies, termByTerm, sweeps, rank, seed);
  }

  /** A backward pass for each term of the observable, instead of an index register for all. */
  public QuantumBackprop byTerm() {
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, true, sweeps, rank, seed);
  }

  /**
   * So many backward passes, each with what the one before has learned; the last one answers. Ours,
   * beyond the paper: it asks every check again, and the promise covers all of them.
   */
  public QuantumBackprop sweeps(int sweeps) {
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  /**
   * With a hypothesis of rank r, {@link HypothesisState#lowRank}: ours, beyond the paper. The
   * checks and their promise stay; only the bound on mistakes is lost. For 10 qubits it is the only
   * one.
   */
  public QuantumBackprop lowRank(int rank) {
    if (rank < 1) {
      throw new IllegalArgumentException(
          "quantumBackprop: a hypothesis of rank " + rank + "; at least 1 is needed");
    }
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  /** The same method with another seed. */
  public QuantumBackprop seed(long seed) {
    return new QuantumBackprop(
        epsilon, delta, update, simulated, copiesPerBatch, termByTerm, sweeps, rank, seed);
  }

  @Override
  public String name() {
    return "quantumBackprop";
  }

  @Override
  public void requireApplicable(Model model) {
    Circuit.requireUnitary(
        model.circuit(), name(), "copies are turned back by gates; use parameterShift()");
    HypothesisState.requireQubits(model.circuit().qubits(), rank);
    int terms = model.observable().terms().size();
    if (!termByTerm && terms > AncillaForm.MAX_TERMS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "quantumBackprop: %,d terms are too many for an index register of at most %,d; use"
                  + " quantumBackprop().byTerm()",
              terms,
              AncillaForm.MAX_TERMS));
    }
    var problem = new BackpropProblem(model, termByTerm);
    if (problem.checks() > 0 && simulated == BackAction.EXACT) {
      BatchMemory.require(problem.qubitsOfACopy(), plan(problem).copies());
    }
  }

  /** The accuracy of single checks and the sizes that follow from it. */
  BatchPlan plan(BackpropProblem problem) {
    double accuracy = Math.min(1, epsilon / problem.amplification());
    BatchPlan plan = BatchPlan.of(Math.max(1, sweeps * problem.checks()), accuracy, delta);
    if (copiesPerBatch > 0) {
      return plan.copies(copiesPerBatch);
    }
    return simulated == BackAction.EXACT
        ? plan.copies(Math.min(plan.copies(), BatchMemory.practicalCopies(problem.qubitsOfACopy())))
        : plan;
  }

  /**
   * As it is: what it takes is decided by epsilon.
   *
   * @throws IllegalArgumentException if one batch costs more
   */
  @Override
  public SampledGradient within(Model model, long copies) {
    var problem = new BackpropProblem(model, termByTerm);
    if (problem.checks() > 0 && plan(problem).copies() > copies) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "quantumBackprop: one batch for epsilon %s costs %,d copies; the budget is %,d",
              epsilon,
              plan(problem).copies(),
              copies));
    }
    return this;
  }

  @Override
  public SampledGradient guaranteeing(Model model, double epsilon, double delta) {
    return epsilon(epsilon).delta(delta);
  }

  @Override
  public Components differentiate(Model model, Copies copies, Seed seed) {
    return run(model, copies).components();
  }

  /** The gradient with all that happened on the way. */
  BackpropRecord run(Model model, Copies copies) {
    return new BackwardPass(this, new BackpropProblem(model, termByTerm), copies).run();
  }
}
