package org.backshadow.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Complex;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class DerivativesTest {
  private static final double STEP = 1e-5;

  /** Central differences of adjoint gradients: off by about STEP^2 times a fourth derivative. */
  @Test
  void the_hessian_is_the_derivative_of_the_gradient_on_300_random_models() {
    Samples.each(
        300,
        11,
        samples -> {
          Model model = model(samples);
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
        });
  }

  /** From central differences of the amplitudes, each off by about STEP^2 and 1e-16 / STEP. */
  @Test
  void the_metric_tensor_follows_from_moved_states_on_300_random_models() {
    Samples.each(
        300,
        12,
        samples -> {
          Model model = model(samples);
          int m = model.theta().length;

          var metric = evaluation(model).metricTensor();

          assertThat(metric.getNumRows()).isEqualTo(m);
          for (int k = 0; k < m; k++) {
            for (int l = 0; l < m; l++) {
              assertThat(metric.get(k, l))
                  .as("%d, %d of %s", k, l, model.circuit())
                  .isCloseTo(byDifferences(model, k, l), within(1e-6 * (1 + metric.get(k, k))));
            }
          }
        });
  }

  @Test
  void the_quantum_fisher_information_of_a_rotation_is_one() {
    var f = Expectation.of(Circuit.of(1).rx(0, Angle.parameter("t")), PauliSum.parse("Z"));

    assertThat(f.at(0.3).quantumFisherInformation().get(0, 0)).isCloseTo(1, within(1e-14));
    assertThat(f.at(0.3).hessian().get(0, 0)).isCloseTo(-Math.cos(0.3), within(1e-14));
  }

  @Test
  void the_gradient_of_the_variance_is_its_difference_quotient() {
    Samples.each(
        50,
        13,
        samples -> {
          Model model = model(samples);
          double scale = Math.pow(Math.max(1, model.observable().oneNorm()), 2);

          double[] gradient = evaluation(model).varianceGradient();

          for (int k = 0; k < gradient.length; k++) {
            double above = evaluation(moved(model, k, STEP)).variance();
            double below = evaluation(moved(model, k, -STEP)).variance();
            assertThat(gradient[k]).isCloseTo((above - below) / (2 * STEP), within(1e-7 * scale));
          }
        });
  }

  private static Model model(Samples samples) {
    int n = samples.between(1, 4);
    Circuit circuit = samples.circuit(Samples.Shape.of(n, samples.between(1, 10)).controls(2));
    return GradientMethodContract.model(samples, circuit, 3);
  }

  private static Evaluation evaluation(Model model) {
    return Expectation.of(model.circuit(), model.observable()).at(model.theta());
  }

  private static Model moved(Model model, int k, double by) {
    double[] theta = model.theta();
    theta[k] += by;
    return model.at(theta);
  }

  /**
   * {@code Re(<dk|dl> - <dk|psi><psi|dl>)} with derivatives by central differences of amplitudes.
   */
  private static double byDifferences(Model model, int k, int l) {
    StateVector psi = Simulator.run(model.bound());
    Complex[] first = derivative(model, k);
    Complex[] second = derivative(model, l);
    Complex own = inner(first, second);
    Complex[] state = amplitudes(psi);
    Complex left = inner(first, state);
    Complex right = inner(state, second);
    return own.re() - (left.re() * right.re() - left.im() * right.im());
  }

  private static Complex[] derivative(Model model, int k) {
    Complex[] above = amplitudes(Simulator.run(moved(model, k, STEP).bound()));
    Complex[] below = amplitudes(Simulator.run(moved(model, k, -STEP).bound()));
    var derivative = new Complex[above.length];
    for (int i = 0; i < above.length; i++) {
      derivative[i] =
          new Complex(
              (above[i].re() - below[i].re()) / (2 * STEP),
              (above[i].im() - below[i].im()) / (2 * STEP));
    }
    return derivative;
  }

  private static Complex[] amplitudes(StateVector state) {
    int n = state.qubits();
    var all = new Complex[1 << n];
    for (int i = 0; i < all.length; i++) {
      String bits = Integer.toBinaryString(i | 1 << n).substring(1);
      all[i] = state.amplitude(bits);
    }
    return all;
  }

  private static Complex inner(Complex[] a, Complex[] b) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < a.length; i++) {
      re += a[i].re() * b[i].re() + a[i].im() * b[i].im();
      im += a[i].re() * b[i].im() - a[i].im() * b[i].re();
    }
    return new Complex(re, im);
  }
}
