package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.state.engine.Batch.Phases;
import org.backshadow.state.engine.Batch.Step;
import org.backshadow.state.engine.Batch.Turn;
import org.backshadow.state.engine.Batch.TwoTurns;

/** Joins neighbouring rotations of a batch that one pass over the piece can do together. */
final class Steps {
  /** A table of 2^7 phases for each lane still leaves room for the piece. */
  private static final int MOST_PHASES = 7;

  private Steps() {}

  static List<Step> of(List<Turn> turns, int rows) {
    var steps = new ArrayList<Step>();
    // Building a table of 2^g rows must cost less than the passes over the rows that it saves.
    int most = Math.min(MOST_PHASES, Integer.numberOfTrailingZeros(rows) - 2);
    int i = 0;
    while (i < turns.size()) {
      int phases = i;
      while (phases < turns.size() && phases - i < most && isDiagonal(turns.get(phases), rows)) {
        phases++;
      }
      if (phases - i > 1) {
        var group = List.copyOf(turns.subList(i, phases));
        steps.add(new Phases(group, keys(group, rows)));
        i = phases;
      } else if (i + 1 < turns.size() && rows > 1 && together(turns.get(i), turns.get(i + 1))) {
        steps.add(new TwoTurns(turns.get(i), turns.get(i + 1)));
        i += 2;
      } else {
        steps.add(turns.get(i++));
      }
    }
    return List.copyOf(steps);
  }

  /** Only the real and the imaginary part change places: a phase. */
  private static boolean isDiagonal(Turn turn, int rows) {
    return turn.string().rowFlips() == rows && turn.string().laneFlips() == 0;
  }

  private static boolean together(Turn first, Turn second) {
    int a = first.string().rowFlips();
    int b = second.string().rowFlips();
    return a != 0 && b != 0 && a != b;
  }

  private static byte[] keys(List<Turn> group, int rows) {
    byte[] keys = new byte[rows];
    for (int v = 0; v < rows; v++) {
      for (int t = 0; t < group.size(); t++) {
        keys[v] |= (byte) ((Integer.bitCount(v & group.get(t).string().rowSigns()) & 1) << t);
      }
    }
    return keys;
  }
}
