package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LieAlgebraTest {
  /** The known algebras: su(2), su(2^n), so(2n) of the matchgates, one abelian. */
  @Test
  void the_dimensions_are_those_of_the_known_algebras() {
    assertThat(algebra("X").dimension()).isEqualTo(1);
    assertThat(algebra("X", "Z").dimension()).isEqualTo(3);
    assertThat(algebra("ZII", "IZI", "ZZI").dimension()).isEqualTo(3);
    for (int n = 2; n <= 4; n++) {
      assertThat(LieAlgebra.of(neighbours(n, "XX", "Z")).dimension())
          .as("matchgates on %d qubits: so(%d)", n, 2 * n)
          .isEqualTo(n * (2 * n - 1));
      assertThat(LieAlgebra.of(neighbours(n, "ZZ", "X", "Z")).dimension())
          .as("all of su(2^%d)", n)
          .isEqualTo((1 << 2 * n) - 1);
    }
  }

  /** Independent: commutators of all pairs until nothing new comes. */
  @Test
  void it_is_closed_and_nothing_smaller_is() {
    Samples.each(
        50,
        1,
        samples -> {
          var generators = new ArrayList<PauliString>();
          for (int k = 0; k < 3; k++) {
            generators.add(samples.pauliString(3));
          }
          var closure = new HashSet<>(generators);
          closure.removeIf(PauliString::isIdentity);
          while (closure.addAll(
              closure.stream()
                  .flatMap(
                      a -> closure.stream().filter(b -> !a.commutesWith(b)).map(b -> a.times(b)))
                  .toList())) {}

          var algebra = LieAlgebra.of(generators);

          assertThat(algebra.strings()).containsExactlyInAnyOrderElementsOf(closure);
          assertThat(algebra.dimension()).isEqualTo(closure.size());
        });
  }

  @Test
  void the_generators_come_first_and_the_identity_is_left_out() {
    assertThat(algebra("II", "XX", "ZI").strings()).hasToString("[XX, ZI, YX]");
    assertThat(algebra("II").strings()).isEmpty();
    assertThat(algebra("X", "Z")).hasToString("Lie algebra of dimension 3");
  }

  @Test
  @Tag("full")
  void an_algebra_of_more_than_a_million_strings_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LieAlgebra.of(neighbours(11, "ZZ", "X", "Z")))
        .withMessage(
            "the Lie algebra of 32 generators has more than 1,048,576 strings; take fewer qubits"
                + " (4^n strings at most on n)");
  }

  private static LieAlgebra algebra(String... letters) {
    return LieAlgebra.of(Stream.of(letters).map(PauliString::of).toList());
  }

  /** Each word on every place of a chain where it fits. */
  private static List<PauliString> neighbours(int qubits, String... words) {
    var all = new ArrayList<PauliString>();
    for (String word : words) {
      for (int q = 0; q + word.length() <= qubits; q++) {
        all.add(PauliString.of("I".repeat(q) + word + "I".repeat(qubits - q - word.length())));
      }
    }
    return all;
  }
}
