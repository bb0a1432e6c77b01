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
  /**
   * Central differences of adjoint gradients: off by about the step squared times a fourth
   * derivative.
   */
  @Test
  void the_hessian_is_the_derivative_of_the_gradient_on_300_random_models() {
    Samples.each(
        300,
        11,
        samples -> {
          Model model = model(samples);
          Differences.checkHessian(model);
        });
  }

  /**
   * From central differences of the amplitudes, each off by about the step squared and 1e-16 /
   * Differences.STEP.
   */
  @Test
  void the_metric_tensor_follows_from_moved_states_on_300_random_models() {
    Samples.each(
        300,
        12,
        samples -> {
          Model model = model(samples);
          int m = model.theta().length;

          var metric = Differences.evaluation(model).metricTensor();

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
          Differences.checkVarianceGradient(
              model, Differences.evaluation(model).varianceGradient());
        });
  }

  private static Model model(Samples samples) {
    int n = samples.between(1, 4);
    Circuit circuit = samples.circuit(Samples.Shape.of(n, samples.between(1, 10)).controls(2));
    return GradientMethodContract.model(samples, circuit, 3);
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
    Complex[] above =
        amplitudes(Simulator.run(Differences.moved(model, k, Differences.STEP).bound()));
    Complex[] below =
        amplitudes(Simulator.run(Differences.moved(model, k, -Differences.STEP).bound()));
    var derivative = new Complex[above.length];
    for (int i = 0; i < above.length; i++) {
      derivative[i] =
          new Complex(
              (above[i].re() - below[i].re()) / (2 * Differences.STEP),
              (above[i].im() - below[i].im()) / (2 * Differences.STEP));
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
