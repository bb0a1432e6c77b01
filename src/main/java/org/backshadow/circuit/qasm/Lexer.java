package org.backshadow.circuit.qasm;

/** The text as tokens, one at a time; comments and white space fall away. */
final class Lexer {
  private static final String[] LONG_SIGNS = {"**", "->", "==", "!=", "<=", ">=", "&&", "||", "++"};

  private final String source;
  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(String source, String text) {
    this.source = source;
    this.text = text;
  }

  private Place place() {
    return new Place(source, line, at - lineStart + 1);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private void step() {
    if (text.charAt(at++) == '\n') {
      line++;
      lineStart = at;
    }
  }

  Token next() {
    skip();
    Place place = place();
    if (at >= text.length()) {
      return new Token(Token.Kind.END, "", place);
    }
    int start = at;
    char c = peek(0);
    if (isStart(c)) {
      while (isPart(peek(0))) {
        at++;
      }
      return new Token(Token.Kind.WORD, text.substring(start, at), place);
    }
    if (isDigit(c) || c == '.' && isDigit(peek(1))) {
      return number(place);
    }
    if (c == '"' || c == '\'') {
      return string(place, c);
    }
    for (String sign : LONG_SIGNS) {
      if (text.startsWith(sign, at)) {
        at += 2;
        return new Token(Token.Kind.SIGN, sign, place);
      }
    }
    at++;
    return new Token(Token.Kind.SIGN, String.valueOf(c), place);
  }

  /** The rest of the line, which belongs to an annotation or a pragma. */
  String restOfLine() {
    int start = at;
    while (at < text.length() && peek(0) != '\n') {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private void skip() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        restOfLine();
      } else if (text.startsWith("/*", at)) {
        Place place = place();
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw place.error("this comment has no end");
        }
        while (at < end + 2) {
          step();
        }
      } else if (Character.isWhitespace(peek(0)) || peek(0) == '\uFEFF' && at == 0) {
        step();
      } else {
        return;
      }
    }
  }

  private Token string(Place place, char quote) {
    int end = text.indexOf(quote, at + 1);
    int lineEnd = text.indexOf('\n', at);
    if (end < 0 || lineEnd >= 0 && lineEnd < end) {
      throw place.error("this string has no end");
    }
    var token = new Token(Token.Kind.STRING, text.substring(at + 1, end), place);
    at = end + 1;
    return token;
  }

  private Token number(Place place) {
    int start = at;
    digits();
    boolean real = peek(0) == '.';
    if (real) {
      at++;
      digits();
    }
    boolean signed = peek(1) == '+' || peek(1) == '-';
    if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(signed ? 2 : 1))) {
      real = true;
      at += signed ? 2 : 1;
      digits();
    }
    String digits = text.substring(start, at).replace("_", "");
    if (isPart(peek(0))) {
      String all =
          text.substring(start, Math.min(at + 8, text.length())).split("[\\s;,)\\]]", 2)[0];
      throw place.error(
          "%s is not a number: durations, imaginary, hexadecimal and binary ones are not supported",
          Place.quote(all));
    }
    if (digits.length() > Limits.DIGITS) {
      throw place.error(
          "this number has %d characters; at most %d are read", digits.length(), Limits.DIGITS);
    }
    return new Token(real ? Token.Kind.REAL : Token.Kind.WHOLE, digits, place);
  }

  private void digits() {
    while (isDigit(peek(0)) || peek(0) == '_' && isDigit(peek(1))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isStart(char c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }

  private static boolean isPart(char c) {
    return isStart(c) || isDigit(c);
  }
}
