package org.backshadow.pauli;

/**
 * A Pauli string with a sign, such as a stabilizer of a state.
 *
 * <pre>{@code
 * var xx = new SignedPauli(PauliString.of("XX"), false);
 * xx.times(new SignedPauli(PauliString.of("ZZ"), false)) // -YY
 * }</pre>
 */
public record SignedPauli(PauliString string, boolean negative) {
  /** 1 or -1. */
  public int sign() {
    return negative ? -1 : 1;
  }

  /**
   * The product with a string that commutes.
   *
   * @throws IllegalArgumentException if the two anticommute: the product is not Hermitian then
   */
  public SignedPauli times(SignedPauli other) {
    int phase = string.productPhase(other.string);
    if ((phase & 1) == 1) {
      throw new IllegalArgumentException(this + " and " + other + " do not commute");
    }
    return new SignedPauli(string.times(other.string), negative ^ other.negative ^ phase == 2);
  }

  /** The opposite sign. */
  public SignedPauli negate() {
    return new SignedPauli(string, !negative);
  }

  @Override
  public String toString() {
    return (negative ? "-" : "+") + string;
  }
}
