package org.backshadow.shadow;

import java.util.random.RandomGenerator;
import org.backshadow.circuit.Circuit;

/**
 * A uniformly random Clifford unitary as a circuit of H, S, CX and SWAP, up to Pauli gates and
 * phases, which only relabel the outcomes of a measurement.
 *
 * <p>For one qubit after the other two random anticommuting strings on the qubits that are left are
 * drawn, and gates are found that turn them into X and Z of that qubit. At most {@code n^2 + O(n)}
 * gates. <b>Source</b>: E. van den Berg, arXiv:2008.06011.
 */
final class RandomClifford {
  private final int qubits;
  private Circuit circuit;

  /** The two strings, as masks with qubit 0 as the most significant bit. */
  private long x;

  private long z;
  private long partnerX;
  private long partnerZ;

  private RandomClifford(int qubits) {
    this.qubits = qubits;
    this.circuit = Circuit.of(qubits);
  }

  static Circuit draw(int qubits, RandomGenerator random) {
    var clifford = new RandomClifford(qubits);
    for (int q = 0; q < qubits; q++) {
      clifford.drawPair(q, random);
      clifford.toX(q);
      if (clifford.partnerX != 0 || clifford.partnerZ != clifford.bit(q)) {
        clifford.h(q);
        clifford.exchange();
        clifford.toX(q);
        clifford.exchange();
        clifford.h(q);
      }
    }
    return clifford.circuit;
  }

  private void drawPair(int q, RandomGenerator random) {
    long mask = -1L >>> (64 - (qubits - q));
    do {
      x = random.nextLong() & mask;
      z = random.nextLong() & mask;
    } while ((x | z) == 0);
    do {
      partnerX = random.nextLong() & mask;
      partnerZ = random.nextLong() & mask;
    } while (((Long.bitCount(x & partnerZ) + Long.bitCount(z & partnerX)) & 1) == 0);
  }

  private void exchange() {
    long keptX = x;
    long keptZ = z;
    x = partnerX;
    z = partnerZ;
    partnerX = keptX;
    partnerZ = keptZ;
  }

  /** Turns the first string into X of a qubit; if the partner is Z of it, it stays that. */
  private void toX(int q) {
    for (int j = q; j < qubits; j++) {
      if ((z & bit(j)) != 0) {
        if ((x & bit(j)) != 0) {
          s(j);
        } else {
          h(j);
        }
      }
    }
    // Pairs of X's become one, half of them in each layer; the first stays to the end.
    while (Long.bitCount(x) > 1) {
      int control = -1;
      for (int j = q; j < qubits; j++) {
        if ((x & bit(j)) != 0) {
          if (control < 0) {
            control = j;
          } else {
            cx(control, j);
            control = -1;
          }
        }
      }
    }
    int last = qubits - 1 - Long.numberOfTrailingZeros(x);
    if (last != q) {
      swap(q, last);
    }
  }

  private long bit(int qubit) {
    return 1L << (qubits - 1 - qubit);
  }

  private void h(int q) {
    circuit = circuit.h(q);
    long swap = (x ^ z) & bit(q);
    x ^= swap;
    z ^= swap;
    long swapPartner = (partnerX ^ partnerZ) & bit(q);
    partnerX ^= swapPartner;
    partnerZ ^= swapPartner;
  }

  private void s(int q) {
    circuit = circuit.s(q);
    z ^= x & bit(q);
    partnerZ ^= partnerX & bit(q);
  }

  private void cx(int control, int target) {
    circuit = circuit.cx(control, target);
    x ^= (x & bit(control)) != 0 ? bit(target) : 0;
    z ^= (z & bit(target)) != 0 ? bit(control) : 0;
    partnerX ^= (partnerX & bit(control)) != 0 ? bit(target) : 0;
    partnerZ ^= (partnerZ & bit(target)) != 0 ? bit(control) : 0;
  }

  private void swap(int a, int b) {
    circuit = circuit.swap(a, b);
    x = exchanged(x, a, b);
    z = exchanged(z, a, b);
    partnerX = exchanged(partnerX, a, b);
    partnerZ = exchanged(partnerZ, a, b);
  }

  private long exchanged(long mask, int a, int b) {
    boolean different = (mask & bit(a)) == 0 != ((mask & bit(b)) == 0);
    return different ? mask ^ bit(a) ^ bit(b) : mask;
  }
}
