package org.backshadow.circuit.qasm;

/** A place in a text, both numbers from 1. */
record Place(String source, int line, int column) {
  QasmException error(String message, Object... arguments) {
    return new QasmException(this, message.formatted(arguments));
  }

  /** A word of the text as a message quotes it: printable and not too long. */
  static String quote(String text) {
    var shown = new StringBuilder("\"");
    text.chars()
        .limit(40)
        .forEach(c -> shown.append(c < ' ' || c > '~' && c < 0xa1 ? '?' : (char) c));
    return shown.append(text.length() > 40 ? "…\"" : "\"").toString();
  }
}
