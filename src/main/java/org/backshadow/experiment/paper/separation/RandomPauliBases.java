package org.backshadow.experiment.paper.separation;

import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.WalshHadamard;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.RandomStream;

/**
 * Classical shadows by random Pauli bases, decoded for all strings: in each basis one transform of
 * the histogram gives the signs of all {@code 2^n} strings that it reads, each counted {@code
 * 3^weight} times. Variance of one snapshot: {@code 3^k - <P>^2}. Source: Huang, Kueng, Preskill,
 * arXiv:2002.08953.
 */
final class RandomPauliBases implements SingleCopies {
  @Override
  public double[] estimates(PreparedState state, long copies, RandomStream random) {
    int n = state.qubits();
    int[] times = new int[(int) StrictMath.pow(3, n)];
    for (long t = 0; t < copies; t++) {
      times[random.nextInt(times.length)]++;
    }
    double[] estimates = new double[1 << 2 * n];
    for (int k = 0; k < times.length; k++) {
      if (times[k] > 0) {
        Interrupts.check();
        PauliString basis = basis(n, k);
        add(state.measure(Readout.of(basis), times[k]), basis, copies, estimates);
      }
    }
    return estimates;
  }

  private static PauliString basis(int qubits, int index) {
    long x = 0;
    long z = 0;
    for (int q = 0; q < qubits; q++) {
      int letter = index % 3;
      index /= 3;
      x = x << 1 | (letter < 2 ? 1 : 0);
      z = z << 1 | (letter > 0 ? 1 : 0);
    }
    return new PauliString(qubits, x, z);
  }

  private static void add(Counts counts, PauliString basis, long copies, double[] estimates) {
    int n = basis.qubits();
    double[] signs = histogram(counts);
    WalshHadamard.transform(signs);
    for (int support = 0; support < signs.length; support++) {
      int index = (int) ((basis.z() & support) << n | basis.x() & support);
      estimates[index] += StrictMath.pow(3, Integer.bitCount(support)) * signs[support] / copies;
    }
  }

  /** The counts of all {@code 2^n} outcomes. */
  static double[] histogram(Counts counts) {
    double[] histogram = new double[1 << counts.bits()];
    for (int k = 0; k < counts.size(); k++) {
      histogram[(int) counts.outcome(k)] = counts.count(k);
    }
    return histogram;
  }
}
