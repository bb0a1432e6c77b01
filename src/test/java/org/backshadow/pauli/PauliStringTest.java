package org.backshadow.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.backshadow.testing.NaiveMatrix;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class PauliStringTest {
  @Test
  void the_first_letter_acts_on_qubit_0_which_is_the_most_significant_bit() {
    var string = PauliString.of("XZIY");

    assertThat(string.qubits()).isEqualTo(4);
    assertThat(string.letter(0)).isEqualTo('X');
    assertThat(string.letter(3)).isEqualTo('Y');
    assertThat(string.x()).isEqualTo(0b1001);
    assertThat(string.z()).isEqualTo(0b0101);
    assertThat(string.bit(0)).isEqualTo(0b1000);
    assertThat(string.weight()).isEqualTo(3);
  }

  @Test
  void text_and_string_are_inverse_for_every_string_of_up_to_four_letters() {
    for (int n = 1; n <= 4; n++) {
      for (String letters : all(n)) {
        assertThat(PauliString.of(letters)).hasToString(letters);
      }
    }
  }

  @Test
  void the_matrix_is_i_to_the_ys_times_X_to_the_x_times_Z_to_the_z() {
    for (String letters : all(3)) {
      var string = PauliString.of(letters);
      var xs = PauliString.of(letters.replace('Z', 'I').replace('Y', 'X'));
      var zs = PauliString.of(letters.replace('X', 'I').replace('Y', 'Z'));

      var product = NaiveMatrix.of(xs).times(NaiveMatrix.of(zs));

      assertThat(
              phased(product, Long.bitCount(string.x() & string.z()))
                  .distance(NaiveMatrix.of(string)))
          .as(letters)
          .isZero();
      assertThat(xs.x()).as(letters).isEqualTo(string.x());
      assertThat(zs.z()).as(letters).isEqualTo(string.z());
    }
  }

  @Test
  void products_phases_and_commutation_are_those_of_the_matrices_for_all_pairs() {
    for (String left : all(2)) {
      for (String right : all(2)) {
        var a = PauliString.of(left);
        var b = PauliString.of(right);
        var ab = NaiveMatrix.of(a).times(NaiveMatrix.of(b));
        var ba = NaiveMatrix.of(b).times(NaiveMatrix.of(a));

        assertThat(phased(NaiveMatrix.of(a.times(b)), a.productPhase(b)).distance(ab))
            .as("%s times %s", a, b)
            .isZero();
        assertThat(a.commutesWith(b))
            .as("%s commutes with %s", a, b)
            .isEqualTo(ab.distance(ba) == 0);
        boolean letterwise = true;
        for (int q = 0; q < 2; q++) {
          letterwise &= a.letter(q) == b.letter(q) || a.letter(q) == 'I' || b.letter(q) == 'I';
        }
        assertThat(a.qubitWiseCommutesWith(b))
            .as("%s commutes qubit-wise with %s", a, b)
            .isEqualTo(letterwise);
      }
    }
  }

  @Test
  void products_of_long_strings_agree_with_the_matrices() {
    Samples.each(
        40,
        1,
        samples -> {
          int n = samples.between(1, 5);
          var a = samples.pauliString(n);
          var b = samples.pauliString(n);

          var product = phased(NaiveMatrix.of(a.times(b)), a.productPhase(b));

          assertThat(product.distance(NaiveMatrix.of(a).times(NaiveMatrix.of(b))))
              .as("%s times %s", a, b)
              .isZero();
        });
  }

  @Test
  void sixty_two_qubits_fit() {
    var longest = PauliString.of("Y".repeat(61) + "X");

    assertThat(longest).hasToString("Y".repeat(61) + "X");
    assertThat(longest.weight()).isEqualTo(62);
    assertThat(longest.times(longest).isIdentity()).isTrue();
    assertThat(longest.productPhase(longest)).isZero();
    assertThat(PauliString.identity(62).isIdentity()).isTrue();
    assertThat(longest.isIdentity()).isFalse();
  }

  @Test
  void every_misuse_says_what_is_wrong() {
    var xyz = PauliString.of("XYZ");
    Map<String, Supplier<Object>> misuses = new LinkedHashMap<>();
    misuses.put("a Pauli string has 1 to 62 letters, not 0", () -> PauliString.of(""));
    misuses.put("a Pauli string has 1 to 62 letters, not 63", () -> PauliString.of("X".repeat(63)));
    misuses.put(
        "a Pauli string has 1 to 62 letters, not 1000000",
        () -> PauliString.of("X".repeat(1_000_000)));
    misuses.put("\"ZQI\": 'Q' at 2 is not I, X, Y or Z", () -> PauliString.of("ZQI"));
    misuses.put("\"xZ\": 'x' at 1 is not I, X, Y or Z", () -> PauliString.of("xZ"));
    misuses.put("\"X Z\": ' ' at 2 is not I, X, Y or Z", () -> PauliString.of("X Z"));
    misuses.put("\"XΧ\": 'Χ' at 2 is not I, X, Y or Z", () -> PauliString.of("XΧ"));
    misuses.put("\"Ｘ\": 'Ｘ' at 1 is not I, X, Y or Z", () -> PauliString.of("Ｘ"));
    misuses.put("\"Z𝐗\": '𝐗' at 2 is not I, X, Y or Z", () -> PauliString.of("Z𝐗"));
    misuses.put("a Pauli string has 1 to 62 qubits, not 0", () -> PauliString.identity(0));
    misuses.put("a Pauli string has 1 to 62 qubits, not 63", () -> PauliString.identity(63));
    misuses.put("the masks x and z reach beyond 2 qubits", () -> new PauliString(2, 4, 0));
    misuses.put("the masks x and z reach beyond 62 qubits", () -> new PauliString(62, 0, -1));
    misuses.put("qubit 3 is outside this 3-qubit Pauli string (valid: 0..2)", () -> xyz.letter(3));
    misuses.put("qubit -1 is outside this 3-qubit Pauli string (valid: 0..2)", () -> xyz.bit(-1));
    misuses.put("XYZ has 3 qubits but XX has 2", () -> xyz.commutesWith(PauliString.of("XX")));
    misuses.put("XYZ has 3 qubits but X has 1", () -> xyz.times(PauliString.of("X")));
    misuses.put("XYZ has 3 qubits but IIII has 4", () -> xyz.productPhase(PauliString.identity(4)));
    misuses.put(
        "XYZ has 3 qubits but ZZ has 2", () -> xyz.qubitWiseCommutesWith(PauliString.of("ZZ")));

    misuses.forEach(
        (message, call) ->
            assertThatIllegalArgumentException()
                .as(message)
                .isThrownBy(call::get)
                .withMessage(message));
  }

  private static List<String> all(int n) {
    var strings = List.of("");
    for (int q = 0; q < n; q++) {
      var longer = new ArrayList<String>();
      for (String s : strings) {
        for (char letter : "IXYZ".toCharArray()) {
          longer.add(s + letter);
        }
      }
      strings = longer;
    }
    return strings;
  }

  /** Times i to a power. */
  private static NaiveMatrix phased(NaiveMatrix matrix, int power) {
    return switch (power & 3) {
      case 0 -> matrix;
      case 1 -> matrix.times(0, 1);
      case 2 -> matrix.times(-1, 0);
      default -> matrix.times(0, -1);
    };
  }
}
