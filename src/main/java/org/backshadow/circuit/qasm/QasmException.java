package org.backshadow.circuit.qasm;

/** A text that is not OpenQASM, or not the part of it that a circuit holds. */
public final class QasmException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  QasmException(Place place, String message) {
    super("%s:%d:%d: %s".formatted(place.source(), place.line(), place.column(), message));
    this.line = place.line();
    this.column = place.column();
  }

  /** The line of the text, from 1. */
  public int line() {
    return line;
  }

  /** The character in the line, from 1. */
  public int column() {
    return column;
  }
}
