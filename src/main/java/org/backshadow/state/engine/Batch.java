package org.backshadow.state.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rotations that are applied to a piece while it is in the cache, and the cosets to visit.
 *
 * @param starts where the cosets start that can hold anything but zeros
 * @param turns the rotations in the order of the steps, by their places in the circuit
 */
record Batch(Coset coset, List<Step> steps, int[] starts, int[] turns) {

  static Batch of(Coset coset, List<Step> steps, int[] starts) {
    int[] turns =
        steps.stream()
            .flatMap(
                step ->
                    step instanceof Turn turn
                        ? Stream.of(turn)
                        : step instanceof TwoTurns two
                            ? Stream.of(two.first, two.second)
                            : ((Phases) step).turns.stream())
            .mapToInt(Turn::index)
            .toArray();
    return new Batch(coset, steps, starts, turns);
  }

  /** What is done to a piece at one stroke. */
  sealed interface Step {}

  /** One rotation; {@code index} is its place in the {@link RotationCircuit}. */
  record Turn(int index, LocalString string) implements Step {}

  /** Two rotations with independent row flips. */
  record TwoTurns(Turn first, Turn second) implements Step {}

  /**
   * Diagonal rotations together: row v has the key whose bit t is the parity of v under the t-th.
   */
  record Phases(List<Turn> turns, byte[] keys) implements Step {
    /** The parities of a coset's start under all of them. */
    int flip(int start) {
      int flip = 0;
      for (int t = 0; t < turns.size(); t++) {
        flip |= turns.get(t).string.parity(start) << t;
      }
      return flip;
    }
  }
}
