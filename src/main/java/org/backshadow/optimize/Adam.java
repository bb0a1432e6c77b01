package org.backshadow.optimize;

/**
 * Adam: steps of about the rate in each parameter, from running means of the gradient and of its
 * square (decay 0.9 and 0.999). Source: Kingma and Ba, arXiv:1412.6980.
 *
 * <pre>{@code
 * var h = Hamiltonians.transverseFieldIsing(2, 1, 0.5);
 * var energy = expectation(Ansatz.hardwareEfficient(2, 2), h);
 * minimize(energy).optimizer(new Adam(0.1)).steps(100).seed(7).run().value() // -1.4142
 * }</pre>
 *
 * @param rate in radians
 */
public record Adam(double rate) implements Optimizer<Adam.Memory> {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double EPSILON = 1e-8;

  /**
   * The rate is checked.
   *
   * @throws IllegalArgumentException if the rate is not positive and finite
   */
  public Adam {
    Minimization.requirePositive("adam", "rate", rate);
  }

  /** Steps so far and the two running means. */
  public record Memory(int steps, double[] mean, double[] square) {
    /** Keeps copies of the arrays. */
    public Memory {
      mean = mean.clone();
      square = square.clone();
    }

    /** A copy of the running means of the gradient. */
    @Override
    public double[] mean() {
      return mean.clone();
    }

    /** A copy of the running means of its square. */
    @Override
    public double[] square() {
      return square.clone();
    }
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public Memory start(int parameters) {
    return new Memory(0, new double[parameters], new double[parameters]);
  }

  @Override
  public Step<Memory> step(Memory memory, double[] theta, Landscape loss) {
    double[] gradient = loss.gradient(theta);
    int steps = memory.steps() + 1;
    double[] mean = memory.mean();
    double[] square = memory.square();
    double[] next = theta.clone();
    double meanScale = 1 - StrictMath.pow(FIRST, steps);
    double squareScale = 1 - StrictMath.pow(SECOND, steps);
    for (int k = 0; k < next.length; k++) {
      mean[k] = FIRST * mean[k] + (1 - FIRST) * gradient[k];
      square[k] = SECOND * square[k] + (1 - SECOND) * gradient[k] * gradient[k];
      next[k] -= rate * mean[k] / meanScale / (Math.sqrt(square[k] / squareScale) + EPSILON);
    }
    return new Step<>(new Memory(steps, mean, square), next);
  }
}
