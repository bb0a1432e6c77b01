package org.backshadow.state;

import java.util.Locale;

/** A complex number. */
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
