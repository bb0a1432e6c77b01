package org.backshadow.notebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-3, -3",
    "100000, 100000",
    "1234567, 1234567",
    "1e20, 1e20",
    "0.1, 0.1",
    "0.33333333, 0.3333",
    "0.66666666, 0.6667",
    "-0.25, -0.25",
    "0.0707106, 0.07071",
    "0.00012345, 0.0001235",
    "0.000012345, 1.235e-5",
    "1.2e-12, 1.2e-12",
    "-4.9e-324, -4.9e-324",
    "1.7976931348623157e308, 1.798e308",
    "12345.678, 12346",
    "1234567.8, 1.235e6",
    "999.96, 1000",
    "999999.7, 1000000",
    "0.99999, 1",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void four_significant_digits_and_whole_numbers_whole(double x, String text) {
    assertThat(Numbers.text(x)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 0, 1",
    "0, 1, 1i",
    "0, -0.5, -0.5i",
    "0.5, 0.5, 0.5+0.5i",
    "-0.25, -1, -0.25-1i",
    "0.7071067, 1e-17, 0.7071+1e-17i",
    "NaN, NaN, NaN+NaN*i",
    "1, -Infinity, 1-Infinity*i"
  })
  void complex_numbers_are_a_plus_bi(double re, double im, String text) {
    assertThat(Numbers.complex(re, im)).isEqualTo(text);
  }

  @Test
  void decimal_points_of_a_column_align() {
    assertThat(Numbers.column(0.1, 0.07071, -12.5, 1, Double.NaN))
        .containsExactly("0.1    ", "0.07071", "-12.5    ", "1      ", "NaN");
  }

  @Test
  void a_column_of_whole_numbers_or_with_exponents_is_not_padded() {
    assertThat(Numbers.column(-1.1166843869, -1.1372612, -1.1372702))
        .containsExactly("-1.11668", "-1.13726", "-1.13727");
    assertThat(Numbers.column(0.5, 4e-17)).containsExactly("0.5", "0  ");
    assertThat(Numbers.column(1, 20, 300)).containsExactly("1", "20", "300");
    assertThat(Numbers.column(0.5, 1e-12)).containsExactly("0.5", "1e-12");
    assertThat(Numbers.column()).isEmpty();
  }

  @Test
  void html_has_a_real_minus_and_blanks_that_do_not_fold() {
    assertThat(Numbers.html("-0.1  ")).isEqualTo("\u22120.1\u2007\u2007");
    assertThat(Numbers.html("1   ")).isEqualTo("1\u2008\u2007\u2007");
    assertThat(Numbers.html("1e-12")).isEqualTo("1e\u221212");
  }

  @Test
  void counts_in_prose_have_separators() {
    assertThat(Numbers.grouped(1234567)).isEqualTo("1,234,567");
  }
}
