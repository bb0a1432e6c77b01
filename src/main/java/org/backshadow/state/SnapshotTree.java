package org.backshadow.state;

import java.util.Arrays;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;

/**
 * Exact single shots of a state, each in a Pauli basis of its own.
 *
 * <p>Qubit after qubit is measured, and the state is projected: copies that agree in the letters
 * and outcomes so far share the projected state, so the first levels of this tree, which are the
 * long ones, are computed once for all. Copy t takes its chance from a seed of its own: what it
 * gives does not depend on the others.
 *
 * <p>Cost: at most {@code 4 * 2^n} operations a copy; {@code O(3^d 2^n + copies 2^(n-d))} with d
 * levels shared, {@code 6^d = copies}. Memory: the state once more, 20 bytes a copy.
 */
final class SnapshotTree {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final double RARE = 1e-3;

  /** So few copies are faster one by one than sorted. */
  private static final int FEW = 3;

  private final PauliBases bases;
  private final long[] keys;
  private final long[] outcomes;

  /** The copies, those of one node side by side, in ascending order. */
  private final int[] order;

  private final int[] scratch;
  private final double[][] re;
  private final double[][] im;

  private SnapshotTree(int qubits, PauliBases bases, Seed seed, long first) {
    this.bases = bases;
    keys = new long[bases.size()];
    Arrays.setAll(keys, t -> seed.child(first + t).value());
    outcomes = new long[bases.size()];
    order = new int[bases.size()];
    Arrays.setAll(order, t -> t);
    scratch = new int[bases.size()];
    re = new double[qubits][];
    im = new double[qubits][];
    for (int m = 0; m < qubits; m++) {
      re[m] = new double[1 << m];
      im[m] = new double[1 << m];
    }
  }

  /**
   * The outcome of each copy.
   *
   * @param re real parts of the amplitudes, <i>read</i>
   * @param im imaginary parts, <i>read</i>
   * @param first the index of the first copy: it takes the seed's child with that index
   */
  static long[] draw(double[] re, double[] im, PauliBases bases, Seed seed, long first) {
    int qubits = bases.qubits();
    var tree = new SnapshotTree(qubits, bases, seed, first);
    double norm = HalvesKernel.normSquared(re, im, 0, re.length);
    tree.descend(qubits, re, im, 0, norm, 0, bases.size());
    for (int t = 0; t < tree.outcomes.length; t++) {
      tree.outcomes[t] ^= bases.flips(t);
    }
    return tree.outcomes;
  }

  /**
   * Measures the remaining m qubits of the copies from..to-1 of the order, a node of the tree. The
   * norm comes down the path, so that a copy meets the same bits in whatever company.
   */
  private void descend(int m, double[] re, double[] im, int offset, double norm, int from, int to) {
    if (m == 0) {
      return;
    }
    if (to - from <= FEW) {
      for (int i = from; i < to; i++) {
        follow(m, re, im, offset, norm, order[i]);
      }
      return;
    }
    Interrupts.check();
    int half = 1 << (m - 1);
    double[] chance = new double[3];
    for (int letter = 0; letter < 3; letter++) {
      chance[letter] = chance(letter, re, im, offset, half, norm);
    }
    int[] ends = sort(m - 1, chance, from, to);
    for (int branch = 0; branch < 6; branch++) {
      int start = branch == 0 ? from : ends[branch - 1];
      if (start == ends[branch]) {
        continue;
      }
      int letter = branch >> 1;
      int outcome = branch & 1;
      double[] nextRe = re;
      double[] nextIm = im;
      int next = offset + outcome * half;
      if (letter != Z) {
        nextRe = this.re[m - 1];
        nextIm = this.im[m - 1];
        next = 0;
        HalvesKernel.project(letter == X, outcome, re, im, offset, half, nextRe, nextIm);
      }
      double left = norm(letter, outcome, chance[letter], norm, nextRe, nextIm, next, half);
      descend(m - 1, nextRe, nextIm, next, left, start, ends[branch]);
    }
  }

  /** The norm squared of what an outcome leaves. */
  private static double norm(
      int letter,
      int outcome,
      double chance,
      double norm,
      double[] re,
      double[] im,
      int offset,
      int length) {
    double taken = outcome == 0 ? chance : 1 - chance;
    // Of a rare outcome the difference keeps few digits: then the norm is summed anew.
    return taken > RARE
        ? norm * taken * (letter == Z ? 1 : 2)
        : HalvesKernel.normSquared(re, im, offset, length);
  }

  /** The chance of outcome 0. */
  private static double chance(
      int letter, double[] re, double[] im, int offset, int half, double norm) {
    return switch (letter) {
      case X -> 0.5 + HalvesKernel.overlapX(re, im, offset, half) / norm;
      case Y -> 0.5 + HalvesKernel.overlapY(re, im, offset, half) / norm;
      default -> HalvesKernel.normSquared(re, im, offset, half) / norm;
    };
  }

  /** Draws a bit of each copy and sorts the copies by letter and bit; the ends of the six parts. */
  private int[] sort(int bit, double[] chance, int from, int to) {
    int[] count = new int[6];
    for (int i = from; i < to; i++) {
      int t = order[i];
      int letter = letter(t, bit);
      int outcome = draw(t, bit, chance[letter]);
      count[2 * letter + outcome]++;
      scratch[i] = 2 * letter + outcome;
    }
    int[] next = new int[6];
    for (int branch = 0; branch < 6; branch++) {
      next[branch] = branch == 0 ? from : next[branch - 1] + count[branch - 1];
    }
    int[] sorted = new int[to - from];
    for (int i = from; i < to; i++) {
      sorted[next[scratch[i]]++ - from] = order[i];
    }
    System.arraycopy(sorted, 0, order, from, sorted.length);
    return next;
  }

  /** Measures the remaining qubits of a single copy, whose state has this norm squared. */
  private void follow(int qubits, double[] re, double[] im, int offset, double norm, int t) {
    Interrupts.check();
    for (int m = qubits; m > 0; m--) {
      int half = 1 << (m - 1);
      int letter = letter(t, m - 1);
      double chance = chance(letter, re, im, offset, half, norm);
      int outcome = draw(t, m - 1, chance);
      if (letter == Z) {
        offset += outcome * half;
      } else {
        HalvesKernel.project(
            letter == X, outcome, re, im, offset, half, this.re[m - 1], this.im[m - 1]);
        re = this.re[m - 1];
        im = this.im[m - 1];
        offset = 0;
      }
      norm = norm(letter, outcome, chance, norm, re, im, offset, half);
    }
  }

  private int letter(int t, int bit) {
    return (bases.x(t) >>> bit & 1) == 0 ? Z : (bases.z(t) >>> bit & 1) == 0 ? X : Y;
  }

  private int draw(int t, int bit, double chance) {
    if (new Seed(keys[t]).uniform(bit) < chance) {
      return 0;
    }
    outcomes[t] |= 1L << bit;
    return 1;
  }
}
