package org.backshadow.circuit.qasm;

/** A word, number, string or sign of the text. */
record Token(Kind kind, String text, Place place) {
  enum Kind {
    WORD,
    WHOLE,
    REAL,
    STRING,
    SIGN,
    END
  }

  boolean is(String sign) {
    return text.equals(sign) && kind != Kind.STRING;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** As a message names it. */
  String shown() {
    return kind == Kind.END ? "the end of the text" : Place.quote(text);
  }

  QasmException error(String message, Object... arguments) {
    return place.error(message, arguments);
  }
}
