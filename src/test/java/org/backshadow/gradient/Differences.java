package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Exact derivatives held against central differences: off by about STEP^2 and 1e-16 / STEP. */
final class Differences {
  static final double STEP = 1e-5;

  private Differences() {}

  static Evaluation evaluation(Model model) {
    return Expectation.of(model.circuit(), model.observable()).at(model.theta());
  }

  static Model moved(Model model, int k, double by) {
    double[] theta = model.theta();
    theta[k] += by;
    return model.at(theta);
  }

  /** The Hessian against differences of adjoint gradients. */
  static void checkHessian(Model model) {
    double scale = Math.max(1, model.observable().oneNorm());

    var hessian = evaluation(model).hessian();

    for (int k = 0; k < model.theta().length; k++) {
      double[] above = Targets.gradient(moved(model, k, STEP));
      double[] below = Targets.gradient(moved(model, k, -STEP));
      for (int l = 0; l < above.length; l++) {
        double expected = (above[l] - below[l]) / (2 * STEP);
        assertThat(hessian.get(k, l))
            .as("%d, %d of %s", k, l, model.circuit())
            .isCloseTo(expected, within(1e-6 * scale));
        assertThat(hessian.get(l, k)).isCloseTo(hessian.get(k, l), within(1e-10 * scale));
      }
    }
  }

  static void checkVarianceGradient(Model model, double[] gradient) {
    double scale = Math.pow(Math.max(1, model.observable().oneNorm()), 2);
    for (int k = 0; k < gradient.length; k++) {
      double above = evaluation(moved(model, k, STEP)).variance();
      double below = evaluation(moved(model, k, -STEP)).variance();
      assertThat(gradient[k]).isCloseTo((above - below) / (2 * STEP), within(1e-7 * scale));
    }
  }
}
