package org.backshadow.state.snapshot;

import java.util.Arrays;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;

/**
 * Exact single shots of a mixed state, each in a Pauli basis of its own: the tree of {@link
 * SnapshotTree} with matrices, a quarter as large at each level, in place of vectors. Copy t takes
 * the same chances from its seed there and here.
 *
 * <p>Cost: about {@code 20 * 4^n} operations for the levels that copies share, and {@code 4^(n-d)}
 * a copy below them, {@code 6^d = copies}.
 */
public final class MixedSnapshotTree {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;

  private final PauliBases bases;
  private final long[] keys;
  private final long[] outcomes;

  private MixedSnapshotTree(PauliBases bases, Seed seed, long first) {
    this.bases = bases;
    this.keys = new long[bases.size()];
    Arrays.setAll(keys, t -> seed.child(first + t).value());
    this.outcomes = new long[bases.size()];
  }

  /**
   * The outcome of each copy.
   *
   * @param re real parts of the density matrix by rows, <i>read</i>
   * @param im imaginary parts, <i>read</i>
   * @param first the index of the first copy: it takes the seed's child with that index
   */
  public static long[] draw(double[] re, double[] im, PauliBases bases, Seed seed, long first) {
    var tree = new MixedSnapshotTree(bases, seed, first);
    int[] all = new int[bases.size()];
    Arrays.setAll(all, t -> t);
    tree.descend(new Block(1 << bases.qubits(), re, im), bases.qubits(), all);
    long[] outcomes = tree.outcomes;
    for (int t = 0; t < outcomes.length; t++) {
      outcomes[t] ^= bases.flips(t);
    }
    return outcomes;
  }

  /** Measures the last m qubits of these copies, whose state so far is this block. */
  private void descend(Block state, int m, int[] copies) {
    if (m == 0 || copies.length == 0) {
      return;
    }
    Interrupts.check();
    double trace = state.trace();
    for (int letter = X; letter <= Z; letter++) {
      int basis = letter;
      int[] here = Arrays.stream(copies).filter(t -> letter(t, m - 1) == basis).toArray();
      if (here.length == 0) {
        continue;
      }
      Block zero = state.after(letter, 0);
      double chance = zero.trace() / trace;
      for (int t : here) {
        if (new Seed(keys[t]).uniform(m - 1) >= chance) {
          outcomes[t] |= 1L << (m - 1);
        }
      }
      descend(zero, m - 1, with(here, m - 1, 0));
      int[] ones = with(here, m - 1, 1);
      if (ones.length > 0) {
        descend(state.after(letter, 1), m - 1, ones);
      }
    }
  }

  private int[] with(int[] copies, int bit, int outcome) {
    return Arrays.stream(copies).filter(t -> (outcomes[t] >>> bit & 1) == outcome).toArray();
  }

  private int letter(int t, int bit) {
    return (bases.x(t) >>> bit & 1) == 0 ? Z : (bases.z(t) >>> bit & 1) == 0 ? X : Y;
  }

  /** A square matrix by rows. */
  private record Block(int size, double[] re, double[] im) {
    double trace() {
      double trace = 0;
      for (int i = 0; i < size; i++) {
        trace += re[i * size + i];
      }
      return trace;
    }

    /**
     * What an outcome of the first qubit leaves of the others. With the quarters A, B; C, D: A or D
     * for Z, {@code (A + D +- (B + C)) / 2} for X, {@code (A + D +- i (B - C)) / 2} for Y.
     */
    Block after(int letter, int outcome) {
      int half = size / 2;
      var next = new Block(half, new double[half * half], new double[half * half]);
      int sign = outcome == 0 ? 1 : -1;
      for (int row = 0; row < half; row++) {
        for (int column = 0; column < half; column++) {
          int a = row * size + column;
          int b = a + half;
          int c = a + half * size;
          int d = c + half;
          int to = row * half + column;
          if (letter == Z) {
            next.re[to] = re[outcome == 0 ? a : d];
            next.im[to] = im[outcome == 0 ? a : d];
          } else if (letter == X) {
            next.re[to] = (re[a] + re[d] + sign * (re[b] + re[c])) / 2;
            next.im[to] = (im[a] + im[d] + sign * (im[b] + im[c])) / 2;
          } else {
            next.re[to] = (re[a] + re[d] - sign * (im[b] - im[c])) / 2;
            next.im[to] = (im[a] + im[d] + sign * (re[b] - re[c])) / 2;
          }
        }
      }
      return next;
    }
  }
}
