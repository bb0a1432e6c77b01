package org.backshadow.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A strict recursive-descent reader; errors carry line and column. */
final class JsonParser {
  private static final int MAX_DEPTH = 64;
  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  @Nullable Object parse() {
    Object value = value();
    skipSpace();
    if (at < text.length()) {
      throw error("text after the value");
    }
    return value;
  }

  private @Nullable Object value() {
    skipSpace();
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    enter();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (!next('}')) {
      do {
        skipSpace();
        int start = at;
        String name = string();
        if (map.containsKey(name)) {
          at = start;
          throw error("the name \"%.80s\" occurs twice".formatted(name));
        }
        expect(':');
        map.put(name, value());
      } while (next(','));
      expect('}');
    }
    depth--;
    return map;
  }

  private List<@Nullable Object> array() {
    enter();
    List<@Nullable Object> list = new ArrayList<>();
    if (!next(']')) {
      do {
        list.add(value());
      } while (next(','));
      expect(']');
    }
    depth--;
    return list;
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    while (true) {
      char c = peek();
      if (c < ' ') {
        throw error("a control character in a string");
      }
      at++;
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = peek();
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      at++;
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c != 'u'
        || at + 5 > text.length()
        || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
      throw error("an unknown escape");
    }
    at += 5;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private Double number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      at = start;
      throw error("not a JSON value");
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      at = start;
      throw error("the number is too large");
    }
    return value;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw error("not a JSON value");
    }
    at += word.length();
    return value;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw error("nested more than " + MAX_DEPTH + " deep");
    }
    at++;
  }

  private boolean next(char c) {
    skipSpace();
    boolean here = at < text.length() && text.charAt(at) == c;
    at += here ? 1 : 0;
    return here;
  }

  private void expect(char c) {
    if (!next(c)) {
      throw error("'" + c + "' expected");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw error("the text ends too early");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException error(String what) {
    String before = text.substring(0, Math.min(at, text.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new IllegalArgumentException(line + ":" + column + ": " + what);
  }
}
