package org.backshadow.circuit.qasm;

import org.backshadow.circuit.Angle;

/** What an expression of a text is: a whole number, a real one, or one with parameters in it. */
sealed interface Value {
  record Whole(long number) implements Value {}

  record Real(double number) implements Value {}

  /** An expression of parameters with so many terms. */
  record Symbol(Angle angle, int terms) implements Value {}

  default boolean isNumber() {
    return !(this instanceof Symbol);
  }

  /** As a number; only for those. */
  default double real() {
    return angle().value();
  }

  default Angle angle() {
    if (this instanceof Symbol symbol) {
      return symbol.angle();
    }
    return Angle.of(this instanceof Whole whole ? whole.number() : ((Real) this).number());
  }

  /** As the argument of a gate, which is never whole: its half is not rounded. */
  default Value asReal() {
    return this instanceof Whole whole ? new Real(whole.number()) : this;
  }

  default int terms() {
    return this instanceof Symbol symbol ? symbol.terms() : 1;
  }
}
