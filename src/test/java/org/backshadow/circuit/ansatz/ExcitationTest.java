package org.backshadow.circuit.ansatz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.api.Test;

/** Excitations against electrons that are counted one by one, without any Pauli matrix. */
class ExcitationTest {
  private static final int ORBITALS = 5;

  private static final List<Excitation> SAMPLES =
      List.of(
          new Excitation(List.of(0), List.of(1)),
          new Excitation(List.of(0), List.of(4)),
          new Excitation(List.of(3), List.of(1)),
          new Excitation(List.of(0, 1), List.of(2, 3)),
          new Excitation(List.of(1, 2), List.of(0, 4)),
          new Excitation(List.of(0, 2), List.of(3, 4)));

  @Test
  void the_circuit_is_the_exponential_of_the_fermions_operator() {
    double t = 0.7;
    for (Excitation excitation : SAMPLES) {
      var circuit = excitation.after(Circuit.of(ORBITALS), Angle.of(t));

      // T - T^dagger turns pairs of basis states into each other, so its exponential is a rotation.
      int dimension = 1 << ORBITALS;
      double[][] expected = new double[dimension][dimension];
      for (int s = 0; s < dimension; s++) {
        expected[s][s] = 1;
      }
      for (int s = 0; s < dimension; s++) {
        int[] image = excite(s, excitation);
        if (image[1] != 0) {
          expected[s][s] = Math.cos(t);
          expected[image[0]][image[0]] = Math.cos(t);
          expected[image[0]][s] = image[1] * Math.sin(t);
          expected[s][image[0]] = -image[1] * Math.sin(t);
        }
      }
      assertThat(NaiveMatrix.of(circuit).distance(NaiveMatrix.real(expected)))
          .as("%s", excitation)
          .isLessThan(1e-12);
    }
  }

  /** The occupation after T and its sign, 0 if T gives nothing. */
  private static int[] excite(int state, Excitation excitation) {
    int occupied = state;
    int sign = 1;
    // T = a^dagger_to1 a^dagger_to2 a_from2 a_from1: the rightmost acts first.
    for (int p : excitation.from()) {
      if (!has(occupied, p)) {
        return new int[] {0, 0};
      }
      sign *= parityBefore(occupied, p);
      occupied ^= 1 << (ORBITALS - 1 - p);
    }
    for (int k = excitation.to().size() - 1; k >= 0; k--) {
      int p = excitation.to().get(k);
      if (has(occupied, p)) {
        return new int[] {0, 0};
      }
      sign *= parityBefore(occupied, p);
      occupied ^= 1 << (ORBITALS - 1 - p);
    }
    return new int[] {occupied, sign};
  }

  private static boolean has(int state, int p) {
    return (state >> (ORBITALS - 1 - p) & 1) == 1;
  }

  private static int parityBefore(int state, int p) {
    int sign = 1;
    for (int q = 0; q < p; q++) {
      sign = has(state, q) ? -sign : sign;
    }
    return sign;
  }

  @Test
  void singles_have_two_strings_and_doubles_eight_which_commute() {
    for (Excitation excitation : SAMPLES) {
      List<PauliSum.Term> terms = excitation.generator(ORBITALS).terms();
      boolean single = excitation.from().size() == 1;

      assertThat(terms).hasSize(single ? 2 : 8);
      for (PauliSum.Term a : terms) {
        assertThat(Math.abs(a.coefficient())).isEqualTo(single ? 0.5 : 0.125);
        assertThat(terms).allMatch(b -> a.string().commutesWith(b.string()));
      }
    }
    // T = (X + iY) Z (X - iY) / 4 by hand
    assertThat(new Excitation(List.of(0), List.of(2)).generator(3))
        .hasToString("-0.5*YZX + 0.5*XZY");
  }

  @Test
  void excitations_keep_the_spins() {
    assertThat(Excitation.singlesAndDoubles(4, 2))
        .containsExactly(
            new Excitation(List.of(0), List.of(2)),
            new Excitation(List.of(1), List.of(3)),
            new Excitation(List.of(0, 1), List.of(2, 3)));
    assertThat(Excitation.singlesAndDoubles(6, 2)).hasSize(8);
    assertThat(Excitation.singlesAndDoubles(12, 4)).hasSize(92);
  }
}
