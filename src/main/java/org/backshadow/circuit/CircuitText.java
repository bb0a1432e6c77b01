package org.backshadow.circuit;

/** Placeholder: the drawing follows. */
final class CircuitText {
  private CircuitText() {}

  static String draw(Circuit circuit, int columns) {
    return circuit.operations().toString();
  }
}
