package org.backshadow.state.snapshot;

import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;
import org.backshadow.state.engine.VectorModule;

/**
 * Exact single shots of a state, each in a Pauli basis of its own.
 *
 * <p>Qubit after qubit is measured, and the state is projected: copies that agree in the letters
 * and outcomes so far share the projected state, so the first levels of this tree, which are the
 * long ones, are computed once for all. Copy t takes its chance from a seed of its own: what it
 * gives does not depend on the others.
 *
 * <p>Cost: at most {@code 4 * 2^n} operations a copy; {@code O(3^d 2^n + copies 2^(n-d))} with d
 * levels shared, {@code 6^d = copies}. Memory: the state once more, 50 bytes a copy.
 */
public final class SnapshotTree {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final double RARE = 1e-3;

  private static final HalvesKernel KERNEL =
      VectorModule.orPlain(
          HalvesKernel.class, "org.backshadow.state.snapshot.VectorHalves", new PlainHalves());

  /** So few copies are faster one by one than sorted. */
  private static final int FEW = 3;

  /**
   * The copies, those of one node side by side, in ascending order: those with m qubits left are in
   * number {@code m % 2}, so that a node sorts from one into the other.
   */
  private final Copies[] copies;

  private final long[] outcomes;
  private final double[][] re;
  private final double[][] im;

  private SnapshotTree(int qubits, PauliBases bases, Seed seed, long first) {
    int size = bases.size();
    outcomes = new long[size];
    copies = new Copies[] {new Copies(size), new Copies(size)};
    Copies all = copies[qubits & 1];
    for (int t = 0; t < size; t++) {
      all.index[t] = t;
      all.key[t] = seed.child(first + t).value();
      all.letters[t] = bases.x(t) << 32 | bases.z(t);
    }
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
  public static long[] draw(double[] re, double[] im, PauliBases bases, Seed seed, long first) {
    int qubits = bases.qubits();
    var tree = new SnapshotTree(qubits, bases, seed, first);
    double norm = normSquared(re, im, 0, re.length);
    tree.descend(qubits, re, im, 0, norm, 0, bases.size(), 0);
    long[] outcomes = tree.outcomes;
    for (int t = 0; t < outcomes.length; t++) {
      outcomes[t] ^= bases.flips(t);
    }
    return outcomes;
  }

  /**
   * Measures the remaining m qubits of the copies from..to-1, a node of the tree, whose outcomes so
   * far are the path. The norm comes down the path, so that a copy meets the same bits in whatever
   * company.
   */
  private void descend(
      int m, double[] re, double[] im, int offset, double norm, int from, int to, long path) {
    if (m == 0 || to - from <= FEW) {
      for (int i = from; i < to; i++) {
        outcomes[copies[m & 1].index[i]] = path | follow(m, re, im, offset, norm, i);
      }
      return;
    }
    Interrupts.check();
    int half = 1 << (m - 1);
    double[] chance = new double[3];
    KERNEL.overlaps(re, im, offset, half, chance);
    chance[X] = 0.5 + chance[X] / norm;
    chance[Y] = 0.5 + chance[Y] / norm;
    chance[Z] = chance[Z] / norm;
    int[] ends = sort(m, chance, from, to);
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
        project(letter == Y, outcome, re, im, offset, half, nextRe, nextIm);
      }
      double left = norm(letter, outcome, chance[letter], norm, nextRe, nextIm, next, half);
      long longer = path | (long) outcome << (m - 1);
      descend(m - 1, nextRe, nextIm, next, left, start, ends[branch], longer);
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
        : normSquared(re, im, offset, length);
  }

  private static double normSquared(double[] re, double[] im, int offset, int length) {
    return KERNEL.product(re, im, offset, re, im, offset, 1, length);
  }

  /**
   * The chance of outcome 0. The letters differ in numbers and not in branches, which could not be
   * foretold.
   */
  private static double chance(
      int letter, double[] re, double[] im, int offset, int half, double norm) {
    boolean y = letter == Y;
    int other = letter == Z ? offset : offset + half;
    double product =
        KERNEL.product(re, im, offset, y ? im : re, y ? re : im, other, y ? -1 : 1, half);
    return (letter == Z ? 0 : 0.5) + product / norm;
  }

  /** Overwrites the target by what an outcome of X or Y leaves: {@code a +- b}, {@code a -+ ib}. */
  private static void project(
      boolean y,
      int outcome,
      double[] re,
      double[] im,
      int offset,
      int half,
      double[] toRe,
      double[] toIm) {
    double sign = outcome == 0 ? 1 : -1;
    KERNEL.add(
        re,
        im,
        offset,
        y ? im : re,
        sign,
        y ? re : im,
        y ? -sign : sign,
        offset + half,
        half,
        toRe,
        toIm);
  }

  /** Draws a bit of each copy and sorts the copies by letter and bit; the ends of the six parts. */
  private int[] sort(int m, double[] chance, int from, int to) {
    Copies here = copies[m & 1];
    Copies sorted = copies[m - 1 & 1];
    int[] next = new int[7];
    for (int i = from; i < to; i++) {
      int letter = here.letter(i, m - 1);
      int branch = 2 * letter + here.outcome(i, m - 1, chance[letter]);
      next[branch + 1]++;
      here.branch[i] = (byte) branch;
    }
    next[0] = from;
    for (int branch = 1; branch < 7; branch++) {
      next[branch] += next[branch - 1];
    }
    for (int i = from; i < to; i++) {
      int at = next[here.branch[i]]++;
      sorted.index[at] = here.index[i];
      sorted.key[at] = here.key[i];
      sorted.letters[at] = here.letters[i];
    }
    return next;
  }

  /** Measures the last m qubits of the copy at i, whose state has this norm squared. */
  private long follow(int qubits, double[] re, double[] im, int offset, double norm, int i) {
    Interrupts.check();
    Copies here = copies[qubits & 1];
    long outcomes = 0;
    for (int m = qubits; m > 0; m--) {
      int half = 1 << (m - 1);
      int letter = here.letter(i, m - 1);
      double chance = chance(letter, re, im, offset, half, norm);
      int outcome = here.outcome(i, m - 1, chance);
      outcomes |= (long) outcome << (m - 1);
      if (letter == Z) {
        offset += outcome * half;
      } else {
        project(letter == Y, outcome, re, im, offset, half, this.re[m - 1], this.im[m - 1]);
        re = this.re[m - 1];
        im = this.im[m - 1];
        offset = 0;
      }
      norm = norm(letter, outcome, chance, norm, re, im, offset, half);
    }
    return outcomes;
  }

  /** What a draw needs to know of the copies, in the order of a level: read from first to last. */
  private static final class Copies {
    final int[] index;
    final long[] key;

    /** The masks x and z of the basis, x in the higher half. */
    final long[] letters;

    /** Where to: twice the letter, and the outcome. */
    final byte[] branch;

    Copies(int size) {
      index = new int[size];
      key = new long[size];
      letters = new long[size];
      branch = new byte[size];
    }

    int letter(int i, int bit) {
      long letters = this.letters[i] >>> bit;
      return (letters & 1L << 32) == 0 ? Z : (letters & 1) == 0 ? X : Y;
    }

    int outcome(int i, int bit, double chance) {
      return new Seed(key[i]).uniform(bit) < chance ? 0 : 1;
    }
  }
}
