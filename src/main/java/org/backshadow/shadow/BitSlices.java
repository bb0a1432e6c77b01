package org.backshadow.shadow;

import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;

/**
 * Snapshots in product bases turned on their side: for every qubit and letter a bit for each
 * snapshot, 64 to a word. A string's hits are the AND of its letters' words, its signs the XOR of
 * the outcomes' words, so 64 snapshots cost a few operations for each letter.
 */
final class BitSlices {
  private static final String LETTERS = "XYZ";
  private final int size;

  /** By qubit and letter. */
  private final long[][][] letters;

  /** By qubit: outcome 1. */
  private final long[][] outcomes;

  BitSlices(PauliBases bases, long[] outcome) {
    size = bases.size();
    int words = (size + 63) >>> 6;
    int qubits = bases.qubits();
    letters = new long[qubits][3][words];
    outcomes = new long[qubits][words];
    long[] x = new long[64];
    long[] z = new long[64];
    long[] b = new long[64];
    for (int w = 0; w < words; w++) {
      for (int k = 0; k < 64; k++) {
        int t = (w << 6) + k;
        x[k] = t < size ? bases.x(t) : 0;
        z[k] = t < size ? bases.z(t) : 0;
        b[k] = t < size ? outcome[t] : 0;
      }
      transpose(x);
      transpose(z);
      transpose(b);
      for (int q = 0; q < qubits; q++) {
        int bit = qubits - 1 - q;
        letters[q][0][w] = x[bit] & ~z[bit];
        letters[q][1][w] = x[bit] & z[bit];
        letters[q][2][w] = z[bit] & ~x[bit];
        outcomes[q][w] = b[bit];
      }
    }
  }

  /**
   * Overwrites a 64 x 64 matrix of bits by its transpose: bit k of word i becomes bit i of word k.
   * Blocks of half the size are exchanged, then the blocks within them (H. S. Warren, Hacker's
   * Delight, section 7-3).
   */
  private static void transpose(long[] rows) {
    long mask = 0xFFFFFFFFL;
    for (int width = 32; width > 0; width >>>= 1, mask ^= mask << width) {
      for (int i = 0; i < 64; i = (i + width + 1) & ~width) {
        long swap = (rows[i] >>> width ^ rows[i + width]) & mask;
        rows[i] ^= swap << width;
        rows[i + width] ^= swap;
      }
    }
  }

  Snapshots.Tally tally(PauliString string, int from, int to) {
    var columns = new Columns(string);
    int last = (to - 1) >>> 6;
    long hits = 0;
    long negative = 0;
    for (int w = from >>> 6; w <= last && from < to; w++) {
      long read = columns.read(w);
      read &= w == from >>> 6 ? -1L << from : -1L;
      read &= w == last ? -1L >>> (63 - (to - 1 & 63)) : -1L;
      if (read != 0) {
        hits += Long.bitCount(read);
        negative += Long.bitCount(read & columns.odd(w));
      }
    }
    return new Snapshots.Tally(to - from, hits, negative);
  }

  void forEach(PauliString string, Snapshots.Reading reading) {
    var columns = new Columns(string);
    for (int w = 0; w << 6 < size; w++) {
      long read = columns.read(w);
      if (read != 0) {
        long odd = columns.odd(w);
        for (long left = read; left != 0; left &= left - 1) {
          int k = Long.numberOfTrailingZeros(left);
          reading.at((w << 6) + k, 1 - 2 * (int) (odd >>> k & 1));
        }
      }
    }
  }

  /** The words that a string looks at. */
  private final class Columns {
    private final long[][] letter;
    private final long[][] outcome;

    Columns(PauliString string) {
      int weight = string.weight();
      letter = new long[weight][];
      outcome = new long[weight][];
      int k = 0;
      for (int q = 0; q < string.qubits(); q++) {
        int which = LETTERS.indexOf(string.letter(q));
        if (which >= 0) {
          letter[k] = letters[q][which];
          outcome[k++] = outcomes[q];
        }
      }
    }

    /** The snapshots of a word that read the string. */
    long read(int w) {
      long read = letter.length > 0 ? -1L : size - (w << 6) >= 64 ? -1L : -1L >>> (64 - size);
      for (long[] column : letter) {
        read &= column[w];
      }
      return read;
    }

    /** Those of them that, if they read it, read it as -1. */
    long odd(int w) {
      long odd = 0;
      for (long[] column : outcome) {
        odd ^= column[w];
      }
      return odd;
    }
  }
}
