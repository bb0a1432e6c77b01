package org.backshadow.state.engine;

/** A subspace of index masks that grows until a piece of it fills the cache. */
final class PieceSpace {
  private final int qubits;
  private final int laneBits;
  private final int most;
  private final Subspace space;

  PieceSpace(int qubits, int laneBits, Planner.Blocking blocking) {
    this.qubits = qubits;
    this.laneBits = laneBits;
    boolean whole = blocking.dimension() >= qubits;
    most = (whole ? qubits : blocking.dimension()) - laneBits;
    space = new Subspace(laneBits);
    fill(whole ? qubits : Math.min(blocking.contiguous(), blocking.dimension()));
  }

  boolean contains(int mask) {
    return space.contains(mask);
  }

  /** Takes a mask in if it is there or there is room; true if it is there now. */
  boolean admits(int mask) {
    if (space.contains(mask)) {
      return true;
    }
    if (space.dimension() == most) {
      return false;
    }
    space.add(mask);
    return true;
  }

  /** The cosets of the space, filled up with single bits from the lowest. */
  Coset coset() {
    fill(qubits);
    return Coset.of(qubits, laneBits, space);
  }

  private void fill(int below) {
    for (int bit = laneBits; bit < below && space.dimension() < most; bit++) {
      admits(1 << bit);
    }
  }
}
