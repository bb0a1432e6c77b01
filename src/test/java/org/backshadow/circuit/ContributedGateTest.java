package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.backshadow.gradient.Evaluation;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradient;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Contribution;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gate in one file that CONTRIBUTING.md shows. */
class ContributedGateTest {
  private static final double[] ANGLES = {-2.5, 0, 0.3, 1.7, 6};

  private static Contribution file;
  private static Gate gate;

  @BeforeAll
  static void define() throws Exception {
    file = Contribution.of("org.backshadow.circuit.ExchangeGate");
    gate = (Gate) file.define(MethodHandles.lookup()).getConstructor().newInstance();
  }

  @Test
  void its_example_runs() throws Exception {
    assertThat(file.faults()).isEmpty();
  }

  @Test
  void it_is_unitary_and_its_inverse_undoes_it() {
    for (double t : ANGLES) {
      var u = NaiveMatrix.of(gate.form(t));
      Gate.Inverse inverse = gate.inverse(List.of(Angle.of(t)));
      var back = NaiveMatrix.of(inverse.gate().form(inverse.angles().get(0).value()));

      assertThat(u.times(u.adjoint()).distance(NaiveMatrix.identity(4))).isLessThan(1e-14);
      assertThat(back.times(u).distance(NaiveMatrix.identity(4))).isLessThan(1e-14);
    }
  }

  /** The step's truncation {@code h^2 / 6} and the rounding {@code 1e-16 / h} are below 1e-10. */
  @Test
  void its_generator_is_the_derivative_of_its_matrix() {
    double h = 1e-5;
    for (double t : ANGLES) {
      var difference = NaiveMatrix.of(gate.form(t + h)).minus(NaiveMatrix.of(gate.form(t - h)));
      var derivative =
          NaiveMatrix.of(gate.generator(0, t)).times(0, -1).times(NaiveMatrix.of(gate.form(t)));

      assertThat(derivative.distance(difference.times(1 / (2 * h)))).isLessThan(1e-9);
    }
  }

  @Test
  void gradients_by_exact_and_sampled_methods_agree_with_differences_of_naive_values() {
    Evaluation point = at(0.8, -0.5);
    double h = 1e-5;
    double[] expected = {
      (naive(0.8 + h, -0.5) - naive(0.8 - h, -0.5)) / (2 * h),
      (naive(0.8, -0.5 + h) - naive(0.8, -0.5 - h)) / (2 * h)
    };

    assertThat(point.gradient().values()).containsExactly(expected, within(1e-9));
    for (SampledGradient method :
        List.of(
            Gradients.parameterShift().shots(4000).seed(1),
            Gradients.generalShift().shots(4000).seed(1),
            Gradients.hadamardTest().shots(4000).seed(1))) {
      Gradient sampled = point.gradient(method);
      for (int k = 0; k < 2; k++) {
        assertThat(sampled.values()[k])
            .as(method.name())
            .isCloseTo(expected[k], within(6 * sampled.standardErrors()[k]));
      }
    }
  }

  private static Evaluation at(double... theta) {
    Circuit circuit =
        Circuit.of(3)
            .ry(0, 0.7)
            .rx(1, 0.3)
            .gate(gate, List.of(0, 1), Angle.parameter("a"))
            .ry(1, 0.4)
            .gate(gate, List.of(1, 2), Angle.parameter("b"));
    return Expectation.of(circuit, PauliSum.parse("ZZI + IXX")).at(theta);
  }

  /** The same by textbook gates: XX and YY commute. */
  private static double naive(double a, double b) {
    Circuit circuit =
        Circuit.of(3)
            .ry(0, 0.7)
            .rx(1, 0.3)
            .rxx(0, 1, a / 2)
            .ryy(0, 1, a / 2)
            .ry(1, 0.4)
            .rxx(1, 2, b / 2)
            .ryy(1, 2, b / 2);
    return NaiveMatrix.of(PauliSum.parse("ZZI + IXX")).expectation(NaiveMatrix.state(circuit));
  }
}
