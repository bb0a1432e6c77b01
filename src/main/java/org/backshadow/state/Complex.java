package org.backshadow.state;

import java.util.Locale;

/**
 * A complex number.
 *
 * <pre>{@code
 * Complex a = state(circuit(1).h(0).s(0)).amplitude("1");
 * a // 0.0 + 0.7071i
 * a.squared() // 0.5
 * }</pre>
 */
public record Complex(double re, double im) {
  /** The absolute value squared. */
  public double squared() {
    return re * re + im * im;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.6g %s %.6gi", re, im < 0 ? "-" : "+", Math.abs(im));
  }
}
