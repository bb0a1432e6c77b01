package org.backshadow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.backshadow.testing.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class JsonTest {
  @Test
  void values_are_read_as_plain_java_values() {
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("0", 0.0);
    read.put("-0", -0.0);
    read.put("-12.5e-1", -1.25);
    read.put("1E+2", 100.0);
    read.put("5e-324", Double.MIN_VALUE);
    read.put("1e-999", 0.0);
    read.put("1.7976931348623157e308", Double.MAX_VALUE);
    read.put("true", true);
    read.put("false", false);
    read.put("\"\"", "");
    read.put("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"", "a\"\\/\b\f\n\r\té😀");
    read.put("\"é😀\u2028\u007f\"", "é😀\u2028\u007f");
    read.put("\"\\u0000\"", "\0");
    read.put("[]", List.of());
    read.put(" \t\r\n[ 1 , [ ] , { } ] \n", List.of(1.0, List.of(), Map.of()));
    read.put("{}", Map.of());
    read.put("{ \"\" : { \"a\" : [ \"b\" ] } }", Map.of("", Map.of("a", List.of("b"))));

    read.forEach((text, value) -> assertThat(Json.parse(text)).as(text).isEqualTo(value));
    assertThat(Json.parse("null")).isNull();
  }

  @Test
  void names_keep_the_order_of_the_file() {
    var value = (Map<?, ?>) Json.parse("{\"z\":1,\"a\":null,\"m\":3}");

    assertThat(value).isNotNull();
    assertThat(List.<Object>copyOf(value.keySet())).isEqualTo(List.of("z", "a", "m"));
    assertThat(value.get("a")).isNull();
  }

  @Test
  void what_rfc_8259_does_not_allow_is_refused_with_line_and_column() {
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("", "1:1: the text ends too early");
    refused.put("  ", "1:3: the text ends too early");
    refused.put("\n\n ", "3:2: the text ends too early");
    refused.put("nul", "1:1: not a JSON value");
    refused.put("True", "1:1: not a JSON value");
    refused.put("NaN", "1:1: not a JSON value");
    refused.put("Infinity", "1:1: not a JSON value");
    refused.put("-Infinity", "1:1: not a JSON value");
    refused.put("nullx", "1:5: text after the value");
    refused.put("1 2", "1:3: text after the value");
    refused.put("{} {}", "1:4: text after the value");
    refused.put("01", "1:1: not a JSON value");
    refused.put("-01", "1:1: not a JSON value");
    refused.put("+1", "1:1: not a JSON value");
    refused.put(".5", "1:1: not a JSON value");
    refused.put("5.", "1:1: not a JSON value");
    refused.put("-", "1:1: not a JSON value");
    refused.put("1e", "1:1: not a JSON value");
    refused.put("1e+", "1:1: not a JSON value");
    refused.put("1.e3", "1:1: not a JSON value");
    refused.put("0x10", "1:2: text after the value");
    refused.put("1_0", "1:2: text after the value");
    refused.put("1d", "1:2: text after the value");
    refused.put("٢", "1:1: not a JSON value");
    refused.put("1٢", "1:2: text after the value");
    refused.put("1e400", "1:1: the number is too large");
    refused.put("[1,\n -1e400]", "2:2: the number is too large");
    refused.put("[1,]", "1:4: not a JSON value");
    refused.put("[,1]", "1:2: not a JSON value");
    refused.put("[1 2]", "1:4: ']' expected");
    refused.put("[1", "1:3: ']' expected");
    refused.put("[1}", "1:3: ']' expected");
    refused.put("]", "1:1: not a JSON value");
    refused.put("{\"a\":1,}", "1:8: '\"' expected");
    refused.put("{\"a\" 1}", "1:6: ':' expected");
    refused.put("{\"a\":}", "1:6: not a JSON value");
    refused.put("{a:1}", "1:2: '\"' expected");
    refused.put("{'a':1}", "1:2: '\"' expected");
    refused.put("{1:1}", "1:2: '\"' expected");
    refused.put("{\"a\":1", "1:7: '}' expected");
    refused.put("{\n \"a\": 1,\n \"b\": 2,\n \"a\": 3}", "4:2: the name \"a\" occurs twice");
    refused.put("{\"a\":1, \"\\u0061\":2}", "1:9: the name \"a\" occurs twice");
    refused.put("\"a", "1:3: the text ends too early");
    refused.put("'a'", "1:1: not a JSON value");
    refused.put("\"a\nb\"", "1:3: a control character in a string");
    refused.put("\"a\tb\"", "1:3: a control character in a string");
    refused.put("\"\0\"", "1:2: a control character in a string");
    refused.put("\"\\x41\"", "1:3: an unknown escape");
    refused.put("\"\\'\"", "1:3: an unknown escape");
    refused.put("\"\\U0041\"", "1:3: an unknown escape");
    refused.put("\"\\u004\"", "1:3: an unknown escape");
    refused.put("\"\\u00g0\"", "1:3: an unknown escape");
    refused.put("\"\\u+041\"", "1:3: an unknown escape");
    refused.put("\"\\u٠٠٤١\"", "1:3: an unknown escape");
    refused.put("\"\\", "1:3: the text ends too early");
    refused.put("// a\n1", "1:1: not a JSON value");
    refused.put("[1 /* a */]", "1:4: ']' expected");
    refused.put("\ufeff1", "1:1: not a JSON value");
    refused.put("\u00a01", "1:1: not a JSON value");
    refused.put("1\f", "1:2: text after the value");
    refused.put("1\0", "1:2: text after the value");

    refused.forEach(
        (text, message) ->
            assertThatIllegalArgumentException()
                .as(text)
                .isThrownBy(() -> Json.parse(text))
                .withMessage(message));
  }

  @Test
  void sixty_four_levels_are_read_and_the_next_is_refused() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
    assertThat(Json.parse("[" + "[[]],".repeat(100) + "1]")).isInstanceOf(List.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
        .withMessage("1:65: nested more than 64 deep");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parse("{\"a\":".repeat(65)))
        .withMessage("1:321: nested more than 64 deep");
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void hostile_text_is_refused_quickly_and_never_overflows_the_stack() {
    int million = 1_000_000;
    for (String text :
        List.of(
            "[".repeat(million),
            "{\"a\":".repeat(million),
            "\"" + "a".repeat(million),
            "-".repeat(million),
            "1".repeat(million),
            "1." + "0".repeat(million) + "x",
            "1e" + "9".repeat(million),
            " ".repeat(million),
            "\"" + "\\u0041".repeat(million / 6) + "\\",
            "[" + "1,".repeat(million / 2))) {
      double seconds =
          CpuTime.seconds(
              () ->
                  assertThatThrownBy(() -> Json.parse(text))
                      .as(text.substring(0, 8))
                      .isInstanceOf(IllegalArgumentException.class)
                      .message()
                      .hasSizeLessThan(100));
      assertThat(seconds).as(text.substring(0, 8)).isLessThan(1);
    }
    assertThat(Json.parse("0." + "1".repeat(million))).isEqualTo(1.0 / 9);
  }

  @Test
  void values_are_written_on_one_line() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a \"quoted\"\n", List.of(true, "x", 2.5, 3L, 4.0));
    map.put("none", null);

    assertThat(Json.write(map))
        .isEqualTo("{\"z\":1,\"a \\\"quoted\\\"\\u000a\":[true,\"x\",2.5,3,4],\"none\":null}");
    assertThat(Json.write(List.of())).isEqualTo("[]");
    assertThat(Json.write(Map.of())).isEqualTo("{}");
    assertThat(Json.write(null)).isEqualTo("null");
    assertThat(Json.write(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    assertThat(Json.write(-0.0)).isEqualTo("-0.0");
    assertThat(Json.write(1e300)).isEqualTo("1.0E300");
    assertThat(Json.write("</script>\u2028\0é")).isEqualTo("\"</script>\\u2028\\u0000é\"");
    assertThat(Json.write("😀")).isEqualTo("\"\\ud83d\\ude00\"");
  }

  @Test
  void numbers_that_json_does_not_have_are_refused() {
    for (double d : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Json.write(List.of(d)))
          .withMessage("JSON has no " + d);
    }
  }

  @Test
  void every_double_comes_back_bit_for_bit() {
    var random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long bits = random.nextLong();
      double d = Double.longBitsToDouble(bits);
      if (Double.isFinite(d)) {
        assertThat(Json.parse(Json.write(d))).as("bits %dL", bits).isEqualTo(d);
      }
    }
    for (double d : new double[] {0.0, -0.0, 1e15, 1e15 - 1, -1e15, 0x1p53, Double.MIN_VALUE}) {
      assertThat(Json.parse(Json.write(d))).isEqualTo(d);
    }
  }

  @Test
  void random_values_come_back_the_same() {
    for (long seed = 1; seed <= 500; seed++) {
      Object value = value(new Random(seed), 5);

      assertThat(Json.parse(Json.write(value)))
          .as("value(new Random(%d), 5)", seed)
          .isEqualTo(value);
    }
  }

  @Test
  void every_utf_16_unit_comes_back_even_half_a_surrogate() {
    for (int c = 0; c <= 0xffff; c++) {
      String text = "a" + (char) c + "b";

      assertThat(Json.parse(Json.write(text))).as("U+%04x", c).isEqualTo(text);
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case 1 -> random.nextBoolean();
      case 2 -> text(random);
      case 3 -> {
        var list = new ArrayList<Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        var map = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.put(text(random), value(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }
}
