package org.backshadow.experiment;

import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.Adjoint;
import org.backshadow.gradient.Components;
import org.backshadow.gradient.ExactGradient;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Hoeffding;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.Grouping;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;

/** Whoever takes part in an experiment: a gradient method, or the model's own evaluation. */
sealed interface Contender {
  String FORWARD = "forward";

  /** What arithmetic alone may be off, where an estimate has no spread. */
  double ROUNDING = 1e-12;

  String name();

  /** One run on a model, within its budget, compared with the exact answer. */
  Outcome run(Model model, Truth truth, Seed seed);

  /**
   * As {@link #run}, for a comparison at an equal budget, where too small a budget ends it.
   *
   * @throws BudgetExceededException that names the contender and says what to do
   */
  default Outcome runOrExplain(Model model, Truth truth, Seed seed) {
    try {
      return run(model, truth, seed);
    } catch (BudgetExceededException e) {
      throw e.by(
          name(),
          "what it takes is not set by the budget but by its own settings and outcomes; compare"
              + " with more copies, ask it for less, or leave it out");
    }
  }

  /** With the most shots that cost at most so many copies. */
  Contender within(Model model, long copies);

  /** With so many shots of each circuit. */
  Contender atShots(long shots);

  /** With settings that guarantee a largest error with probability {@code 1 - delta}. */
  Contender guaranteeing(Model model, double epsilon, double delta);

  /** What the referee knows about a model. */
  final class Truth {
    private final double value;
    private final double[] gradient;

    private Truth(double value, double[] gradient) {
      this.value = value;
      this.gradient = gradient;
    }

    static Truth of(Model model) {
      var simulator = new Simulator(Ledger.unlimited());
      return new Truth(
          simulator.expectation(model.bound(), model.observable()),
          new Adjoint().differentiate(model, simulator));
    }

    /** The exact value of the model. */
    double value() {
      return value;
    }

    /** How far each component of an answer is off. */
    double[] errors(double[] answer) {
      double[] errors = answer.clone();
      for (int k = 0; k < errors.length; k++) {
        errors[k] -= gradient[k];
      }
      return errors;
    }

    /** The outcome of answering all zeros, at no cost. */
    Outcome ofZeros() {
      return Outcome.of(errors(new double[gradient.length]), false, Cost.NONE);
    }
  }

  /**
   * How a run went.
   *
   * @param largest the largest error of a component
   * @param meanSquare the mean square of the errors over components
   * @param covered whether its intervals (95 %, or its own guarantee) held, all together
   * @param cost what it used
   */
  record Outcome(double largest, double meanSquare, boolean covered, Cost cost) {
    static Outcome of(double[] errors, boolean covered, Cost cost) {
      double largest = 0;
      double squares = 0;
      for (double error : errors) {
        largest = Math.max(largest, Math.abs(error));
        squares += error * error;
      }
      return new Outcome(largest, squares / Math.max(1, errors.length), covered, cost);
    }
  }

  static Contender of(GradientMethod method) {
    return method instanceof SampledGradient sampled
        ? new Sampled(sampled, Budget.UNLIMITED)
        : new Exact((ExactGradient) method);
  }

  /** A sampled method behind a door whose budget is enforced. */
  record Sampled(SampledGradient method, Budget budget) implements Contender {
    @Override
    public String name() {
      return method.name();
    }

    @Override
    public Contender within(Model model, long copies) {
      return new Sampled(method.within(model, copies), Budget.copies(copies));
    }

    @Override
    public Contender atShots(long shots) {
      return new Sampled(method.atShots(shots), budget);
    }

    @Override
    public Contender guaranteeing(Model model, double epsilon, double delta) {
      return new Sampled(method.guaranteeing(model, epsilon, delta), budget);
    }

    @Override
    public Outcome run(Model model, Truth truth, Seed seed) {
      Copies copies = new SimulatedCopies(new Ledger(budget), seed.child("outcomes"));
      Components components = method.differentiate(model, copies, seed.child("choices"));
      double[] errors = truth.errors(components.values());
      double[] reach = components.simultaneousHalfWidths(components.confidence());
      boolean covered = true;
      for (int k = 0; k < errors.length; k++) {
        covered &= Math.abs(errors[k]) <= reach[k] + ROUNDING;
      }
      return Outcome.of(errors, covered, copies.ledger().cost());
    }
  }

  /** A method that simulates: no budget, no error but rounding. */
  record Exact(ExactGradient method) implements Contender {
    @Override
    public String name() {
      return method.name();
    }

    @Override
    public Contender within(Model model, long copies) {
      return this;
    }

    @Override
    public Contender atShots(long shots) {
      return this;
    }

    @Override
    public Contender guaranteeing(Model model, double epsilon, double delta) {
      return this;
    }

    @Override
    public Outcome run(Model model, Truth truth, Seed seed) {
      Ledger ledger = Ledger.unlimited();
      double[] errors = truth.errors(method.differentiate(model, new Simulator(ledger)));
      return Outcome.of(errors, true, ledger.cost());
    }
  }

  /** One expectation value from shots: what a gradient's cost is measured against. */
  record Forward(long shots, Budget budget) implements Contender {
    @Override
    public String name() {
      return FORWARD;
    }

    @Override
    public Contender within(Model model, long copies) {
      int groups = Math.max(1, Grouping.qubitWise(model.observable()).size());
      if (copies < groups) {
        throw new IllegalArgumentException(
            "forward: one shot of each group costs %d copies; the budget is %d"
                .formatted(groups, copies));
      }
      return new Forward(copies / groups, Budget.copies(copies));
    }

    @Override
    public Contender atShots(long shots) {
      return new Forward(shots, budget);
    }

    @Override
    public Contender guaranteeing(Model model, double epsilon, double delta) {
      return atShots(Hoeffding.value(model.observable(), epsilon, delta));
    }

    @Override
    public Outcome run(Model model, Truth truth, Seed seed) {
      Copies copies = new SimulatedCopies(new Ledger(budget), seed.child("outcomes"));
      Estimate value =
          new GroupedEstimator(shots).estimate(model.observable(), copies.prepare(model.bound()));
      double error = value.value() - truth.value();
      boolean covered = value.interval(0.95).contains(truth.value());
      return Outcome.of(new double[] {error}, covered, copies.ledger().cost());
    }
  }
}
