package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.backshadow.resources.Interrupts;

/**
 * Puts rotations into batches. Rotations that commute may change places, so each batch takes
 * whatever is ready and flips within its subspace; when nothing is, the subspace grows, and when it
 * is full, the next batch begins.
 */
final class Planner {
  /** Rotations change places within so many, as the work grows with the square. */
  private static final int SECTION = 1024;

  /** Rotations of one state in one pass; eight rows and their weights fill the registers. */
  private static final int FORWARD = 3;

  /** Rotations of two states in one pass: four rows of each. */
  private static final int BACKWARD = 2;

  private final int qubits;
  private final int laneBits;
  private final Blocking blocking;
  private final PhasedString[] strings;
  private final boolean[] done;
  private final int[] blockers;
  private int firstOpen;

  private Planner(int qubits, int laneBits, PhasedString[] strings, Blocking blocking) {
    this.qubits = qubits;
    this.laneBits = laneBits;
    this.strings = strings;
    this.blocking = blocking;
    done = new boolean[strings.length];
    blockers = new int[strings.length];
    for (int i = 0; i < strings.length; i++) {
      for (int j = 0; j < i; j++) {
        blockers[i] += strings[i].commutesWith(strings[j]) ? 0 : 1;
      }
    }
  }

  /**
   * The size of pieces.
   *
   * @param dimension a piece has 2^dimension amplitudes
   * @param contiguous amplitudes lie side by side in runs of 2^contiguous
   */
  record Blocking(int dimension, int contiguous) {
    Blocking {
      if (contiguous >= dimension) {
        throw new IllegalArgumentException(
            "pieces of 2^%d in runs of 2^%d leave no room for flips; make the runs shorter"
                .formatted(dimension, contiguous));
      }
    }
  }

  /**
   * Strings in the order of application; a backward plan starts with the last.
   *
   * @param support of the state that the first string meets; <i>grown</i> by the strings
   */
  static List<Batch> plan(
      Support support,
      int qubits,
      int laneBits,
      PhasedString[] strings,
      boolean backward,
      Blocking blocking) {
    int count = strings.length;
    var drafts = new ArrayList<Draft>();
    for (int from = 0; from < count; from += SECTION) {
      var section = new PhasedString[Math.min(SECTION, count - from)];
      int[] index = new int[section.length];
      for (int i = 0; i < section.length; i++) {
        index[i] = backward ? count - 1 - from - i : from + i;
        section[i] = strings[index[i]];
      }
      var planner = new Planner(qubits, laneBits, section, blocking);
      while (planner.firstOpen < section.length) {
        Interrupts.check();
        drafts.add(planner.next(index));
      }
    }
    if (backward) {
      Collections.reverse(drafts);
    }
    var batches = new ArrayList<Batch>();
    for (Draft draft : drafts) {
      support.grow(draft.turns.stream().map(j -> strings[j]).toList());
      batches.add(draft.batch(strings, support, backward ? BACKWARD : FORWARD));
    }
    if (backward) {
      Collections.reverse(batches);
    }
    return List.copyOf(batches);
  }

  /** The rotations of a batch to be, by their places in the circuit. */
  private record Draft(Coset coset, List<Integer> turns) {
    Batch batch(PhasedString[] strings, Support support, int atOnce) {
      var steps =
          turns.stream()
              .map(j -> new Batch.Turn(j, coset.local(RealString.generator(strings[j]))))
              .toList();
      return Batch.of(coset, Steps.of(steps, coset.rows(), atOnce), support.starts(coset));
    }
  }

  private Draft next(int[] index) {
    var members = new ArrayList<Integer>();
    var space = new PieceSpace(qubits, laneBits, blocking);
    int next;
    do {
      while (takeReady(space, false, members) | takeReady(space, true, members)) {
        // Each round may have made others ready.
      }
      next = firstReady();
    } while (next >= 0 && space.admits((int) strings[next].x()));
    return new Draft(space.coset(), members.stream().map(i -> index[i]).toList());
  }

  private boolean takeReady(PieceSpace space, boolean diagonal, List<Integer> members) {
    int before = members.size();
    for (int i = firstOpen; i < strings.length; i++) {
      boolean wanted = !done[i] && blockers[i] == 0 && (strings[i].x() == 0) == diagonal;
      if (wanted && space.contains((int) strings[i].x())) {
        members.add(i);
        finish(i);
      }
    }
    return members.size() > before;
  }

  private void finish(int i) {
    done[i] = true;
    for (int j = i + 1; j < strings.length; j++) {
      if (!done[j] && !strings[i].commutesWith(strings[j])) {
        blockers[j]--;
      }
    }
    while (firstOpen < strings.length && done[firstOpen]) {
      firstOpen++;
    }
  }

  private int firstReady() {
    for (int i = firstOpen; i < strings.length; i++) {
      if (!done[i] && blockers[i] == 0) {
        return i;
      }
    }
    return -1;
  }
}
