package org.backshadow.gradient;

import java.util.List;

/**
 * What can be minimized: a model's value, or a loss over data. It is the mean of terms, each a
 * polynomial of one model's value, so that whoever can estimate values and gradients of models can
 * estimate it and its gradient.
 *
 * <pre>{@code
 * Objective energy = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * minimize(energy).from(0.4).bfgs().steps(20).run().value() // -1.0
 * }</pre>
 */
public interface Objective {
  /** The names of the parameters, in the order of every {@code theta}. */
  List<String> parameters();

  /** The terms of the mean. */
  List<LossTerm> terms();

  /**
   * Refuses what is no point: a value for each parameter, all finite.
   *
   * @return theta
   * @throws IllegalArgumentException with what is wrong
   */
  static double[] requirePoint(Objective objective, double[] theta) {
    List<String> names = objective.parameters();
    if (theta.length != names.size()) {
      throw new IllegalArgumentException(
          "theta has %d values but there are %d parameters: %s"
              .formatted(theta.length, names.size(), String.join(", ", names)));
    }
    for (int k = 0; k < theta.length; k++) {
      if (!Double.isFinite(theta[k])) {
        throw new IllegalArgumentException(
            "theta[%d] (%s) is %s; angles must be finite radians"
                .formatted(k, names.get(k), theta[k]));
      }
    }
    return theta;
  }
}
