package org.backshadow.outcome;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import org.backshadow.resources.Interrupts;

/**
 * Exact draws of many shots from a distribution over bit strings: shots are split down the binary
 * tree of prefixes by binomial draws, so the cost is at most the smaller of shots times bits and
 * the number of strings. Of many strings the last levels are replaced by a search.
 *
 * <pre>{@code
 * var distribution = new Multinomial(new double[] {0.5, 0, 0.25, 0.25});
 * distribution.draw(1000, new Seed(7).random()).count("10") // 246
 * }</pre>
 */
public final class Multinomial {
  /** Up to so many outcomes every shot goes down the tree to the end. */
  private static final int SMALL = 1 << 14;

  /** Beyond, the last so many outcomes are searched: a number for a shot instead of one a level. */
  private static final int BLOCK = 64;

  private final int bits;

  /** The total of each inner node: node k has the children 2k and 2k+1, from 2^bits on leaves. */
  private final double[] total;

  private final double[] leaf;

  /**
   * Takes {@code 2^bits} probabilities, <i>read</i> and kept: not to be changed afterwards. They
   * need not sum to exactly 1.
   */
  public Multinomial(double[] probabilities) {
    leaf = requireNonNull(probabilities, "probabilities");
    bits = Integer.numberOfTrailingZeros(leaf.length);
    total = new double[leaf.length];
    for (int node = leaf.length - 1; node > 0; node--) {
      total[node] = weight(2 * node) + weight(2 * node + 1);
    }
    double all = weight(1);
    if (Integer.bitCount(leaf.length) != 1 || !(all > 0) || !Double.isFinite(all)) {
      throw new IllegalArgumentException(
          "%d probabilities with sum %s; 2^bits numbers with a positive sum are needed"
              .formatted(leaf.length, all));
    }
  }

  private double weight(int node) {
    return node < leaf.length ? total[node] : leaf[node - leaf.length];
  }

  /** The outcomes of so many shots. */
  public Counts draw(long shots, RandomGenerator random) {
    if (shots < 0) {
      throw new IllegalArgumentException(shots + " shots; the number of shots is at least 0");
    }
    var counts = new Counts.Builder(bits);
    split(1, shots, random, counts);
    return counts.build();
  }

  /** Draws few shots among the outcomes below a node by its running sum. */
  private void search(int node, int shots, RandomGenerator random, Counts.Builder counts) {
    int count = Integer.highestOneBit(leaf.length) / Integer.highestOneBit(node);
    int first = node * count - leaf.length;
    double[] until = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += leaf[first + i];
      until[i] = sum;
    }
    int[] drawn = new int[count];
    for (int shot = 0; shot < shots; shot++) {
      double chance = random.nextDouble() * sum;
      int at = 0;
      for (int step = count / 2; step > 0; step /= 2) {
        at += until[at + step - 1] <= chance ? step : 0;
      }
      drawn[at]++;
    }
    for (int i = 0; i < count; i++) {
      if (drawn[i] > 0) {
        counts.add(first + i, drawn[i]);
      }
    }
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
    if (leaves > SMALL && node >= leaves / BLOCK && shots <= 4 * BLOCK) {
      search(node, (int) shots, random, counts);
      return;
    }
    long left = Binomial.draw(shots, weight(2 * node) / total[node], random);
    split(2 * node, left, random, counts);
    split(2 * node + 1, shots - left, random, counts);
  }
}
