package org.backshadow.optimize;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.backshadow.estimate.Rounding;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.LossTerm;
import org.backshadow.gradient.Objective;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.resources.Budget;

/**
 * A plan to minimize a model's value or a loss over data. Immutable; {@link #run} does it.
 *
 * <p>The history keeps the exact loss of all data at every point, the referee's view, which costs
 * nothing. The optimizer sees what the plan lets it see: exact gradients and values unless a
 * sampled gradient method or {@link #lossShots} are set, whose copies are counted.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).rx(0, param("a")).ry(0, param("b")), pauliSum("Z"));
 * Minimization plan = minimize(f).adam(0.1).gradient(parameterShift().shots(200)).steps(20);
 * plan.run().cost().copies() // 16000
 * }</pre>
 */
public final class Minimization {
  private final Objective objective;
  private final double[] start;
  private final Optimizer<?> optimizer;
  private final Sampling sampling;
  private final Limits limits;

  /** How the optimizer's questions are answered; 0 shots of the loss are exact values. */
  record Sampling(GradientMethod method, long lossShots, int threads, long seed) {}

  /** When it ends. */
  record Limits(int steps, double tolerance, Budget budget) {}

  private Minimization(
      Objective objective,
      double[] start,
      Optimizer<?> optimizer,
      Sampling sampling,
      Limits limits) {
    this.objective = objective;
    this.start = start;
    this.optimizer = optimizer;
    this.sampling = sampling;
    this.limits = limits;
  }

  /** By default from zeros, with Adam at rate 0.1, exact gradients, 100 steps, seed 0. */
  public static Minimization of(Objective objective) {
    if (objective.terms().isEmpty()) {
      throw new IllegalArgumentException("minimize: a mean of no terms has no value");
    }
    return new Minimization(
        objective,
        new double[objective.parameters().size()],
        new Adam(0.1),
        new Sampling(Gradients.adjoint(), 0, Runtime.getRuntime().availableProcessors(), 0),
        new Limits(100, 0, Budget.UNLIMITED));
  }

  /** Where to start, in the order of the parameters. */
  public Minimization from(double... theta) {
    return new Minimization(
        objective, Objective.requirePoint(objective, theta).clone(), optimizer, sampling, limits);
  }

  /** Steps of about the rate in every parameter, see {@link Adam}. */
  public Minimization adam(double rate) {
    return optimizer(new Adam(rate));
  }

  /** Steps of the rate times the gradient. */
  public Minimization gradientDescent(double rate) {
    return optimizer(new GradientDescent(rate));
  }

  /** Gradient descent in the metric of the states, whose diagonal gets 0.001 more. */
  public Minimization naturalGradient(double rate) {
    return naturalGradient(rate, NaturalGradient.DEFAULT_LAMBDA);
  }

  /** As {@link #naturalGradient(double)}, with a regularization of one's own. */
  public Minimization naturalGradient(double rate, double lambda) {
    return optimizer(new NaturalGradient(rate, lambda));
  }

  /** Two values of the loss a step, with gain 1 and spread 0.2. */
  public Minimization spsa() {
    return spsa(SimultaneousPerturbation.DEFAULT_GAIN, SimultaneousPerturbation.DEFAULT_SPREAD);
  }

  /** Two values of the loss a step, see {@link SimultaneousPerturbation}. */
  public Minimization spsa(double gain, double spread) {
    return optimizer(new SimultaneousPerturbation(gain, spread));
  }

  /** Quasi-Newton steps, for exact gradients: the fewest steps to many digits. */
  public Minimization bfgs() {
    return optimizer(new Bfgs());
  }

  /** Values of the loss only, for few parameters; the first simplex has size 0.5. */
  public Minimization nelderMead() {
    return optimizer(new NelderMead(NelderMead.DEFAULT_SIZE));
  }

  /** An optimizer of your own. */
  public Minimization optimizer(Optimizer<?> optimizer) {
    requireNonNull(optimizer, "optimizer");
    return new Minimization(objective, start, optimizer, sampling, limits);
  }

  /** The gradient method of every step. */
  public Minimization gradient(GradientMethod method) {
    requireNonNull(method, "method");
    if (method instanceof SampledGradient sampled) {
      sampled.requireApplicable(objective.terms().get(0).at(start).model());
    }
    return sampling(
        new Sampling(method, sampling.lossShots(), sampling.threads(), sampling.seed()));
  }

