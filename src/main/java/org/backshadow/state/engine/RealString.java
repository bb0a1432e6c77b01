package org.backshadow.state.engine;

/**
 * A Pauli string, or -i times one, as a real matrix on the vector {@code (Re psi, Im psi)}: entry
 * {@code (a, a ^ x)} is {@code sign * (-1)^popcount(z & a)}, and a string that swaps takes the real
 * part from the imaginary one and, with the opposite sign, the imaginary part from the real one. So
 * complex numbers are one more bit of the index and every string has the same kernel.
 */
record RealString(int x, int z, boolean swaps, int sign) {
  /** {@code -i P}, with which a rotation is {@code cos(t/2) + sin(t/2) (-i P)}. */
  static RealString generator(PhasedString p) {
    int ys = Long.bitCount(p.x() & p.z()) & 3;
    return new RealString((int) p.x(), (int) p.z(), (ys & 1) == 0, ys == 0 || ys == 3 ? 1 : -1);
  }

  /** P itself. */
  static RealString observable(PhasedString p) {
    int ys = Long.bitCount(p.x() & p.z()) & 3;
    return new RealString((int) p.x(), (int) p.z(), (ys & 1) == 1, ys < 2 ? 1 : -1);
  }
}
