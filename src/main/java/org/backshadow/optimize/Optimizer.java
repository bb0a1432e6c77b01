package org.backshadow.optimize;

/**
 * A rule that turns gradients into steps: the extension point for optimizers of your own.
 *
 * @param <M> what it remembers between steps; immutable
 */
public interface Optimizer<M> {
  String name();

  /** The memory before the first step. */
  M start(int parameters);

  /** The next point, from the current one and its gradient; both arrays are <i>read</i>. */
  Step<M> step(M memory, double[] theta, double[] gradient);

  /** A new point and what is remembered. */
  record Step<M>(M memory, double[] theta) {
    public Step {
      theta = theta.clone();
    }

    @Override
    public double[] theta() {
      return theta.clone();
    }
  }
}
