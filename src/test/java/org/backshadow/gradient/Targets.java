package org.backshadow.gradient;

import org.backshadow.resources.Ledger;
import org.backshadow.state.Simulator;

/** What a method estimates, exactly, by simulation. */
final class Targets {
  private Targets() {}

  static double value(Model model, double[] theta) {
    return new Simulator(Ledger.unlimited())
        .expectation(model.circuit().bind(theta), model.observable());
  }

  static double[] gradient(Model model) {
    return new Adjoint().differentiate(model, new Simulator(Ledger.unlimited()));
  }

  /** {@code (F(theta + h e_k) - F(theta - h e_k)) / (2h)}. */
  static double[] differenceQuotient(Model model, double step) {
    double[] quotient = new double[model.theta().length];
    for (int k = 0; k < quotient.length; k++) {
      double[] above = model.theta();
      double[] below = model.theta();
      above[k] += step;
      below[k] -= step;
      quotient[k] = (value(model, above) - value(model, below)) / (2 * step);
    }
    return quotient;
  }

  /** What one direction of signs gives, bit k of the number being the sign of parameter k. */
  static double[] direction(Model model, double step, int signs) {
    double[] above = model.theta();
    double[] below = model.theta();
    int m = above.length;
    for (int k = 0; k < m; k++) {
      double move = (signs >> k & 1) == 1 ? step : -step;
      above[k] += move;
      below[k] -= move;
    }
    double difference = value(model, above) - value(model, below);
    double[] estimate = new double[m];
    for (int k = 0; k < m; k++) {
      estimate[k] = difference / (2 * ((signs >> k & 1) == 1 ? step : -step));
    }
    return estimate;
  }

  /** The mean over all {@code 2^M} directions. */
  static double[] perturbation(Model model, double step) {
    double[] mean = new double[model.theta().length];
    int all = 1 << mean.length;
    for (int signs = 0; signs < all; signs++) {
      double[] one = direction(model, step, signs);
      for (int k = 0; k < mean.length; k++) {
        mean[k] += one[k] / all;
      }
    }
    return mean;
  }
}
