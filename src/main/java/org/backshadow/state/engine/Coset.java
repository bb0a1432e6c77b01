package org.backshadow.state.engine;

/**
 * How a state is cut into pieces that fit into the cache: the cosets of a subspace of index masks.
 * A string whose flips lie in the subspace maps every coset to itself.
 *
 * <p>Element {@code v * width + l} of a piece, v counting sums of basis vectors and l the lanes, is
 * the amplitude with index {@code start ^ offset[v] ^ l}.
 */
final class Coset {
  private final int qubits;
  private final int laneBits;
  private final Subspace space;
  private final int[] offset;
  private final int run;
  private final int free;

  private Coset(int qubits, int laneBits, Subspace space) {
    this.qubits = qubits;
    this.laneBits = laneBits;
    this.space = space;
    offset = new int[1 << space.dimension()];
    for (int v = 1; v < offset.length; v++) {
      int lowest = Integer.numberOfTrailingZeros(v);
      offset[v] = offset[v & (v - 1)] ^ space.vector(lowest);
    }
    int contiguous = 0;
    while (contiguous < space.dimension()
        && space.vector(contiguous) == 1 << (laneBits + contiguous)) {
      contiguous++;
    }
    run = 1 << contiguous;
    free = (1 << qubits) - 1 & ~space.pivots() & -(1 << laneBits);
  }

  static Coset of(int qubits, int laneBits, Subspace space) {
    return new Coset(qubits, laneBits, space);
  }

  boolean isWhole() {
    return space.dimension() + laneBits == qubits;
  }

  /** Rows of a piece: {@code 2^dimension}, each as wide as the lanes. */
  int rows() {
    return offset.length;
  }

  int offset(int row) {
    return offset[row];
  }

  /** So many rows in a row lie side by side in the state. */
  int run() {
    return run;
  }

  int count() {
    return 1 << (qubits - laneBits - space.dimension());
  }

  /** The index where coset number k starts: the bits of k spread over those that are no pivots. */
  int start(int k) {
    int start = 0;
    int bits = k;
    for (int rest = free; bits != 0; rest &= rest - 1) {
      if ((bits & 1) == 1) {
        start |= Integer.lowestOneBit(rest);
      }
      bits >>>= 1;
    }
    return start;
  }

  /** A string in the coordinates of a piece. */
  LocalString local(RealString string) {
    int lanes = (1 << laneBits) - 1;
    int component = string.swaps() ? rows() : 0;
    return new LocalString(
        space.coordinates(string.x()) | component,
        space.rest(string.x()) & lanes,
        space.signs(string.z()) | component,
        string.z() & lanes,
        string.z());
  }
}
