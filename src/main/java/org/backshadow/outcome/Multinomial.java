package org.backshadow.outcome;

import java.util.random.RandomGenerator;
import org.backshadow.resources.Interrupts;

/**
 * Exact draws of many shots from a distribution over bit strings: shots are split down the binary
 * tree of prefixes by binomial draws, so the cost is at most the smaller of shots times bits and
 * the number of strings.
 */
public final class Multinomial {
  private final int bits;

  /** The total of each inner node: node k has the children 2k and 2k+1, from 2^bits on leaves. */
  private final double[] total;

  private final double[] leaf;

  /**
   * Takes {@code 2^bits} probabilities, <i>read</i> and kept: not to be changed afterwards. They
   * need not sum to exactly 1.
   */
  public Multinomial(double[] probabilities) {
    leaf = probabilities;
    bits = Integer.numberOfTrailingZeros(leaf.length);
    total = new double[leaf.length];
    for (int node = leaf.length - 1; node > 0; node--) {
      total[node] = weight(2 * node) + weight(2 * node + 1);
    }
  }

  private double weight(int node) {
    return node < leaf.length ? total[node] : leaf[node - leaf.length];
  }

  /** The outcomes of so many shots. */
  public Counts draw(long shots, RandomGenerator random) {
    var counts = new Counts.Builder(bits);
    split(1, shots, random, counts);
    return counts.build();
  }

  private void split(int node, long shots, RandomGenerator random, Counts.Builder counts) {
    if (shots == 0) {
      return;
    }
    int leaves = leaf.length;
    if (node >= leaves) {
      counts.add(node - leaves, shots);
      return;
    }
    if (node < 4096) {
      Interrupts.check();
    }
    long left = Binomial.draw(shots, weight(2 * node) / total[node], random);
    split(2 * node, left, random, counts);
    split(2 * node + 1, shots - left, random, counts);
  }
}
