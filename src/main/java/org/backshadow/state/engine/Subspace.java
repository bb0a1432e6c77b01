package org.backshadow.state.engine;

import java.util.Arrays;

/**
 * A space of bit masks under exclusive or, in a basis where each vector alone has a 1 at its pivot.
 * The lowest bits, the lanes, belong to every such space and have no basis vector here.
 */
final class Subspace {
  private final int lanes;
  private int[] basis = new int[0];
  private int[] pivots = new int[0];

  Subspace(int lanes) {
    this.lanes = lanes;
  }

  int dimension() {
    return basis.length;
  }

  /** Sums of basis vectors removed: what is left of a mask beyond the lanes is outside. */
  boolean contains(int mask) {
    return rest(mask) >>> lanes == 0;
  }

  /** What is left of a mask when basis vectors have cleared all its pivots. */
  int rest(int mask) {
    int rest = mask;
    for (int j = 0; j < basis.length; j++) {
      if ((mask >>> pivots[j] & 1) == 1) {
        rest ^= basis[j];
      }
    }
    return rest;
  }

  /** Takes a mask in; it must lie outside. */
  void add(int mask) {
    int added = rest(mask);
    int pivot = lanes + Integer.numberOfTrailingZeros(added >>> lanes);
    int at = 0;
    while (at < pivots.length && pivots[at] < pivot) {
      at++;
    }
    for (int j = 0; j < basis.length; j++) {
      if ((basis[j] >>> pivot & 1) == 1) {
        basis[j] ^= added;
      }
    }
    basis = inserted(basis, at, added);
    pivots = inserted(pivots, at, pivot);
  }

  private static int[] inserted(int[] array, int at, int value) {
    int[] longer = Arrays.copyOf(array, array.length + 1);
    System.arraycopy(array, at, longer, at + 1, array.length - at);
    longer[at] = value;
    return longer;
  }

  int vector(int j) {
    return basis[j];
  }

  /** All pivots as one mask. */
  int pivots() {
    int mask = 0;
    for (int pivot : pivots) {
      mask |= 1 << pivot;
    }
    return mask;
  }

  /** The coordinates of a mask of this space: bit j for basis vector j. */
  int coordinates(int mask) {
    int coordinates = 0;
    for (int j = 0; j < pivots.length; j++) {
      coordinates |= (mask >>> pivots[j] & 1) << j;
    }
    return coordinates;
  }

  /** Bit j is the parity of {@code z & vector(j)}: how a sign mask reads in coordinates. */
  int signs(int z) {
    int signs = 0;
    for (int j = 0; j < basis.length; j++) {
      signs |= (Integer.bitCount(basis[j] & z) & 1) << j;
    }
    return signs;
  }
}
