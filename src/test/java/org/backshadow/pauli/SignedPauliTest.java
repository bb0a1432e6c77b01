package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class SignedPauliTest {
  @Test
  void products_of_commuting_strings_are_those_of_the_matrices() {
    Samples.each(
        200,
        1,
        samples -> {
          int n = samples.between(1, 4);
          var a = new SignedPauli(samples.pauliString(n), samples.chance(0.5));
          var b = new SignedPauli(samples.pauliString(n), samples.chance(0.5));
          var ab = matrix(a).times(matrix(b));

          if (ab.distance(matrix(b).times(matrix(a))) == 0) {
            assertThat(matrix(a.times(b)).distance(ab)).as("%s times %s", a, b).isZero();
          } else {
            assertThatIllegalArgumentException()
                .isThrownBy(() -> a.times(b))
                .withMessage(a + " and " + b + " do not commute");
          }
        });
  }

  @Test
  void the_sign_stands_in_front() {
    var plus = new SignedPauli(PauliString.of("XZ"), false);

    assertThat(plus).hasToString("+XZ");
    assertThat(plus.negate()).hasToString("-XZ");
    assertThat(plus.negate().negate()).isEqualTo(plus);
    assertThat(plus.sign()).isEqualTo(1);
    assertThat(plus.negate().sign()).isEqualTo(-1);
  }

  private static NaiveMatrix matrix(SignedPauli p) {
    return NaiveMatrix.of(p.string()).times(p.negative() ? -1 : 1);
  }
}
