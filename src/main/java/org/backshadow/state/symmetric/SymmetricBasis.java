package org.backshadow.state.symmetric;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.backshadow.resources.Heap;

/**
 * The occupation numbers of m bosons in N modes, the basis of the symmetric states of m copies: all
 * {@code (n_0, ..., n_{N-1})} with sum m, {@code C(N + m - 1, m)} of them, in lexicographic order.
 */
final class SymmetricBasis {
  private final int modes;
  private final int copies;
  private final int size;
  private final short[] occupation;

  /** How many vectors stand before one that has n in a mode, with so many bosons left for it. */
  private final int[][][] before;

  private final Map<Integer, Pairs> pairs = new HashMap<>();

  /**
   * The basis states grouped by what two modes exchange: a group has all states that differ only in
   * how k bosons are shared by the two modes, in the order of the first mode's number.
   *
   * @param members the groups one after the other, those of few bosons first
   * @param groups how many have k bosons, which are {@code k + 1} states each
   */
  record Pairs(int[] members, int[] groups) {}

  SymmetricBasis(int modes, int copies) {
    this.modes = modes;
    this.copies = copies;
    this.size = (int) dimension(modes, copies);
    this.occupation = new short[size * modes];
    fill(new short[modes], 0, copies, 0);
    this.before = new int[modes][copies + 1][];
    for (int mode = 0; mode < modes - 1; mode++) {
      for (int left = 0; left <= copies; left++) {
        before[mode][left] = new int[left + 2];
        for (int n = 0; n <= left; n++) {
          before[mode][left][n + 1] =
              before[mode][left][n] + (int) dimension(modes - mode - 1, left - n);
        }
      }
    }
  }

  /** {@code C(N + m - 1, m)}, at most {@code Long.MAX_VALUE}. */
  static long dimension(int modes, int copies) {
    BigInteger product = BigInteger.ONE;
    for (int k = 1; k <= copies; k++) {
      product = product.multiply(BigInteger.valueOf(modes + k - 1)).divide(BigInteger.valueOf(k));
      if (product.bitLength() > 62) {
        return Long.MAX_VALUE;
      }
    }
    return product.longValueExact();
  }

  /**
   * Refuses a basis that does not fit, before anything is allocated.
   *
   * @throws IllegalArgumentException with the arithmetic
   */
  static void requireMemory(int modes, int copies) {
    long free = Heap.free();
    if (fits(modes, copies, free)) {
      return;
    }
    int largest = 0;
    while (fits(modes, largest + 1, free)) {
      largest++;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%,d copies of %d qubits need C(%d, %d) = %s amplitudes in the symmetric subspace, %s"
                + " at %d bytes each, but %s of heap are free; at most %d copies fit. Raise -Xmx or"
                + " use fewer copies",
            copies,
            Integer.numberOfTrailingZeros(modes),
            modes + copies - 1,
            copies,
            dimension(modes, copies) == Long.MAX_VALUE
                ? "more than 10^18"
                : String.format(Locale.ROOT, "%,d", dimension(modes, copies)),
            Heap.size((double) dimension(modes, copies) * bytes(modes)),
            bytes(modes),
            Heap.size(free),
            largest));
  }

  private static boolean fits(int modes, int copies, long free) {
    long dimension = dimension(modes, copies);
    return dimension < Integer.MAX_VALUE / modes
        && copies <= Short.MAX_VALUE
        && (double) dimension * bytes(modes) < 0.8 * free;
  }

  /**
   * Of a basis state at the peak: occupations, four arrays of amplitudes and the groups of all
   * pairs of modes.
   */
  private static int bytes(int modes) {
    return 2 * modes + 4 * 16 + 4 * modes * (modes - 1) / 2;
  }

  private int fill(short[] vector, int mode, int left, int at) {
    if (mode == modes - 1) {
      vector[mode] = (short) left;
      System.arraycopy(vector, 0, occupation, at * modes, modes);
      return at + 1;
    }
    int next = at;
    for (int n = 0; n <= left; n++) {
      vector[mode] = (short) n;
      next = fill(vector, mode + 1, left - n, next);
    }
    return next;
  }

  int modes() {
    return modes;
  }

  int copies() {
    return copies;
  }

  int size() {
    return size;
  }

  /** The number of bosons in a mode. */
  int occupation(int state, int mode) {
    return occupation[state * modes + mode];
  }

  /** The groups of two modes; found once. */
  synchronized Pairs pairs(int first, int second) {
    return pairs.computeIfAbsent(first * modes + second, key -> group(first, second));
  }

  private Pairs group(int first, int second) {
    int[] groups = new int[copies + 1];
    for (int state = 0; state < size; state++) {
      if (occupation(state, first) == 0) {
        groups[occupation(state, second)]++;
      }
    }
    int[] next = new int[copies + 1];
    for (int k = 1; k <= copies; k++) {
      next[k] = next[k - 1] + groups[k - 1] * k;
    }
    int[] members = new int[size];
    short[] vector = new short[modes];
    for (int state = 0; state < size; state++) {
      if (occupation(state, first) == 0) {
        int k = occupation(state, second);
        System.arraycopy(occupation, state * modes, vector, 0, modes);
        for (int n = 0; n <= k; n++) {
          vector[first] = (short) n;
          vector[second] = (short) (k - n);
          members[next[k]++] = rank(vector);
        }
      }
    }
    return new Pairs(members, groups);
  }

  private int rank(short[] vector) {
    int rank = 0;
    int left = copies;
    for (int mode = 0; mode < modes - 1; mode++) {
      rank += before[mode][left][vector[mode]];
      left -= vector[mode];
    }
    return rank;
  }
}
