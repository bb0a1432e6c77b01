package org.backshadow.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AngleTextTest {
  private static final Angle THETA = Angle.parameter("theta");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.3, 0.3",
    "-2, -2",
    "0.123456, 0.1235",
    "1.23456789e-7, 1.235e-7",
    "123456.789, 1.235e5",
    "-0.00012345, -0.0001234",
    "12345, 12345",
    "1e300, 1e300",
    "9999.6, 1e4",
    "1e-13, 1e-13"
  })
  void numbers_have_four_significant_digits(double number, String text) {
    assertThat(AngleText.number(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, π", "1, 2, π/2", "-3, 4, -3π/4", "2, 1, 2π", "6, 8, 3π/4", "1, 1024, π/1024"})
  void multiples_of_pi_are_named(int pis, int denominator, String text) {
    assertThat(AngleText.number(pis * Math.PI / denominator)).isEqualTo(text);
  }

  @Test
  void a_number_close_to_a_multiple_of_pi_stays_a_number() {
    assertThat(AngleText.number(Math.PI / 2 + 2e-12)).isEqualTo("1.571");
    assertThat(AngleText.number(Math.PI / 2 + 5e-13)).isEqualTo("π/2");
  }

  @Test
  void an_expression_is_cut_to_the_length_in_pieces() {
    assertThat(AngleText.of(THETA.times(2).plus(0.3), 24))
        .containsExactly(
            new AngleText("2*", false),
            new AngleText("theta", true),
            new AngleText(" + 0.3", false));
    assertThat(AngleText.of(THETA.times(2).plus(0.3), 5))
        .containsExactly(
            new AngleText("2*", false), new AngleText("th", true), new AngleText("…", false));
  }

  @Test
  void characters_that_are_not_one_cell_wide_are_replaced() {
    assertThat(AngleText.plain("θ₁ é ok")).isEqualTo("θ₁ é ok");
    assertThat(AngleText.plain("角a\n\u0301\u202e\u2068b\ud83d\ude00\t\u05d0"))
        .isEqualTo("?a????b???");
  }
}
