package org.backshadow.state.engine;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a piece that two or three strings mix with each other: {@code b} and its exchanges
 * with all sums of the strings' flips. In each such orbit one row has no sign under any of the
 * strings, so kernels that start there need no signs in their loops.
 *
 * <p>Orbits are counted by the numbers b that are 0 at all pivots; their rows without signs are
 * {@code b} with the flips of those strings exchanged under whose mask b has odd parity.
 *
 * @param pivots one bit for each string
 * @param masks one for each string; none if lanes are flipped and no row need be without signs
 * @param turns the sign that string i has after the flips of string j beside that before, at {@code
 *     3 i + j}
 */
record Orbits(
    LocalString first,
    LocalString second,
    List<LocalString> strings,
    int pivots,
    int[] masks,
    double[] turns,
    boolean flipLanes) {
  /** The most strings. */
  private static final int MOST = 3;

  /** Empty if flips depend on each other or if no row of an orbit is without signs. */
  static Optional<Orbits> of(List<LocalString> strings) {
    int pivots = pivots(strings);
    int[] masks = masks(strings);
    boolean flipLanes = strings.stream().anyMatch(string -> string.laneFlips() != 0);
    return Integer.bitCount(pivots) < strings.size() || masks.length == 0 && !flipLanes
        ? Optional.empty()
        : Optional.of(
            new Orbits(
                strings.get(0), strings.get(1), strings, pivots, masks, turns(strings), flipLanes));
  }

  /** By elimination: the lowest bit of what the earlier ones leave of each flip. */
  private static int pivots(List<LocalString> strings) {
    int pivots = 0;
    int[] left = new int[strings.size()];
    for (int k = 0; k < left.length; k++) {
      int rest = strings.get(k).rowFlips();
      for (int j = 0; j < k; j++) {
        rest ^= (rest & Integer.lowestOneBit(left[j])) != 0 ? left[j] : 0;
      }
      left[k] = rest;
      pivots |= Integer.lowestOneBit(rest);
    }
    return pivots;
  }

  /**
   * String i changes its sign with {@code parity(z_i & b)}, so exchanges c must fulfil {@code sum_j
   * parity(z_i & x_j) c_j = parity(z_i & b)}; solved for c by elimination.
   */
  private static int[] masks(List<LocalString> strings) {
    int count = strings.size();
    int[] masks = new int[count];
    int[] equations = new int[count];
    for (int i = 0; i < count; i++) {
      masks[i] = strings.get(i).rowSigns();
      for (int j = 0; j < count; j++) {
        equations[i] |= parity(masks[i] & strings.get(j).rowFlips()) << j;
      }
    }
    for (int j = 0; j < count; j++) {
      int at = j;
      while (at < count && (equations[at] >>> j & 1) == 0) {
        at++;
      }
      if (at == count) {
        return new int[0];
      }
      exchange(equations, at, j);
      exchange(masks, at, j);
      for (int i = 0; i < count; i++) {
        if (i != j && (equations[i] >>> j & 1) == 1) {
          equations[i] ^= equations[j];
          masks[i] ^= masks[j];
        }
      }
    }
    return masks;
  }

  private static void exchange(int[] numbers, int i, int j) {
    int number = numbers[i];
    numbers[i] = numbers[j];
    numbers[j] = number;
  }

  private static int parity(int bits) {
    return Integer.bitCount(bits) & 1;
  }

  private static double[] turns(List<LocalString> strings) {
    double[] turns = new double[MOST * MOST];
    for (int i = 0; i < strings.size(); i++) {
      for (int j = 0; j < strings.size(); j++) {
        turns[MOST * i + j] = 1 - 2 * parity(strings.get(i).rowSigns() & strings.get(j).rowFlips());
      }
    }
    return turns;
  }

  double turn(int i, int j) {
    return turns[MOST * i + j];
  }
}
