package org.backshadow.state.engine;

/**
 * A Pauli string with a power of i in front: {@code i^power P(x, z)}, where the matrix of {@code P}
 * is {@code i^popcount(x&z) X^x Z^z}. Hermitian if the power is even.
 */
record PhasedString(long x, long z, int power) {
  static final PhasedString IDENTITY = new PhasedString(0, 0, 0);

  PhasedString {
    power &= 3;
  }

  PhasedString times(PhasedString next) {
    int turns =
        Long.bitCount(x & z)
            + Long.bitCount(next.x & next.z)
            + 2 * Long.bitCount(z & next.x)
            - Long.bitCount((x ^ next.x) & (z ^ next.z));
    return new PhasedString(x ^ next.x, z ^ next.z, power + next.power + turns);
  }

  PhasedString withPower(int more) {
    return new PhasedString(x, z, power + more);
  }

  /** The sign of a Hermitian string. */
  int sign() {
    return 1 - power;
  }

  boolean commutesWith(PhasedString other) {
    return ((Long.bitCount(x & other.z) ^ Long.bitCount(z & other.x)) & 1) == 0;
  }
}
