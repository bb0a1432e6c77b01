package org.backshadow.outcome;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.backshadow.pauli.PauliString;

/**
 * The basis in which each of many copies is measured: a letter X, Y or Z for every qubit, packed
 * into masks as in {@link PauliString}. Immutable; 24 bytes a copy at most.
 */
public final class PauliBases {
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
    if (plain && qubits <= 31) {
      long[] packed = new long[x.length];
      Arrays.setAll(packed, t -> x[t] << qubits | z[t]);
      Arrays.sort(packed);
      int distinct = 0;
      for (int t = 0; t < packed.length; t++) {
        distinct += t == 0 || packed[t] != packed[t - 1] ? 1 : 0;
      }
      return distinct;
    }
    record Setting(long x, long z, long flips) {}
    Set<Setting> settings = new HashSet<>();
    for (int t = 0; t < x.length; t++) {
      settings.add(new Setting(x[t], z[t], flips(t)));
    }
    return settings.size();
  }

  @Override
  public String toString() {
    return size() + " bases of " + qubits + " qubits";
  }
}
