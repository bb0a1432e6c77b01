package org.backshadow.circuit.qasm;

/** {@code ctrl(2) @}, {@code negctrl @}, {@code inv @} or {@code pow(0.5) @}. */
record Modifier(Place place, Kind kind, int controls, double exponent) {
  enum Kind {
    CTRL,
    NEGCTRL,
    INV,
    POW
  }

  boolean isWholePower() {
    return exponent == Math.rint(exponent);
  }

  /** How many operations so many of them become. */
  long operations(long operations) {
    return switch (kind) {
      case CTRL, INV -> operations;
      case NEGCTRL -> Limits.plus(operations, operations == 0 ? 0 : 2L * controls);
      case POW ->
          isWholePower()
              ? Limits.times(operations, (long) Math.abs(exponent))
              : Limits.times(operations, 2);
    };
  }
}
