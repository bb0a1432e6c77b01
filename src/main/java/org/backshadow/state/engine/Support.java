package org.backshadow.state.engine;

import java.util.List;
import java.util.stream.IntStream;

/** The indices that a state prepared from {@code |0...0>} can have got to: sums of flips so far. */
final class Support {
  private final int qubits;
  private final int laneBits;
  private final Subspace reached;

  Support(int qubits, int laneBits) {
    this.qubits = qubits;
    this.laneBits = laneBits;
    this.reached = new Subspace(laneBits);
  }

  /** The state has gone through these rotations. */
  void grow(List<PhasedString> strings) {
    for (PhasedString string : strings) {
      if (!reached.contains((int) string.x())) {
        reached.add((int) string.x());
      }
    }
  }

  /** Where the cosets start that the support touches, in ascending order. */
  int[] starts(Coset coset) {
    var touched = new Subspace(laneBits);
    for (int j = 0; j < reached.dimension(); j++) {
      include(touched, reached.vector(j));
    }
    for (int v = 1; v < coset.rows(); v <<= 1) {
      include(touched, coset.offset(v));
    }
    return IntStream.range(0, coset.count()).map(coset::start).filter(touched::contains).toArray();
  }

  private static void include(Subspace space, int mask) {
    if (!space.contains(mask)) {
      space.add(mask);
    }
  }
}
