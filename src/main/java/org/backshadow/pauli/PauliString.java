package org.backshadow.pauli;

import static java.util.Objects.requireNonNull;

/**
 * A tensor product of Pauli matrices on {@code qubits} qubits, without a sign.
 *
 * <p>Character q of the text acts on qubit q. The masks {@code x} and {@code z} have one bit a
 * qubit, qubit 0 in the most significant of the {@code qubits} bits, as in a state's index: a
 * letter X sets the bit of {@code x}, Z that of {@code z}, Y both. The matrix is {@code
 * i^popcount(x&z) X^x Z^z}.
 *
 * <pre>{@code
 * var p = PauliString.of("XZI");
 * p.weight() // 2
 * p.commutesWith(PauliString.of("ZXI")) // true
 * p.times(PauliString.of("ZXI")) // YYI
 * }</pre>
 *
 * @param qubits number of qubits, 1 to {@value #MAX_QUBITS}
 * @param x bits of the qubits that are flipped (X or Y)
 * @param z bits of the qubits whose sign is read (Z or Y)
 */
public record PauliString(int qubits, long x, long z) {
  /** The longest string: masks are held in one {@code long}. */
  public static final int MAX_QUBITS = 62;

  /**
   * A string by its masks.
   *
   * @throws IllegalArgumentException if there are too few or too many qubits, or a mask reaches
   *     beyond them
   */
  public PauliString {
    if (qubits < 1 || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a Pauli string has 1 to " + MAX_QUBITS + " qubits, not " + qubits);
    }
    if ((x | z) >>> qubits != 0) {
      throw new IllegalArgumentException("the masks x and z reach beyond " + qubits + " qubits");
    }
  }

  /**
   * Reads a string such as {@code "XZI"}.
   *
   * @throws IllegalArgumentException if a character is not I, X, Y or Z, or the length is not 1 to
   *     {@value #MAX_QUBITS}
   */
  public static PauliString of(String letters) {
    int n = requireNonNull(letters, "letters").length();
    if (n < 1 || n > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a Pauli string has 1 to " + MAX_QUBITS + " letters, not " + n);
    }
    long x = 0;
    long z = 0;
    for (int q = 0; q < n; q++) {
      char letter = letters.charAt(q);
      if ("IXYZ".indexOf(letter) < 0) {
        throw new IllegalArgumentException(
            "\"%s\": '%c' at %d is not I, X, Y or Z"
                .formatted(letters, letters.codePointAt(q), q + 1));
      }
      long bit = 1L << (n - 1 - q);
      x |= letter == 'X' || letter == 'Y' ? bit : 0;
      z |= letter == 'Z' || letter == 'Y' ? bit : 0;
    }
    return new PauliString(n, x, z);
  }

  /** The identity on the given number of qubits. */
  public static PauliString identity(int qubits) {
    return new PauliString(qubits, 0, 0);
  }

  /** The letter that acts on a qubit: I, X, Y or Z. */
  public char letter(int qubit) {
    long bit = bit(qubit);
    return (x & bit) != 0 ? ((z & bit) != 0 ? 'Y' : 'X') : ((z & bit) != 0 ? 'Z' : 'I');
  }

  /** The bit of a qubit in the masks: {@code 1 << (qubits - 1 - qubit)}. */
  public long bit(int qubit) {
    if (qubit < 0 || qubit >= qubits) {
      throw new IllegalArgumentException(
          "qubit %d is outside this %d-qubit Pauli string (valid: 0..%d)"
              .formatted(qubit, qubits, qubits - 1));
    }
    return 1L << (qubits - 1 - qubit);
  }

  /** The number of letters that are not I. */
  public int weight() {
    return Long.bitCount(x | z);
  }

  /** True if no letter is X, Y or Z. */
  public boolean isIdentity() {
    return (x | z) == 0;
  }

  /** True if the two matrices commute: they differ from it by a sign otherwise. */
  public boolean commutesWith(PauliString other) {
    requireSameQubits(other);
    return ((Long.bitCount(x & other.z) + Long.bitCount(z & other.x)) & 1) == 0;
  }

  /** True if on each qubit the letters are equal or one of them is I. */
  public boolean qubitWiseCommutesWith(PauliString other) {
    requireSameQubits(other);
    long both = (x | z) & (other.x | other.z);
    return ((x ^ other.x) & both) == 0 && ((z ^ other.z) & both) == 0;
  }

  /** The product without its phase, which is {@code i} to the {@link #productPhase}. */
  public PauliString times(PauliString other) {
    requireSameQubits(other);
    return new PauliString(qubits, x ^ other.x, z ^ other.z);
  }

  /** The power of i, 0 to 3, in front of {@code this.times(other)}. */
  public int productPhase(PauliString other) {
    requireSameQubits(other);
    return (Long.bitCount(x & z)
            + Long.bitCount(other.x & other.z)
            + 2 * Long.bitCount(z & other.x)
            - Long.bitCount((x ^ other.x) & (z ^ other.z)))
        & 3;
  }

  private void requireSameQubits(PauliString other) {
    if (qubits != other.qubits) {
      throw new IllegalArgumentException(
          "%s has %d qubits but %s has %d".formatted(this, qubits, other, other.qubits));
    }
  }

  @Override
  public String toString() {
    var letters = new StringBuilder(qubits);
    for (int q = 0; q < qubits; q++) {
      letters.append(letter(q));
    }
    return letters.toString();
  }
}
