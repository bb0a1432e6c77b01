package org.backshadow.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
  @ParameterizedTest
  @CsvSource({
    "0.46789, 0.0492, 0.468 ± 0.049",
    "-0.46789, 0.0492, -0.468 ± 0.049",
    "0.4, 0.0996, 0.40 ± 0.10",
    "1.23456, 1.5, 1.2 ± 1.5",
    "123.4, 56, 123 ± 56",
    "-0.001, 0.5, 0.00 ± 0.50",
    "1234567, 4200, 1234567 ± 4200",
    "2e-12, 1e-12, 2.000e-12 ± 1.0e-12",
    "0.5, 0, 0.5 ± 0",
    "0.5, NaN, 0.5 (error unknown)",
    "NaN, 0.1, NaN ± 0.1",
  })
  void the_error_has_two_digits_and_the_value_ends_where_it_does(
      double value, double error, String text) {
    assertThat(Rounding.plusMinus(value, error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.123456, 4, 0.1235",
    "12, 4, 12",
    "0, 4, 0",
    "1e-5, 3, 1.00e-05",
    "123456, 2, 120000",
    "999999, 3, 1000000",
    "Infinity, 3, Infinity",
    "-0.00012345, 2, -0.00012",
  })
  void a_number_has_the_asked_significant_digits(double value, int digits, String text) {
    assertThat(Rounding.significant(value, digits)).isEqualTo(text);
  }

  @Test
  void counts_have_separators() {
    assertThat(Rounding.count(1_234_567)).isEqualTo("1,234,567");
  }
}
