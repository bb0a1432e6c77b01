package org.backshadow.optimize;

/**
 * A rule that takes steps downhill: the extension point for optimizers of your own.
 *
 * <pre>{@code
 * Optimizer<?> rule = new Adam(0.2);
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * minimize(f).from(0.4).optimizer(rule).steps(50).run().value() // -0.9971
 * }</pre>
 *
 * @param <M> what it remembers between the steps of a run
 */
public interface Optimizer<M> {
  /** As it is written in tables, such as {@code adam}. */
  String name();

  /** The memory before the first step, made anew for each run. */
  M start(int parameters);

  /** The next point, from the current one (<i>read</i>) and what it asks about the loss. */
  Step<M> step(M memory, double[] theta, Landscape loss);

  /** True if it asks for gradients, false if for values only. */
  default boolean usesGradients() {
    return true;
  }

  /**
   * Says before any work whether the optimizer can do with such a loss.
   *
   * @throws IllegalArgumentException with the reason and what to do
   */
  default void requireApplicable(Setting setting) {}

  /**
   * How the loss of a minimization is known.
   *
   * @param sampledGradient gradients are estimates
   * @param sampledLoss values are estimates
   * @param batches each step sees other rows of the data
   * @param tolerance the run is to end when the loss changes little
   */
  record Setting(
      boolean sampledGradient, boolean sampledLoss, boolean batches, boolean tolerance) {}

  /**
   * A new point and what is remembered.
   *
   * @param residual how much lower the loss can be expected to get; 0 ends the run, NaN where the
   *     optimizer cannot tell
   */
  record Step<M>(M memory, double[] theta, double residual) {
    /** Keeps a copy of the point. */
    public Step {
      theta = theta.clone();
    }

    /** Where nothing is known of what the loss can still fall by. */
    public Step(M memory, double[] theta) {
      this(memory, theta, Double.NaN);
    }

    /** A copy of the point. */
    @Override
    public double[] theta() {
      return theta.clone();
    }
  }
}
