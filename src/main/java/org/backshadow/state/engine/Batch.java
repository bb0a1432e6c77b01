package org.backshadow.state.engine;

import java.util.List;

/**
 * Rotations that are applied to a piece while it is in the cache, and the cosets to visit.
 *
 * @param starts where the cosets start that can hold anything but zeros
 * @param turns the rotations in the order of the steps, by their places in the circuit
 */
record Batch(Coset coset, List<Step> steps, int[] starts, int[] turns) {

  static Batch of(Coset coset, List<Step> steps, int[] starts) {
    int[] turns =
        steps.stream().flatMap(step -> step.turns().stream()).mapToInt(Turn::index).toArray();
    return new Batch(coset, steps, starts, turns);
  }

  /** What is done to a piece at one stroke. */
  sealed interface Step {
    /** In the order of application. */
    List<Turn> turns();
  }

  /** One rotation; {@code index} is its place in the {@link RotationCircuit}. */
  record Turn(int index, LocalString string) implements Step {
    @Override
    public List<Turn> turns() {
      return List.of(this);
    }

    /** The sign of the rotation's string at a coset's start. */
    double sign(int start) {
      return 1 - 2 * string.parity(start);
    }
  }

  /** Two or three rotations in one pass. */
  record Together(List<Turn> turns, Orbits orbits) implements Step {}

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
