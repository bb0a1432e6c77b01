package org.backshadow.circuit.qasm;

import org.jspecify.annotations.Nullable;

/** The tokens of a text with a look at the next one. */
final class Tokens {
  private final Lexer lexer;
  private @Nullable Token ahead;

  Tokens(String source, String text) {
    lexer = new Lexer(source, text);
  }

  Token peek() {
    Token next = ahead;
    if (next == null) {
      next = lexer.next();
      ahead = next;
    }
    return next;
  }

  Token next() {
    Token next = peek();
    ahead = null;
    return next;
  }

  boolean accept(String sign) {
    boolean here = peek().is(sign);
    if (here) {
      ahead = null;
    }
    return here;
  }

  Token expect(String sign) {
    Token next = next();
    if (!next.is(sign)) {
      throw next.error("expected %s, not %s", Place.quote(sign), next.shown());
    }
    return next;
  }

  /** A name; {@code what} says of which thing. */
  Token name(String what) {
    Token next = next();
    if (!next.isWord() || next.text().startsWith("$")) {
      throw next.error("expected the name of a %s, not %s", what, next.shown());
    }
    return next;
  }

  /** What follows on this line; nothing may have been looked at. */
  String restOfLine() {
    return lexer.restOfLine();
  }
}
