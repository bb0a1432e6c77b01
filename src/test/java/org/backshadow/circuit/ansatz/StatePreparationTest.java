package org.backshadow.circuit.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.backshadow.circuit.Circuit;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class StatePreparationTest {
  /** The state as it was asked for, its phase included. */
  @Test
  void the_circuit_prepares_the_amplitudes() {
    Samples.each(
        60,
        1,
        samples -> {
          int n = samples.between(1, 4);
          NaiveMatrix psi = samples.state(n);
          double[] re = new double[1 << n];
          double[] im = new double[1 << n];
          for (int i = 0; i < re.length; i++) {
            re[i] = psi.re(i, 0);
            im[i] = psi.im(i, 0);
          }

          check(re, im);
        });
  }

  @Test
  void a_state_without_the_first_amplitude_is_prepared_too() {
    check(new double[] {0, 0, 0, 1}, new double[4]);
    check(new double[] {0, 0.6, 0, 0}, new double[] {0, 0, -0.8, 0});
    check(new double[] {1, 0}, new double[] {0, 0});
    check(new double[] {-1, 0}, new double[] {0, 0});
    check(new double[] {0, 0}, new double[] {1, 0});
  }

  private static void check(double[] re, double[] im) {
    Circuit circuit = Ansatz.statePreparation(re, im);

    NaiveMatrix expected = NaiveMatrix.generate(re.length, 1, (r, c) -> re[r], (r, c) -> im[r]);
    NaiveMatrix u = NaiveMatrix.of(circuit);
    assertThat(NaiveMatrix.state(circuit).distance(expected)).isLessThan(1e-12);
    assertThat(u.times(u.adjoint()).distance(NaiveMatrix.identity(re.length))).isLessThan(1e-12);
    assertThat(circuit.size()).isEqualTo(1);
  }

  @Test
  void what_is_no_state_is_refused() {
    refused(
        "the squares of the amplitudes sum to 2.0; they must sum to 1",
        new double[] {1, 0},
        new double[] {0, 1});
    refused(
        "the squares of the amplitudes sum to NaN; they must sum to 1",
        new double[] {Double.NaN, 0},
        new double[2]);
    for (int size : new int[] {0, 1, 3, 6, 2048}) {
      refused(
          "a state on n qubits (1 to 10) has 2^n real and imaginary parts, not %d and %d"
              .formatted(size, size),
          new double[size],
          new double[size]);
    }
    refused(
        "a state on n qubits (1 to 10) has 2^n real and imaginary parts, not 2 and 4",
        new double[] {1, 0},
        new double[4]);
  }

  private static void refused(String message, double[] re, double[] im) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ansatz.statePreparation(re, im))
        .withMessage(message);
  }
}
