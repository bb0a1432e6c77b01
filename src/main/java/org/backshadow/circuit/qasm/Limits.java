package org.backshadow.circuit.qasm;

/** What a text may ask for, so that a hostile one costs less than a second. */
final class Limits {
  /** Bytes of the text in UTF-8. */
  static final int BYTES = 1 << 20;

  static final int QUBITS = 30;
  static final int BITS = 1 << 16;
  static final int OPERATIONS = 200_000;

  /** Steps of the expansion: calls, terms of their angles, controls. */
  static final long WORK = 10_000_000;

  /** Parentheses, signs and powers in an expression; modifiers of a gate; gates within gates. */
  static final int NESTING = 64;

  static final int DIGITS = 64;

  /** Terms of an expression. */
  static final int TERMS = 1000;

  private Limits() {}

  /** The product, or the largest long. */
  static long times(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The sum, or the largest long. */
  static long plus(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Throws if so many operations or steps are too many. */
  static void require(Place place, long operations, long work) {
    if (operations > OPERATIONS) {
      throw place.error(
          "the circuit would have %s operations; at most %,d fit",
          operations == Long.MAX_VALUE ? "more than 2^63" : "%,d".formatted(operations),
          OPERATIONS);
    }
    if (work > WORK) {
      throw place.error("the gates take more than %,d steps to expand; write them simpler", WORK);
    }
  }
}
