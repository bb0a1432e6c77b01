package org.backshadow.optimize;

import org.ddogleg.optimization.FactoryOptimization;
import org.ddogleg.optimization.UnconstrainedMinimization;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;
import org.jspecify.annotations.Nullable;

/**
 * The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, by DDogleg: a step is a line
 * search along {@code -B gradient}, where B approximates the inverse Hessian from the gradients
 * seen so far. It ends by itself where nothing lower is found.
 *
 * <p><b>Cost</b>: a few values and gradients a step, so only for exact ones; the line search would
 * take noise for curvature. <b>Source</b>: Nocedal and Wright, Numerical Optimization, chapter 6.
 *
 * <pre>{@code
 * var h = Hamiltonians.transverseFieldIsing(2, 1, 0.5);
 * var energy = expectation(Ansatz.hardwareEfficient(2, 2), h);
 * minimize(energy).optimizer(new Bfgs()).steps(100).seed(7).run().value() // -1.4142
 * }</pre>
 */
public record Bfgs() implements Optimizer<Bfgs.Search> {
  /**
   * The loss must be known to have a bound; any lower one will do, as line searches go by slope.
   */
  private static final double LOWER_BOUND = -1e12;

  private static final double GRADIENT_TOLERANCE = 1e-20;

  @Override
  public String name() {
    return "bfgs";
  }

  @Override
  public void requireApplicable(Setting setting) {
    if (setting.sampledGradient() || setting.sampledLoss() || setting.batches()) {
      throw new IllegalArgumentException(
          "bfgs: its line searches need exact values and gradients of the same rows; use adam(0.1)"
              + " or spsa() with "
              + (setting.batches() ? "batches" : "shots"));
    }
  }

  @Override
  public Search start(int parameters) {
    return new Search(parameters);
  }

  @Override
  public Step<Search> step(Search search, double[] theta, Landscape loss) {
    return search.step(theta, loss);
  }

  /** The state of a run: DDogleg's own. */
  public static final class Search {
    private final int parameters;
    private @Nullable UnconstrainedMinimization search;
    private @Nullable Landscape loss;

    private Search(int parameters) {
      this.parameters = parameters;
    }

    private Step<Search> step(double[] theta, Landscape here) {
      loss = here;
      UnconstrainedMinimization known = search;
      if (known == null) {
        known = FactoryOptimization.quasiNewtonBfgs(null);
        known.setFunction(new Value(), new Slope(), LOWER_BOUND);
        known.initialize(theta, 0, GRADIENT_TOLERANCE);
        search = known;
      }
      boolean ended = false;
      while (!ended) {
        ended = known.iterate();
        if (known.isUpdated()) {
          return new Step<>(this, known.getParameters(), ended ? 0 : Double.NaN);
        }
      }
      return new Step<>(this, theta, 0);
    }

    private Landscape loss() {
      if (loss == null) {
        throw new IllegalStateException("bfgs asks for values between its steps only");
      }
      return loss;
    }

    private final class Value implements FunctionNtoS {
      @Override
      public int getNumOfInputsN() {
        return parameters;
      }

      @Override
      public double process(double[] theta) {
        return loss().value(theta.clone());
      }
    }

    private final class Slope implements FunctionNtoN {
      @Override
      public int getN() {
        return parameters;
      }

      @Override
      public void process(double[] theta, double[] gradient) {
        double[] found = loss().gradient(theta.clone());
        System.arraycopy(found, 0, gradient, 0, gradient.length);
      }
    }
  }
}
