package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.data.Percentage;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class PauliSumTest {
  // the parser

  @Test
  void good_text_is_read() {
    Map<String, String> read = new LinkedHashMap<>();
    read.put("0.5*ZZI - 1.2*XII + IYX", "0.5*ZZI - 1.2*XII + IYX");
    read.put("Z", "Z");
    read.put("-Z", "-Z");
    read.put("+Z", "Z");
    read.put("  - Z+X  ", "-Z + X");
    read.put("2Z", "2.0*Z");
    read.put("2 Z", "2.0*Z");
    read.put("2 * Z", "2.0*Z");
    read.put("1e-3*Z", "0.001*Z");
    read.put("1.5E+2Z", "150.0*Z");
    read.put(".5*Z", "0.5*Z");
    read.put("5.*Z", "5.0*Z");
    read.put("3 + Z", "Z + 3.0*I");
    read.put("3 - ZZ - 1", "-ZZ + 2.0*II");
    read.put("2 + II", "3.0*II");
    read.put("Z + Z", "2.0*Z");
    read.put("Z - Z", "0*I");
    read.put("0*ZZZ", "0*III");
    read.put("Z\n+\tX", "Z + X");
    read.put("1e-400*Z", "0*I");
    read.put("Z".repeat(62), "Z".repeat(62));

    read.forEach(
        (text, sum) -> assertThat(PauliSum.parse(text)).as("\"%s\"", text).hasToString(sum));
  }

  @Test
  void the_text_of_a_sum_is_read_back_as_the_same_sum() {
    Samples.each(
        200,
        1,
        samples -> {
          var sum = samples.pauliSum(samples.between(1, 8), samples.between(0, 12));
          double scale = Math.pow(10, samples.between(-200, 200));

          assertThat(PauliSum.parse(sum.toString())).isEqualTo(sum);
          assertThat(PauliSum.parse(sum.times(scale).toString())).isEqualTo(sum.times(scale));
        });
  }

  @Test
  void wrong_text_is_refused_with_the_character_and_its_place() {
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("0.5*ZQI", "'Q' at 6 is not I, X, Y or Z");
    refused.put("", "ends where a Pauli string is expected (at 1)");
    refused.put("   ", "ends where a Pauli string is expected (at 4)");
    refused.put("-", "ends where a Pauli string is expected (at 2)");
    refused.put("0.5*", "ends where a Pauli string is expected (at 5)");
    refused.put("Z + ", "ends where a Pauli string is expected (at 5)");
    refused.put("Z X", "'X' at 3 is not + or -");
    refused.put("Z * X", "'*' at 3 is not + or -");
    refused.put("Z 2", "'2' at 3 is not + or -");
    refused.put("ZZ2", "'2' at 3 is not I, X, Y or Z");
    refused.put("*Z", "'*' at 1 is not I, X, Y or Z");
    refused.put("2**Z", "'*' at 3 is not I, X, Y or Z");
    refused.put("--Z", "'-' at 2 is not I, X, Y or Z");
    refused.put("Z + + X", "'+' at 5 is not I, X, Y or Z");
    refused.put("(Z)", "'(' at 1 is not I, X, Y or Z");
    refused.put("z", "'z' at 1 is not I, X, Y or Z");
    refused.put("NaN*Z", "'N' at 1 is not I, X, Y or Z");
    refused.put("Infinity*Z", "'n' at 2 is not I, X, Y or Z");
    refused.put("0x1p3*Z", "'x' at 2 is not I, X, Y or Z");
    refused.put("1d*Z", "'d' at 2 is not I, X, Y or Z");
    refused.put("1_000*Z", "'_' at 2 is not + or -");
    refused.put("1,5*Z", "',' at 2 is not + or -");
    refused.put("1.2.3*Z", "1.2.3 is not a finite number (at 1)");
    refused.put("Z + .*Z", ". is not a finite number (at 5)");
    refused.put("2e*Z", "2e is not a finite number (at 1)");
    refused.put("Z - 1e400*Z", "1e400 is not a finite number (at 5)");
    refused.put("ZZ + XXX", "XXX has 3 qubits but the terms before it have 2 (at 6)");
    refused.put("3", "no Pauli string in it: at least one term needs letters, e.g. 0.5*ZZI (at 1)");
    refused.put(
        "3 - 2", "no Pauli string in it: at least one term needs letters, e.g. 0.5*ZZI (at 1)");
    refused.put("Z".repeat(63), "63 letters, but at most 62 fit (at 1)");
    // look-alikes: Greek, full-width, mathematical, Arabic digits, minus sign, no-break space
    refused.put("0.5*ZΧ", "'Χ' at 6 is not I, X, Y or Z");
    refused.put("Ｚ", "'Ｚ' at 1 is not I, X, Y or Z");
    refused.put("Z + 𝐙", "'𝐙' at 5 is not I, X, Y or Z");
    refused.put("٢*Z", "'٢' at 1 is not I, X, Y or Z");
    refused.put("1e٢*Z", "1e٢ is not a finite number (at 1)");
    refused.put("Z − X", "'−' at 3 is not + or -");
    refused.put("Z\u00a0+ X", "'\u00a0' at 2 is not + or -");
    refused.put("Z\u0000", "'\u0000' at 2 is not + or -");

    refused.forEach(
        (text, error) ->
            assertThatIllegalArgumentException()
                .as("\"%s\"", text)
                .isThrownBy(() -> PauliSum.parse(text))
                .withMessage("\"" + text + "\": " + error));
  }

  @Test
  @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
  void hostile_text_is_read_or_refused_in_linear_time_with_a_short_message() {
    int million = 1_000_000;
    Map<String, String> hostile = new LinkedHashMap<>();
    hostile.put("one long string", "X".repeat(million));
    hostile.put("a number of a million digits", "1".repeat(million) + "*Z");
    hostile.put("a fraction of a million points", ".".repeat(million));
    hostile.put("an exponent of a million digits", "1e" + "9".repeat(million) + "*Z");
    hostile.put("signs", "-".repeat(million));
    hostile.put("stars", "2" + "*".repeat(million));
    hostile.put("an open bracket each", "(".repeat(million));
    hostile.put("look-alikes", "Ｘ".repeat(million));
    hostile.put("halves of surrogates", "\ud835".repeat(million));
    hostile.put("a late error", "Z+".repeat(million / 2) + "?");
    hostile.put("numbers that overflow together", "1e308+".repeat(1_000) + "Z");

    hostile.forEach(
        (name, text) ->
            assertThatThrownBy(() -> PauliSum.parse(text))
                .as(name)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(300));

    assertThat(PauliSum.parse("Z+".repeat(million / 2) + "Z")).hasToString("500001.0*Z");
    assertThat(PauliSum.parse(" ".repeat(million) + "Z")).hasToString("Z");
    assertThat(PauliSum.parse("0".repeat(million) + "1*Z")).hasToString("Z");
    assertThat(PauliSum.parse("0." + "1".repeat(million) + "*Z"))
        .hasToString("0.1111111111111111*Z");
  }

  // the value

  @Test
  void equal_strings_are_merged_where_they_stood_first_and_zeros_dropped() {
    var sum = PauliSum.parse("XX + 2*ZZ - 0.5*XX + YY - YY");

    assertThat(sum).hasToString("0.5*XX + 2.0*ZZ");
    assertThat(sum.terms()).extracting(PauliSum.Term::coefficient).containsExactly(0.5, 2.0);
    assertThat(sum.coefficient("ZZ")).isEqualTo(2);
    assertThat(sum.coefficient("YY")).isZero();
    assertThat(sum.oneNorm()).isEqualTo(2.5);
    assertThat(sum.constant()).isZero();
    assertThat(sum.plus(PauliSum.parse("3*II")).constant()).isEqualTo(3);
    assertThat(sum)
        .isEqualTo(PauliSum.parse("0.5*XX + 2*ZZ"))
        .hasSameHashCodeAs(PauliSum.parse("0.5*XX + 2*ZZ"));
    assertThat(sum).isNotEqualTo(PauliSum.parse("0.5*XX + 2*ZY"));
  }

  @Test
  void the_terms_are_a_table_with_a_row_a_term() {
    var table = PauliSum.parse("0.5*ZZI - 1.2*XII").table();

    assertThat(table.name()).isEqualTo("2 terms on 3 qubits");
    assertThat(table.columnNames()).containsExactly("coefficient", "string");
    assertThat(table.doubleColumn("coefficient").asList()).isEqualTo(List.of(0.5, -1.2));
    assertThat(table.stringColumn("string").asList()).isEqualTo(List.of("ZZI", "XII"));
    assertThat(PauliSum.parse("Z").table().name()).isEqualTo("1 term on 1 qubit");
  }

  @Test
  void the_zero_observable_has_no_terms_but_qubits() {
    var zero = PauliSum.of(3, List.of());

    assertThat(zero.terms()).isEmpty();
    assertThat(zero.qubits()).isEqualTo(3);
    assertThat(zero).hasToString("0*III");
    assertThat(zero.oneNorm()).isZero();
    assertThat(zero.groups().rowCount()).isZero();
    assertThat(PauliSum.parse("0*III")).isEqualTo(zero);
    assertThat(zero.times(PauliSum.parse("XYZ"))).isEqualTo(zero);
    assertThat(NaiveMatrix.of(zero).distance(NaiveMatrix.identity(8).times(0))).isZero();
  }

  @Test
  void the_terms_cannot_be_changed() {
    var terms = PauliSum.parse("X + Z").terms();

    assertThatThrownBy(terms::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void sums_and_products_are_those_of_the_matrices() {
    Samples.each(
        100,
        1,
        samples -> {
          int n = samples.between(1, 4);
          var a = samples.pauliSum(n, samples.between(1, 8));
          var b = samples.pauliSum(n, samples.between(1, 8));
          var ma = NaiveMatrix.of(a);
          var mb = NaiveMatrix.of(b);
          var ab = ma.times(mb);
          var ba = mb.times(ma);

          same(a.plus(b), ma.plus(mb));
          same(a.minus(b), ma.minus(mb));
          same(a.times(-1.7), ma.times(-1.7));
          same(a.anticommutator(b), ab.plus(ba));
          same(a.commutator(b), ab.minus(ba).times(0, 1));
        });
  }

  @Test
  void commuting_sums_have_their_product() {
    var a = PauliSum.parse("XX + 0.5*ZZ");
    var b = PauliSum.parse("2*YY - XX");

    same(a.times(b), NaiveMatrix.of(a).times(NaiveMatrix.of(b)));
  }

  /** Every operator commutes with itself, though the rounded terms do not cancel to the bit. */
  @Test
  void every_sum_has_its_square_and_its_cube() {
    Samples.each(
        100,
        7,
        samples -> {
          var a = samples.pauliSum(samples.between(1, 4), 12);
          var m = NaiveMatrix.of(a);

          var square = a.times(a);

          same(square, m.times(m));
          same(square.times(a), m.times(m).times(m));
        });
  }

  /** The bound on a commutator's rounding grows with the sums, so every scale has a square. */
  @Test
  void the_square_exists_at_every_scale() {
    Samples.each(
        50,
        7,
        samples -> {
          var a = samples.pauliSum(4, 12).times(Math.pow(10, samples.between(-60, 60)));

          assertThat(a.times(a).constant())
              .isCloseTo(
                  a.terms().stream().mapToDouble(t -> t.coefficient() * t.coefficient()).sum(),
                  Percentage.withPercentage(1e-10));
        });
  }

  @Test
  void a_product_that_is_not_hermitian_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliSum.parse("X").times(PauliSum.parse("Y")))
        .withMessage(
            "the product is not Hermitian (i[A, B] has Z with -2.0); use anticommutator or"
                + " commutator");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliSum.parse("XX + 1e-9*XI").times(PauliSum.parse("ZZ")))
        .withMessageContaining("i[A, B] has YZ with 2.0E-9");
  }

  @Test
  void every_misuse_says_what_is_wrong() {
    var sum = PauliSum.parse("XX + ZZ");
    var x = PauliString.of("X");
    Map<String, Supplier<Object>> misuses = new LinkedHashMap<>();
    misuses.put("the sums have 2 and 1 qubits", () -> sum.plus(PauliSum.of(x)));
    misuses.put("the sums have 2 and 1 qubits ", () -> sum.minus(PauliSum.of(x)));
    misuses.put("the sums have 2 and 1 qubits  ", () -> sum.times(PauliSum.of(x)));
    misuses.put("the sums have 2 and 3 qubits", () -> sum.commutator(PauliSum.parse("XXX")));
    misuses.put("the sums have 2 and 3 qubits ", () -> sum.anticommutator(PauliSum.parse("XXX")));
    misuses.put(
        "X has 1 qubits but the sum has 2", () -> PauliSum.of(2, List.of(new PauliSum.Term(1, x))));
    misuses.put("XXX has 3 qubits but the sum has 2", () -> sum.coefficient("XXX"));
    misuses.put("\"XQ\": 'Q' at 2 is not I, X, Y or Z", () -> sum.coefficient("XQ"));
    misuses.put(
        "the coefficient of X is NaN; it must be finite", () -> new PauliSum.Term(Double.NaN, x));
    misuses.put("the coefficient of XX is NaN; it must be finite", () -> sum.times(Double.NaN));
    misuses.put(
        "the coefficient of XX is Infinity; it must be finite", () -> sum.times(1e308).times(10));

    misuses.forEach(
        (message, call) ->
            assertThatIllegalArgumentException()
                .as(message)
                .isThrownBy(call::get)
                .withMessage(message.strip()));
  }

  /** Sums of at most a few thousand products below 1e3 each: rounding below 1e-11. */
  private static void same(PauliSum sum, NaiveMatrix matrix) {
    assertThat(NaiveMatrix.of(sum).distance(matrix)).as("%s", sum).isLessThan(1e-11);
  }
}
