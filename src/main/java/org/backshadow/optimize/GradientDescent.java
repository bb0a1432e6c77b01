package org.backshadow.optimize;

/**
 * {@code theta <- theta - rate * gradient}.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * minimize(f).from(0.4).optimizer(new GradientDescent(0.5)).steps(20).run().value() // -1.0
 * }</pre>
 *
 * @param rate in radians squared per unit of the observable
 */
public record GradientDescent(double rate) implements Optimizer<Integer> {
  /**
   * The rate is checked.
   *
   * @throws IllegalArgumentException if the rate is not positive and finite
   */
  public GradientDescent {
    Minimization.requirePositive("gradientDescent", "rate", rate);
  }

  @Override
  public String name() {
    return "gradientDescent";
  }

  @Override
  public Integer start(int parameters) {
    return 0;
  }

  @Override
  public Step<Integer> step(Integer memory, double[] theta, Landscape loss) {
    double[] gradient = loss.gradient(theta);
    double[] next = theta.clone();
    for (int k = 0; k < next.length; k++) {
      next[k] -= rate * gradient[k];
    }
    return new Step<>(memory + 1, next);
  }
}
