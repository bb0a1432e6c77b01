package org.backshadow.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: {@code Map<String, Object>} in file order, {@code List<Object>}, {@code
 * String}, {@code Double}, {@code Boolean} and null.
 *
 * <pre>{@code
 * var plain = (Map<?, ?>) Json.parse("{\"qubits\": 2, \"basis\": [\"X\", \"Z\"]}");
 * plain.get("basis") // [X, Z]
 * Json.write(plain) // {"qubits":2,"basis":["X","Z"]}
 * }</pre>
 */
public final class Json {
  private Json() {}

  /**
   * Reads one JSON value (RFC 8259) and nothing after it.
   *
   * @throws IllegalArgumentException with line and column if the text is not JSON, a name occurs
   *     twice, a number is beyond a double, or arrays and objects nest more than 64 deep
   */
  public static @Nullable Object parse(String text) {
    return new JsonParser(text).parse();
  }

  /** Writes a value on one line; numbers as {@link Double#toString} or whole. */
  public static String write(@Nullable Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      out.append(value);
    } else if (value instanceof Number number) {
      double d = number.doubleValue();
      if (!Double.isFinite(d)) {
        throw new IllegalArgumentException("JSON has no " + d);
      }
      boolean whole = d == Math.rint(d) && Math.abs(d) < 1e15 && Double.compare(d, -0.0) != 0;
      out.append(whole ? Long.toString((long) d) : Double.toString(d));
    } else if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (var entry : map.entrySet()) {
        out.append(separator);
        quote(String.valueOf(entry.getKey()), out);
        out.append(':');
        write(entry.getValue(), out);
        separator = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String separator = "[";
      for (Object item : list) {
        out.append(separator);
        write(item, out);
        separator = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else {
      quote(value.toString(), out);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
