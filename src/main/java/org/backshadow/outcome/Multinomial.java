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

  /** Node k has children 2k and 2k+1; leaf i is node 2^bits + i. */
  private final double[] weight;

  /** Takes {@code 2^bits} probabilities, <i>read</i>; they need not sum to exactly 1. */
  public Multinomial(double[] probabilities) {
    int leaves = probabilities.length;
    bits = Integer.numberOfTrailingZeros(leaves);
    weight = new double[2 * leaves];
    System.arraycopy(probabilities, 0, weight, leaves, leaves);
    for (int node = leaves - 1; node > 0; node--) {
      weight[node] = weight[2 * node] + weight[2 * node + 1];
    }
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
    int leaves = weight.length / 2;
    if (node >= leaves) {
      counts.add(node - leaves, shots);
      return;
    }
    if (node < 4096) {
      Interrupts.check();
    }
    long left = Binomial.draw(shots, weight[2 * node] / weight[node], random);
    split(2 * node, left, random, counts);
    split(2 * node + 1, shots - left, random, counts);
  }
}