  /**
   * Measures the loss with so many shots of each circuit and measurement group, where an optimizer
   * asks for it and at each point where it asks for a gradient; exact if not set.
   *
   * <p>A sampled gradient of a loss over data takes the models' values from shots in any case:
   * 1,000 if not set, or half the copies of a step under a budget.
   */
  public Minimization lossShots(long shots) {
    if (shots < 2) {
      throw new IllegalArgumentException(
          "minimize: %d shots of the loss; at least 2 are needed for an error".formatted(shots));
    }
    return sampling(new Sampling(sampling.method(), shots, sampling.threads(), sampling.seed()));
  }

  /** At most so many steps. */
  public Minimization steps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("minimize: " + steps + " steps; at least 1 is needed");
    }
    return limits(new Limits(steps, limits.tolerance(), limits.budget()));
  }

  /**
   * Ends when the loss that the optimizer sees changes by less in a step: the exact one, or the one
   * measured; for {@code nelderMead} when it differs by less between the corners.
   */
  public Minimization tolerance(double tolerance) {
    requirePositive("minimize", "tolerance", tolerance);
    return limits(new Limits(limits.steps(), tolerance, limits.budget()));
  }

  /**
   * Ends before the step that would take more copies than are left of so many. Methods whose shots
   * are not set get the same share in every step and for every row of data.
   */
  public Minimization copies(long budget) {
    if (budget < 1) {
      throw new IllegalArgumentException(
          "minimize: a budget of " + budget + " copies is too small");
    }
    return limits(new Limits(limits.steps(), limits.tolerance(), Budget.copies(budget)));
  }

  /** At most so many rows of data at once; the result does not depend on it. */
  public Minimization threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("minimize: " + threads + " threads; at least 1 is needed");
    }
    return sampling(
        new Sampling(sampling.method(), sampling.lossShots(), threads, sampling.seed()));
  }

  /** Of all choices and outcomes. */
  public Minimization seed(long seed) {
    return sampling(
        new Sampling(sampling.method(), sampling.lossShots(), sampling.threads(), seed));
  }

  /**
   * Minimizes; an interrupt ends it with the steps that are done.
   *
   * @throws IllegalArgumentException before any work, if the parts of the plan do not fit together
   * @throws CancellationException if it comes before the start has been evaluated
   */
  public Training run() {
    requireFitting();
    return new Run<>(objective, start, optimizer, sampling, limits).minimize();
  }

  private void requireFitting() {
    boolean sampledGradient = sampling.method() instanceof SampledGradient;
    boolean tolerance = limits.tolerance() > 0;
    if (sampledGradient && !optimizer.usesGradients()) {
      throw new IllegalArgumentException(
          "minimize: %s asks for values only, not for gradients by %s; use lossShots(1000) instead, or adam(0.1)"
              .formatted(optimizer.name(), sampling.method().name()));
    }
    if (tolerance && Batched.hasBatches(objective)) {
      throw new IllegalArgumentException(
          "minimize: each step sees another batch, so a tolerance for the change of the loss would measure the batches; use steps(n)");
    }
    boolean sampledLoss = sampling.lossShots() > 0;
    boolean seesLoss = sampledLoss || objective.terms().stream().anyMatch(LossTerm::needsValue);
    if (tolerance && sampledGradient && !seesLoss) {
      throw new IllegalArgumentException(
          "minimize: with gradients by %s the loss is not seen, so its change is not either; add lossShots(1000) or use steps(n)"
              .formatted(sampling.method().name()));
    }
    optimizer.requireApplicable(
        new Optimizer.Setting(
            sampledGradient, sampledLoss, Batched.hasBatches(objective), tolerance));
  }

  private Minimization sampling(Sampling changed) {
    return new Minimization(objective, start, optimizer, changed, limits);
  }

  private Minimization limits(Limits changed) {
    return new Minimization(objective, start, optimizer, sampling, changed);
  }

  /** Where the optimizer's knowledge comes from, in a few words. */
  static String source(Optimizer<?> optimizer, Sampling sampling) {
    return optimizer.usesGradients()
        ? sampling.method().name()
        : sampling.lossShots() == 0
            ? "exact values"
            : Rounding.count(sampling.lossShots()) + " shots";
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "plan: minimize by %d steps of %s with %s%s, seed %d; .run() starts it",
        limits.steps(),
        optimizer.name(),
        source(optimizer, sampling),
        limits.budget().equals(Budget.UNLIMITED)
            ? ""
            : ", at most " + Rounding.count(limits.budget().copies()) + " copies",
        sampling.seed());
  }

  static void requirePositive(String optimizer, String what, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s: the %s is %s; it must be a positive number".formatted(optimizer, what, value));
    }
  }
}
