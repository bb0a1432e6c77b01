package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.SignedPauli;

/**
 * The {@code 2^n} strings with signs that n commuting ones generate, in echelon form. Immutable.
 */
final class StabilizerGroup {
  private final int qubits;
  private final long[] x;
  private final long[] z;

  /** Bit i: generator i has the sign -1. */
  private final long negative;

  private StabilizerGroup(int qubits, long[] x, long[] z, long negative) {
    this.qubits = qubits;
    this.x = x;
    this.z = z;
    this.negative = negative;
  }

  /** What is done with a member, given by its masks and its sign, 1 or -1. */
  interface Member {
    void at(long x, long z, int sign);
  }

  /**
   * The group of some generators.
   *
   * @throws IllegalArgumentException unless they are n strings of n qubits that commute and are
   *     independent
   */
  static StabilizerGroup of(List<SignedPauli> generators) {
    int n = generators.get(0).string().qubits();
    if (generators.size() != n) {
      throw new IllegalArgumentException(
          "%d strings; a snapshot of %d qubits has %d".formatted(generators.size(), n, n));
    }
    for (SignedPauli a : generators) {
      for (SignedPauli b : generators) {
        if (!a.string().commutesWith(b.string())) {
          throw new IllegalArgumentException(a + " and " + b + " do not commute");
        }
      }
    }
    var rows = new ArrayList<>(generators);
    for (int r = 0; r < n; r++) {
      int most = r;
      for (int i = r + 1; i < n; i++) {
        most = larger(rows.get(i).string(), rows.get(most).string()) ? i : most;
      }
      SignedPauli pivot = rows.get(most);
      rows.set(most, rows.get(r));
      rows.set(r, pivot);
      if (pivot.string().isIdentity()) {
        throw new IllegalArgumentException(generators + " are not independent");
      }
      for (int i = r + 1; i < n; i++) {
        if (leads(pivot.string(), rows.get(i).string().x(), rows.get(i).string().z())) {
          rows.set(i, rows.get(i).times(pivot));
        }
      }
    }
    long negative = 0;
    for (int i = 0; i < n; i++) {
      negative |= rows.get(i).negative() ? 1L << i : 0;
    }
    return new StabilizerGroup(
        n,
        rows.stream().mapToLong(row -> row.string().x()).toArray(),
        rows.stream().mapToLong(row -> row.string().z()).toArray(),
        negative);
  }

  private static boolean larger(PauliString a, PauliString b) {
    return a.x() != b.x() ? a.x() > b.x() : a.z() > b.z();
  }

  private static boolean leads(PauliString pivot, long x, long z) {
    return leads(pivot.x(), pivot.z(), x, z);
  }

  /** True if the masks have the first bit of a row, x before z. */
  private static boolean leads(long rowX, long rowZ, long x, long z) {
    return rowX != 0 ? (x & Long.highestOneBit(rowX)) != 0 : (z & Long.highestOneBit(rowZ)) != 0;
  }

  /** The sign of a string in the group, 1 or -1; 0 if it is not a member. */
  int sign(PauliString string) {
    long restX = string.x();
    long restZ = string.z();
    int phase = 0;
    for (int i = 0; i < qubits; i++) {
      if (leads(x[i], z[i], restX, restZ)) {
        phase += phase(restX, restZ, i);
        restX ^= x[i];
        restZ ^= z[i];
      }
    }
    return (restX | restZ) != 0 ? 0 : (phase & 3) == 0 ? 1 : -1;
  }

  /** The power of i in front of a string times generator i, its sign included. */
  private int phase(long leftX, long leftZ, int i) {
    return Long.bitCount(leftX & leftZ)
        + Long.bitCount(x[i] & z[i])
        + 2 * Long.bitCount(leftZ & x[i])
        - Long.bitCount((leftX ^ x[i]) & (leftZ ^ z[i]))
        + 2 * (int) (negative >>> i & 1);
  }

  /** Goes over all members, each from the one before by one generator (Gray's code). */
  void forEachMember(Member member) {
    long memberX = 0;
    long memberZ = 0;
    int phase = 0;
    member.at(0, 0, 1);
    for (long k = 1; k < 1L << qubits; k++) {
      int i = Long.numberOfTrailingZeros(k);
      phase += phase(memberX, memberZ, i);
      memberX ^= x[i];
      memberZ ^= z[i];
      member.at(memberX, memberZ, (phase & 3) == 0 ? 1 : -1);
    }
  }

  List<SignedPauli> generators() {
    var generators = new ArrayList<SignedPauli>();
    for (int i = 0; i < qubits; i++) {
      boolean minus = (negative >>> i & 1) == 1;
      generators.add(new SignedPauli(new PauliString(qubits, x[i], z[i]), minus));
    }
    return generators;
  }
}
