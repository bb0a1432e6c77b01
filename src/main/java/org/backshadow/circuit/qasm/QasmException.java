package org.backshadow.circuit.qasm;

/**
 * A text that is not OpenQASM, or not the part of it that a circuit holds.
 *
 * <pre>{@code
 * try {
 *   qasm("OPENQASM 2.0; qreg q[1]; rzx q[0];");
 * } catch (QasmException wrong) {
 *   System.out.println("column " + wrong.column() + ": " + wrong.getMessage());
 * }
 * }</pre>
 */
public final class QasmException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** From 1. */
  private final int line;

  /** From 1. */
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
