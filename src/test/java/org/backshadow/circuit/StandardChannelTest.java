package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.backshadow.testing.TextbookChannels;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the channel table against everything that is known about it. */
class StandardChannelTest {
  private static final double[] STRENGTHS = {0, 1e-12, 0.02, 0.3, 0.5, 0.85, 1};

  /** For a channel with two strengths every pair of them. */
  private static List<double[]> strengths(Channel channel) {
    var all = new ArrayList<double[]>();
    for (double first : STRENGTHS) {
      if (channel.angles() == 1) {
        all.add(new double[] {first});
        continue;
      }
      for (double second : STRENGTHS) {
        all.add(new double[] {first, second});
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void the_operators_are_those_of_the_textbook_and_complete(StandardChannel channel) {
    for (double[] s : strengths(channel)) {
      var expected = TextbookChannels.kraus(channel.label(), s);

      List<SimpleMatrix> kraus = channel.kraus(s);

      KrausOperators.requireChannel(kraus, 1);
      assertThat(kraus).hasSameSizeAs(expected);
      for (int j = 0; j < kraus.size(); j++) {
        // 1 - (1 - s) loses what of s is below 1e-16, and its root 1e-8 of that.
        assertThat(naive(kraus.get(j)).distance(expected.get(j))).isLessThan(1e-10);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_map_of_the_bloch_ball_is_that_of_the_operators(StandardChannel channel) {
    for (double[] s : strengths(channel)) {
      var fromOperators = naive(KrausOperators.superoperator(channel.kraus(s)));

      assertThat(naive(channel.superoperator(s)).distance(fromOperators)).isLessThan(1e-15);
    }
  }

  @ParameterizedTest
  @EnumSource
  void derivatives_are_difference_quotients(StandardChannel channel) {
    double step = 1e-5;
    for (double[] s : new double[][] {{0.3, 0.6}, {0.7, 0.05}, {1e-4, 0.9}}) {
      double[] here = Arrays.copyOf(s, channel.angles());
      for (int k = 0; k < here.length; k++) {
        var above = here.clone();
        var below = here.clone();
        above[k] += step;
        below[k] -= step;
        var quotient =
            naive(channel.superoperator(above))
                .minus(naive(channel.superoperator(below)))
                .times(1 / (2 * step));
        assertThat(naive(channel.derivative(k, here)).distance(quotient)).isLessThan(1e-9);
        for (int l = 0; l < here.length; l++) {
          var second =
              naive(channel.derivative(l, above))
                  .minus(naive(channel.derivative(l, below)))
                  .times(1 / (2 * step));
          assertThat(naive(channel.secondDerivative(k, l, here)).distance(second)).isLessThan(1e-8);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_strength_that_is_a_probability_is_linear(StandardChannel channel) {
    for (double[] s : strengths(channel)) {
      for (int k = 0; k < s.length; k++) {
        double[] none = s.clone();
        double[] all = s.clone();
        none[k] = 0;
        all[k] = 1;
        var between =
            naive(channel.superoperator(none))
                .times(1 - s[k])
                .plus(naive(channel.superoperator(all)).times(s[k]));
        double off = naive(channel.superoperator(s)).distance(between);

        if (channel.isAffine(k)) {
          assertThat(off).isLessThan(1e-15);
        } else if (s[k] == 0.5) {
          assertThat(off).isGreaterThan(0.1);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_derivative_at_strength_0_is_finite(StandardChannel channel) {
    double[] none = new double[channel.angles()];
    for (int k = 0; k < none.length; k++) {
      assertThat(naive(channel.derivative(k, none)).distance(NaiveMatrix.identity(4))).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource
  void strengths_that_are_no_probabilities_are_refused_by_name(StandardChannel channel) {
    for (double wrong : new double[] {-1e-9, 1.0000001, Double.NaN, 7}) {
      for (int k = 0; k < channel.angles(); k++) {
        double[] s = new double[channel.angles()];
        s[k] = wrong;
        assertThatThrownBy(() -> channel.kraus(s))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageEndingWith(" is " + wrong + "; it must be from 0 to 1")
            .hasMessageStartingWith(channel.label() + ": " + channel.strength(k));
      }
    }
    assertThatThrownBy(() -> channel.kraus(0.1, 0.2, 0.3)).hasMessageEndingWith("strengths, not 3");
  }

  @Test
  void fixed_points_are_where_noise_leads() {
    assertThat(fixedPoint(StandardChannel.AMPLITUDE_DAMPING, 0.4)).isCloseTo(0, within(1e-12));
    assertThat(fixedPoint(StandardChannel.DEPOLARIZE, 0.4)).isCloseTo(0.5, within(1e-12));
    assertThat(fixedPoint(StandardChannel.BIT_FLIP, 0.4)).isCloseTo(0.5, within(1e-12));
    assertThat(fixedPoint(StandardChannel.PHASE_DAMPING, 0.4)).isCloseTo(0.8, within(1e-12));
    assertThat(fixedPoint(StandardChannel.PHASE_FLIP, 0.4)).isCloseTo(0.8, within(1e-12));
    assertThat(fixedPoint(StandardChannel.GENERALIZED_AMPLITUDE_DAMPING, 0.4, 0.3))
        .isCloseTo(0.3, within(1e-12));
  }

  /** The population of 1 after 200 times the channel, from 0.8. */
  private static double fixedPoint(StandardChannel channel, double... s) {
    var map = naive(channel.superoperator(s));
    var rho = NaiveMatrix.real(new double[][] {{0.2}, {0.1}, {0.1}, {0.8}});
    for (int i = 0; i < 200; i++) {
      rho = map.times(rho);
    }
    return rho.re(3, 0);
  }

  @Test
  void random_channels_on_two_qubits_are_complete_and_their_map_keeps_the_trace() {
    Samples.each(
        50,
        1,
        samples -> {
          var kraus = samples.kraus(2, samples.between(1, 5));

          Channel channel = KrausChannel.of(2, kraus);

          var map = naive(channel.superoperator());
          for (int column = 0; column < 16; column++) {
            double trace = 0;
            for (int i = 0; i < 4; i++) {
              trace += map.re(5 * i, column);
            }
            assertThat(trace).isCloseTo(column % 5 == 0 ? 1 : 0, within(1e-14));
          }
        });
  }

  /** Row by row, rho is a column: the map takes it to the sum of K rho K^dagger. */
  @Test
  void the_map_of_random_operators_is_their_action_on_any_matrix() {
    Samples.each(
        50,
        2,
        samples -> {
          int n = samples.between(1, 2);
          int d = 1 << n;
          var kraus = samples.kraus(n, samples.between(1, 4));
          var rho =
              NaiveMatrix.generate(
                  d, d, (r, c) -> samples.gaussian(), (r, c) -> samples.gaussian());
          var column =
              NaiveMatrix.generate(
                  d * d, 1, (r, c) -> rho.re(r / d, r % d), (r, c) -> rho.im(r / d, r % d));

          var mapped = naive(KrausChannel.of(n, kraus).superoperator()).times(column);

          var sum = NaiveMatrix.generate(d, d, (r, c) -> 0, (r, c) -> 0);
          for (SimpleMatrix k : kraus) {
            sum = sum.plus(naive(k).times(rho).times(naive(k).adjoint()));
          }
          var expected = sum;
          assertThat(
                  mapped.distance(
                      NaiveMatrix.generate(
                          d * d,
                          1,
                          (r, c) -> expected.re(r / d, r % d),
                          (r, c) -> expected.im(r / d, r % d))))
              .isLessThan(1e-13);
        });
  }

  private static NaiveMatrix naive(SimpleMatrix matrix) {
    return NaiveMatrix.generate(
        matrix.getNumRows(), matrix.getNumCols(), matrix::getReal, matrix::getImag);
  }
}
