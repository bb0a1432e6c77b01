package org.backshadow.circuit.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.junit.jupiter.api.Test;

class CommutationTest {
  private static final Circuit CIRCUIT =
      Circuit.of(2)
          .h(0)
          .rx(0, Angle.parameter("a"))
          .rx(1, Angle.parameter("b"))
          .rz(0, 0.3)
          .cx(0, 1)
          .rzz(0, 1, Angle.parameter("c").times(2))
          .crz(0, 1, Angle.parameter("d"));

  /** By hand in the output frame: X0 is XX and X1 is IX behind the CX; Z0 stays. */
  @Test
  void rotations_are_compared_in_the_output_frame() {
    Commutation commutation = Commutation.of(CIRCUIT);

    assertThat(commutation.table().column("in the output frame").asList())
        .isEqualTo(List.of("XX", "IX", "ZI", "ZZ", "IZ", "ZZ"));
    assertThat(commutation.commute(0, 1)).isTrue();
    assertThat(commutation.commute(0, 2)).isFalse();
    assertThat(commutation.commute(0, 3)).isTrue();
    assertThat(commutation.matrix().get(1, 4)).isEqualTo(-1);
    assertThat(commutation.matrix().get(4, 5)).isEqualTo(1);
  }

  /** a turns {rz, crz's IZ}, b {rzz, IZ, ZZ}, the rest nothing. */
  @Test
  void blocks_turn_the_same_later_rotations() {
    Commutation commutation = Commutation.of(CIRCUIT);

    assertThat(commutation.table().column("block").asList())
        .isEqualTo(List.of("0", "1", "fixed", "2", "2", "2"));
    assertThat(commutation.table().column("later ones that anticommute").asList())
        .isEqualTo(List.of(2, 3, 0, 0, 0, 0));
    assertThat(commutation).hasToString("6 rotations in 3 blocks");
    assertThat(commutation.alt())
        .isEqualTo("6 rotations in 3 blocks; 10 of 15 pairs of generators commute");
    assertThat(commutation.label(3)).isEqualTo("ZZ 2*c");
  }

  @Test
  void what_is_made_of_other_gates_is_refused() {
    assertThatThrownBy(() -> Commutation.of(Circuit.of(1).rx(0, Angle.parameter("a")).t(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("commutation: the generator of gate 0 (X) becomes a sum");
  }
}
