package org.backshadow.outcome;

import java.util.HashSet;
import java.util.Set;
import org.backshadow.pauli.PauliString;

/**
 * The basis in which each of many copies is measured: a letter X, Y or Z for every qubit, packed
 * into masks as in {@link PauliString}. Immutable; 24 bytes a copy at most.
 *
 * <pre>{@code
 * var bases = PauliBases.of(2, new long[] {0b11, 0b00}, new long[] {0b00, 0b11});
 * bases.basis(0) // XX
 * bases.basis(1) // ZZ
 * }</pre>
 */
public final class PauliBases {
  /** 2^64 over the golden ratio: products with it differ in their high bits (Knuth). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final int MOST_IN_TABLE = 1 << 28;

  private final int qubits;
  private final long[] x;
  private final long[] z;

  /** Qubits on which X acts last, so that they report the opposite; empty for none at all. */
  private final long[] flips;

  private PauliBases(int qubits, long[] x, long[] z, long[] flips) {
    this.qubits = qubits;
    this.x = x;
    this.z = z;
    this.flips = flips;
  }

  /**
   * Bases by their masks, both arrays <i>read</i>.
   *
   * @throws IllegalArgumentException if a qubit has no letter
   */
  public static PauliBases of(int qubits, long[] x, long[] z) {
    if (x.length != z.length) {
      throw new IllegalArgumentException(x.length + " masks x but " + z.length + " masks z");
    }
    long all = -1L >>> (64 - qubits);
    for (int t = 0; t < x.length; t++) {
      if ((x[t] | z[t]) != all) {
        throw new IllegalArgumentException(
            "basis %d is %s; each of the %d qubits needs a letter X, Y or Z"
                .formatted(t, new PauliString(qubits, x[t] & all, z[t] & all), qubits));
      }
    }
    return new PauliBases(qubits, x.clone(), z.clone(), new long[0]);
  }

  /** The same bases, with X as the last gate on the qubits of these masks, <i>read</i>. */
  public PauliBases flipped(long[] flips) {
    if (flips.length != x.length) {
      throw new IllegalArgumentException(flips.length + " masks for " + x.length + " bases");
    }
    return new PauliBases(qubits, x, z, flips.clone());
  }

  /** Letters of a basis. */
  public int qubits() {
    return qubits;
  }

  /** The number of copies that are to be measured. */
  public int size() {
    return x.length;
  }

  /** The qubits whose letter is X or Y. */
  public long x(int t) {
    return x[t];
  }

  /** The qubits whose letter is Z or Y. */
  public long z(int t) {
    return z[t];
  }

  /** The qubits that report the opposite of what they would. */
  public long flips(int t) {
    return flips.length == 0 ? 0 : flips[t];
  }

  /** The letters of one copy. */
  public PauliString basis(int t) {
    return new PauliString(qubits, x[t], z[t]);
  }

  /** The number of different circuits that these are. */
  public int distinct() {
    boolean plain = flips.length == 0;
    if (plain && qubits <= 31 && x.length <= MOST_IN_TABLE) {
      return distinctPacked();
    }
    record Setting(long x, long z, long flips) {}
    Set<Setting> settings = new HashSet<>();
    for (int t = 0; t < x.length; t++) {
      settings.add(new Setting(x[t], z[t], flips(t)));
    }
    return settings.size();
  }

  /** By a table with open addressing; no basis is 0, so that 0 stands for a free place. */
  private int distinctPacked() {
    int places = Integer.highestOneBit(x.length | 1) << 2;
    long[] table = new long[places];
    int distinct = 0;
    for (int t = 0; t < x.length; t++) {
      long packed = x[t] << qubits | z[t];
      int at = (int) (packed * GOLDEN >>> 32) & places - 1;
      while (table[at] != 0 && table[at] != packed) {
        at = at + 1 & places - 1;
      }
      distinct += table[at] == 0 ? 1 : 0;
      table[at] = packed;
    }
    return distinct;
  }

  @Override
  public String toString() {
    return size() + " bases of " + qubits + " qubits";
  }
}
