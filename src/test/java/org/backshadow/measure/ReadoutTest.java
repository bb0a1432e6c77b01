package org.backshadow.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Moments;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class ReadoutTest {
  @Test
  void signs_of_outcomes_average_to_the_strings_value() {
    Samples.each(
        300,
        1,
        samples -> {
          int n = samples.between(1, 5);
          Circuit circuit = samples.circuit(Samples.Shape.of(n, 10).bound());
          PauliString string = samples.pauliString(n);
          StateVector state = Simulator.run(circuit);

          double[] p = state.after(Readout.of(string)).probabilities().values();
          double mean = 0;
          for (int i = 0; i < p.length; i++) {
            mean += p[i] * Readout.sign(string, i);
          }

          assertThat(mean).isCloseTo(state.expectation(PauliSum.of(string)), within(1e-12));
        });
  }

  @Test
  void a_group_reads_every_string_that_its_basis_holds() {
    StateVector state = Simulator.run(Circuit.of(2).ry(0, 0.3).cx(0, 1).rz(1, 0.4));
    double[] p = state.after(Readout.of(PauliString.of("XY"))).probabilities().values();
    for (String letters : new String[] {"XY", "XI", "IY", "II"}) {
      double mean = 0;
      for (int i = 0; i < 4; i++) {
        mean += p[i] * Readout.sign(PauliString.of(letters), i);
      }
      assertThat(mean).as(letters).isCloseTo(state.expectation(letters), within(1e-12));
    }
  }

  @Test
  void z_needs_no_gate_x_one_and_y_two() {
    assertThat(Readout.of(PauliString.of("ZI")).size()).isZero();
    assertThat(Readout.of(PauliString.of("XI")).size()).isEqualTo(1);
    assertThat(Readout.of(PauliString.of("YX")).size()).isEqualTo(3);
  }

  @Test
  void moments_of_a_sum_keep_the_covariances_of_its_strings() {
    // 00 and 11 alike: Z0 + Z1 is 2 or -2, each string alone has variance 1.
    var builder = new Counts.Builder(2);
    builder.add(0b00, 50);
    builder.add(0b11, 50);

    Moments moments = Readout.moments(PauliSum.parse("ZI + IZ").terms(), builder.build());

    assertThat(moments.mean()).isZero();
    assertThat(moments.variance()).isCloseTo(400.0 / 99, within(1e-12));
  }

  @Test
  void moments_weigh_the_strings_by_their_coefficients() {
    var builder = new Counts.Builder(2);
    builder.add(0b00, 3);
    builder.add(0b01, 1);

    Moments moments = Readout.moments(PauliSum.parse("0.5*ZI - 4*IZ").terms(), builder.build());

    // -3.5 three times and 4.5 once.
    assertThat(moments.mean()).isCloseTo(-1.5, within(1e-12));
    assertThat(moments.variance()).isCloseTo(16, within(1e-12));
  }

  @Test
  void a_copy_is_read_in_its_own_basis_with_its_flips_last() {
    PauliBases bases = PauliBases.of(3, new long[] {0b110, 0}, new long[] {0b011, 0b111});

    assertThat(Readout.of(bases, 0)).isEqualTo(Circuit.of(3).h(0).sdg(1).h(1));
    assertThat(Readout.of(bases, 1)).isEqualTo(Circuit.of(3));
    assertThat(Readout.of(bases.flipped(new long[] {0b100, 0b011}), 0))
        .isEqualTo(Circuit.of(3).h(0).sdg(1).h(1).x(0));
    assertThat(Readout.of(bases.flipped(new long[] {0b100, 0b011}), 1))
        .isEqualTo(Circuit.of(3).x(1).x(2));
  }
}
