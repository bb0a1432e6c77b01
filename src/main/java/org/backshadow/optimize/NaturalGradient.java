package org.backshadow.optimize;

import org.backshadow.estimate.Rounding;
import org.ejml.simple.SimpleMatrix;

/**
 * {@code theta <- theta - rate (g + lambda I)^-1 gradient} with the exact metric tensor g.
 *
 * <p>Steps of equal length in the state rather than in the parameters. The metric of a single
 * rotation is 1/4: there a step is 4 times one of gradient descent. {@code lambda} (Tikhonov) keeps
 * the inverse finite where parameters do not move the state; it shortens steps along directions
 * whose metric is not large against it.
 *
 * <p><b>Cost</b>: a state vector for each gate angle, and a solution of linear equations in the
 * parameters, in each step. The metric is simulated, whatever the gradient method, and no copies
 * are charged for it. <b>Source</b>: Stokes et al., arXiv:1909.02108.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * minimize(f).from(0.4).optimizer(new NaturalGradient(0.1, 0.001)).steps(20).run().value()
 * // -1.0
 * }</pre>
 *
 * @param rate in units of the metric: radians squared per unit of the observable, over 4
 * @param lambda added to the diagonal of the metric
 */
public record NaturalGradient(double rate, double lambda) implements Optimizer<Integer> {
  /** Small against the metric 1/4 of a rotation. */
  static final double DEFAULT_LAMBDA = 1e-3;

  /**
   * Rate and lambda are checked.
   *
   * @throws IllegalArgumentException if one is not positive and finite
   */
  public NaturalGradient {
    Minimization.requirePositive("naturalGradient", "rate", rate);
    Minimization.requirePositive("naturalGradient", "lambda", lambda);
  }

  @Override
  public String name() {
    return "naturalGradient (exact metric + %s)".formatted(Rounding.significant(lambda, 2));
  }

  @Override
  public Integer start(int parameters) {
    return 0;
  }

  @Override
  public Step<Integer> step(Integer memory, double[] theta, Landscape loss) {
    var gradient = new SimpleMatrix(theta.length, 1, true, loss.gradient(theta));
    SimpleMatrix metric = loss.metric(theta);
    SimpleMatrix direction =
        metric.plus(SimpleMatrix.identity(theta.length).scale(lambda)).solve(gradient);
    double[] next = theta.clone();
    for (int k = 0; k < next.length; k++) {
      next[k] -= rate * direction.get(k);
    }
    return new Step<>(memory + 1, next);
  }
}
