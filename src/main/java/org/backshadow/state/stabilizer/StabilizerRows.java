package org.backshadow.state.stabilizer;

import java.util.List;
import java.util.random.RandomGenerator;
import org.backshadow.pauli.SignedPauli;

/** Stabilizers as bit masks that elimination overwrites. */
final class StabilizerRows {
  private final int qubits;
  private final long[] x;
  private final long[] z;
  private final boolean[] negative;

  StabilizerRows(List<SignedPauli> generators) {
    qubits = generators.size();
    x = generators.stream().mapToLong(g -> g.string().x()).toArray();
    z = generators.stream().mapToLong(g -> g.string().z()).toArray();
    negative = new boolean[qubits];
    for (int i = 0; i < qubits; i++) {
      negative[i] = generators.get(i).negative();
    }
  }

  /** Turns the letters of a basis, by its masks, into Z: S-dagger where it is Y, H where X or Y. */
  void turn(long basisX, long basisZ) {
    long y = basisX & basisZ;
    for (int i = 0; i < qubits; i++) {
      int flips = Long.bitCount(x[i] & ~z[i] & y);
      z[i] ^= x[i] & y;
      flips += Long.bitCount(x[i] & z[i] & basisX);
      long swap = (x[i] ^ z[i]) & basisX;
      x[i] ^= swap;
      z[i] ^= swap;
      negative[i] ^= (flips & 1) == 1;
    }
  }

  /**
   * A draw from the measurement of all qubits: uniform over the bit strings that agree with the
   * stabilizers without X and Y.
   */
  long outcome(RandomGenerator random) {
    int diagonal = eliminate(x, 0, false);
    long outcome = random.nextLong() >>> (64 - qubits);
    eliminate(z, diagonal, true);
    for (int row = diagonal; row < qubits; row++) {
      long pivot = Long.highestOneBit(z[row]);
      boolean odd = (Long.bitCount(z[row] & outcome & ~pivot) & 1) == 1;
      outcome = odd ^ negative[row] ? outcome | pivot : outcome & ~pivot;
    }
    return outcome;
  }

  /**
   * Makes each leading bit of a mask, from a row on, the only one of its column, in the rows below
   * or in all from there on. Returns the first row without a leading bit.
   */
  private int eliminate(long[] mask, int first, boolean above) {
    int rank = first;
    for (long bit = 1L << (qubits - 1); bit != 0 && rank < qubits; bit >>>= 1) {
      int pivot = rank;
      while (pivot < qubits && (mask[pivot] & bit) == 0) {
        pivot++;
      }
      if (pivot == qubits) {
        continue;
      }
      swap(pivot, rank);
      for (int row = above ? first : rank + 1; row < qubits; row++) {
        if (row != rank && (mask[row] & bit) != 0) {
          multiply(row, rank);
        }
      }
      rank++;
    }
    return rank;
  }

  private void swap(int a, int b) {
    long keptX = x[a];
    long keptZ = z[a];
    boolean kept = negative[a];
    x[a] = x[b];
    z[a] = z[b];
    negative[a] = negative[b];
    x[b] = keptX;
    z[b] = keptZ;
    negative[b] = kept;
  }

  /** Row a becomes the product of a and b, which commute. */
  private void multiply(int a, int b) {
    int phase =
        Long.bitCount(x[a] & z[a])
            + Long.bitCount(x[b] & z[b])
            + 2 * Long.bitCount(z[a] & x[b])
            - Long.bitCount((x[a] ^ x[b]) & (z[a] ^ z[b]));
    negative[a] ^= negative[b] ^ (phase & 3) == 2;
    x[a] ^= x[b];
    z[a] ^= z[b];
  }
}
