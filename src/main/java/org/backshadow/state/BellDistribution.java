package org.backshadow.state;

import java.util.random.RandomGenerator;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.Multinomial;
import org.backshadow.outcome.WalshHadamard;
import org.backshadow.resources.Interrupts;

/**
 * The exact outcomes of a Bell measurement between two pure states on n qubits each, without the
 * {@code 4^n} amplitudes of the pair.
 *
 * <p><b>Formula</b>: {@code p(a, b) = 2^-n |sum_j (-1)^{b.j} psi_{j^a} phi_j|^2}. The distribution
 * of a alone is a correlation of two probability vectors, one transform; given a, that of b is one
 * transform more. An outcome is {@code a 2^n + b}. <b>Cost</b>: {@code n 2^n} steps for each
 * different a that comes out, {@code 64 * 2^n} bytes. Mixed states: {@link
 * DensityMatrix#bellDistribution}. <b>Source</b>: Montanaro, arXiv:1707.04012.
 *
 * <pre>{@code
 * StateVector psi = state(circuit(1).ry(0, 0.7));
 * BellDistribution.of(psi, psi).probabilities() // [0.5, 0.2925, 0.2075, 0.0]
 * }</pre>
 */
public final class BellDistribution {
  /** State vectors worth of memory that drawing takes beside the states themselves. */
  private static final int WORK = 4;

  private final Amplitudes first;
  private final Amplitudes second;

  private BellDistribution(Amplitudes first, Amplitudes second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Between a copy of each of two states.
   *
   * @throws IllegalArgumentException if their numbers of qubits differ or memory is short
   */
  public static BellDistribution of(StateVector first, StateVector second) {
    if (first.qubits() != second.qubits()) {
      throw new IllegalArgumentException(
          "a Bell measurement pairs equal qubits; the states have %d and %d"
              .formatted(first.qubits(), second.qubits()));
    }
    MemoryLimit.require(first.qubits(), WORK);
    return new BellDistribution(first.amplitudes(), second.amplitudes());
  }

  /** So many exact draws: 2n bits, those of a leftmost. */
  public Counts draw(long pairs, RandomGenerator random) {
    int n = first.qubits();
    Counts drawn = new Multinomial(marginal()).draw(pairs, random);
    var counts = new Counts.Builder(2 * n);
    for (int k = 0; k < drawn.size(); k++) {
      Interrupts.check();
      int a = (int) drawn.outcome(k);
      Counts given = new Multinomial(joint(a)).draw(drawn.count(k), random);
      for (int i = 0; i < given.size(); i++) {
        counts.add((long) a << n | given.outcome(i), given.count(i));
      }
    }
    return counts.build();
  }

  /** All {@code 4^n} probabilities in the order of the outcomes. */
  public double[] probabilities() {
    int n = first.qubits();
    MemoryLimit.require(2 * n, 1);
    double[] all = new double[1 << 2 * n];
    for (int a = 0; a < 1 << n; a++) {
      System.arraycopy(joint(a), 0, all, a << n, 1 << n);
    }
    return all;
  }

  /** The probabilities of a. */
  private double[] marginal() {
    double[] p = first.probabilities();
    double[] q = second.probabilities();
    WalshHadamard.transform(p);
    WalshHadamard.transform(q);
    for (int i = 0; i < p.length; i++) {
      p[i] *= q[i] / p.length;
    }
    WalshHadamard.transform(p);
    for (int i = 0; i < p.length; i++) {
      // What cancels exactly may leave a rounding error below 0.
      p[i] = Math.max(0, p[i]);
    }
    return p;
  }

  /** The probabilities of a together with each b. */
  private double[] joint(int a) {
    int dimension = first.re.length;
    double[] re = new double[dimension];
    double[] im = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      int i = j ^ a;
      re[j] = first.re[i] * second.re[j] - first.im[i] * second.im[j];
      im[j] = first.re[i] * second.im[j] + first.im[i] * second.re[j];
    }
    WalshHadamard.transform(re);
    WalshHadamard.transform(im);
    for (int b = 0; b < dimension; b++) {
      re[b] = (re[b] * re[b] + im[b] * im[b]) / dimension;
    }
    return re;
  }
}
