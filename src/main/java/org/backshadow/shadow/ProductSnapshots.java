package org.backshadow.shadow;

import java.util.Arrays;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Once;

/**
 * Snapshots in product bases of Pauli letters: a string is read where the letters agree on its
 * support. 24 bytes a snapshot, and half a byte for each qubit when the first string is read.
 */
final class ProductSnapshots implements Snapshots {
  private final PauliBases bases;
  private final long[] outcomes;
  private final Once<BitSlices> slices;

  /** Takes the outcomes, <i>read</i> and kept. */
  ProductSnapshots(PauliBases bases, long[] outcomes) {
    this.bases = bases;
    this.outcomes = outcomes;
    this.slices = Once.of(() -> new BitSlices(bases, outcomes));
  }

  PauliBases bases() {
    return bases;
  }

  @Override
  public int qubits() {
    return bases.qubits();
  }

  @Override
  public int size() {
    return bases.size();
  }

  @Override
  public void forEach(PauliString string, Reading reading) {
    Interrupts.check();
    slices.get().forEach(string, reading);
  }

  @Override
  public Tally tally(PauliString string, int from, int to) {
    return slices.get().tally(string, from, to);
  }

  @Override
  public Snapshots then(Snapshots more) {
    var next = (ProductSnapshots) more;
    int size = Math.addExact(size(), next.size());
    long[] x = new long[size];
    long[] z = new long[size];
    long[] all = Arrays.copyOf(outcomes, size);
    for (int t = 0; t < size; t++) {
      boolean here = t < size();
      PauliBases from = here ? bases : next.bases;
      int at = here ? t : t - size();
      x[t] = from.x(at);
      z[t] = from.z(at);
      all[t] = here ? all[t] : next.outcomes[at];
    }
    return new ProductSnapshots(PauliBases.of(qubits(), x, z), all);
  }

  @Override
  public String text(int t) {
    return bases.basis(t) + " " + Counts.bitString(outcomes[t], qubits());
  }

  @Override
  public long[] signSums() {
    int n = qubits();
    long[] sums = new long[1 << 2 * n];
    for (int t = 0; t < size(); t++) {
      if ((t & 1023) == 0) {
        Interrupts.check();
      }
      long x = bases.x(t);
      long z = bases.z(t);
      // The strings that the basis reads are those with its letters on some of the qubits.
      for (long support = 0; support < 1L << n; support++) {
        int sign = 1 - 2 * (Long.bitCount(support & outcomes[t]) & 1);
        sums[(int) ((x & support) << n | z & support)] += sign;
      }
    }
    return sums;
  }

  /** The sign of a string that snapshot t reads, 0 if it does not. */
  int sign(int t, PauliString string) {
    return bases.basis(t).qubitWiseCommutesWith(string) ? Readout.sign(string, outcomes[t]) : 0;
  }
}
