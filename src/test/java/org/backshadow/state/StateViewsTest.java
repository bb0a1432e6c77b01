package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class StateViewsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void a_bell_pair_is_pure_together_and_maximally_mixed_apart() {
    var bell = Simulator.run(Circuit.of(2).h(0).cx(0, 1));

    assertThat(bell.purity()).isEqualTo(1);
    assertThat(bell.purity(0, 1)).isCloseTo(1, EXACT);
    assertThat(bell.purity(0)).isCloseTo(0.5, EXACT);
    assertThat(bell.entropy(1)).isCloseTo(1, EXACT);
    assertThat(bell.entropy(0, 1)).isCloseTo(0, within(1e-9));
    assertThat(bell.bloch(0).length()).isCloseTo(0, EXACT);
  }

  @Test
  void the_bloch_vector_points_where_rotations_turn_it() {
    var state = Simulator.run(Circuit.of(2).ry(1, 0.7).rz(1, 0.4));

    BlochVector bloch = state.bloch(1);

    assertThat(bloch.x()).isCloseTo(Math.sin(0.7) * Math.cos(0.4), EXACT);
    assertThat(bloch.y()).isCloseTo(Math.sin(0.7) * Math.sin(0.4), EXACT);
    assertThat(bloch.z()).isCloseTo(Math.cos(0.7), EXACT);
    assertThat(bloch.polarAngle()).isCloseTo(0.7, EXACT);
    assertThat(bloch.azimuth()).isCloseTo(0.4, EXACT);
  }

  @Test
  void reduced_states_give_the_expectation_values_of_the_whole() {
    Samples.each(
        50,
        21,
        samples -> {
          int n = samples.between(2, 5);
          var state = Simulator.run(samples.circuit(Samples.Shape.of(n, 20).bound()));
          var reduced = state.reduced(1, 0);

          // tr(rho P (x) Q) with the factors in the order asked for
          for (String letters : new String[] {"XY", "ZI", "YY", "IX", "ZX"}) {
            var whole =
                PauliString.of("" + letters.charAt(1) + letters.charAt(0) + "I".repeat(n - 2));
            double expected = state.expectation(PauliSum.of(whole));
            var p = PauliString.of(letters);
            double re = 0;
            for (int j = 0; j < 4; j++) {
              int i = j ^ (int) p.x();
              double sign = Long.bitCount(p.z() & j) % 2 == 0 ? 1 : -1;
              double entryRe = reduced.getReal(j, i);
              double entryIm = reduced.getImag(j, i);
              re +=
                  switch (Long.bitCount(p.x() & p.z())) {
                    case 0 -> sign * entryRe;
                    case 1 -> -sign * entryIm;
                    default -> -sign * entryRe;
                  };
            }
            assertThat(re).as("%s of %d qubits", letters, n).isCloseTo(expected, EXACT);
          }
        });
  }

  @Test
  void both_halves_of_a_pure_state_have_the_same_entropy() {
    Samples.each(
        20,
        22,
        samples -> {
          var state = Simulator.run(samples.circuit(Samples.Shape.of(5, 30).bound()));

          assertThat(state.entropy(0, 3)).isCloseTo(state.entropy(1, 2, 4), within(1e-9));
        });
  }

  @Test
  void qubits_outside_or_twice_are_named() {
    var state = Simulator.run(Circuit.of(3));

    assertThatThrownBy(() -> state.bloch(3))
        .hasMessage("qubit 3 is outside this 3-qubit state (valid: 0..2)");
    assertThatThrownBy(() -> state.reduced(1, 1)).hasMessage("qubit 1 stands twice");
    assertThatThrownBy(() -> state.entropy())
        .hasMessage("a density matrix of 0 qubits; possible are 1 to 10");
  }
}
