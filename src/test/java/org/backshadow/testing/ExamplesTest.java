package org.backshadow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That an example which is wrong does not pass. */
class ExamplesTest {
  private static DocExample example(String... lines) {
    return new DocExample("org.backshadow.pauli.PauliString", List.of(lines));
  }

  private static List<String> faults(DocExample example) throws Exception {
    return new Examples(List.of(example), Map.of()).faults(example);
  }

  @Test
  void lines_with_and_without_values_run_in_order() throws Exception {
    assertThat(
            faults(
                example(
                    "record Two(String letters) {",
                    "  PauliString string() { return PauliString.of(letters); }",
                    "}",
                    "var two = new Two(\"XZ\"); // a comment of a statement is prose",
                    "two.string()",
                    "    .weight() // 2",
                    "two.string()",
                    "// XZ",
                    "param(\"a\")")))
        .isEmpty();
  }

  @Test
  void a_wrong_value_is_named_with_the_right_one() throws Exception {
    assertThat(faults(example("PauliString.of(\"XZ\").weight() // 3")))
        .containsExactly("the comment says 3 but the value is 2");
    assertThat(faults(example("PauliString.of(\"XZ\")", "// XX")))
        .containsExactly("the comment says XX but the value is XZ");
  }

  @Test
  void what_does_not_compile_is_told_and_spoils_no_other() throws Exception {
    DocExample wrong = example("PauliString.off(\"XZ\")");
    var right = new DocExample("org.backshadow.pauli.PauliSum", List.of("pauliSum(\"X\") // X"));
    var both = new Examples(List.of(wrong, right), Map.of());

    assertThat(both.faults(wrong)).hasSize(1).first().asString().contains("cannot find symbol");
    assertThat(both.faults(right)).isEmpty();
  }

  @Test
  void what_throws_and_what_is_missing_fails() throws Exception {
    assertThatThrownBy(() -> faults(example("PauliString.of(\"XQ\")")))
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(faults(example())).containsExactly("the doc comment has no lines in <pre>{@code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.4605           | 0.46053049      | true",
        "0.4605           | 0.46057         | false",
        "[0.1, -0.2]      | [0.1, -0.19999] | true",
        "[0.1, 0.2]       | [0.1, -0.2]     | false",
        "[0.1]            | [0.1, 0.1]      | false",
        "2                | 2               | true",
        "2                | 3               | false",
        "2.0              | 2               | true",
        "0.4308 - 0.5429i | 0.430783 - 0.542855i | true",
        "0.4308 - 0.5428i | 0.430783 - 0.542855i | false",
        "a: 0.41 ± 0.02   | a: 0.409 ± 0.020 | true",
        "8,000 copies     | 8,001 copies    | false",
        "of 8,000 ...     | of 8,000 copies | true",
        "of 8,000 ...     | of 9,000 copies | false",
        "none ...         | nothing         | false",
      })
  void a_comment_agrees_to_the_digits_that_it_prints(String comment, String text, boolean agrees) {
    assertThat(ShownValue.agrees(comment, text)).isEqualTo(agrees);
  }
}
