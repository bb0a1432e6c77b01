package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backshadow.state.engine.Batch.Phases;
import org.backshadow.state.engine.Batch.Step;
import org.backshadow.state.engine.Batch.Together;
import org.backshadow.state.engine.Batch.Turn;

/** Joins neighbouring rotations of a batch that one pass over the piece can do together. */
final class Steps {
  /** A table of 2^7 phases for each lane still leaves room for the piece. */
  private static final int MOST_PHASES = 7;

  private Steps() {}

  /**
   * Of rotations in the order of application.
   *
   * @param atOnce the most rotations that flip rows in one pass
   */
  static List<Step> of(List<Turn> turns, int rows, int atOnce) {
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
      } else {
        Step step = together(turns.subList(i, Math.min(i + atOnce, turns.size())), rows);
        steps.add(step);
        i += step.turns().size();
      }
    }
    return List.copyOf(steps);
  }

  /** Only the real and the imaginary part change places: a phase. */
  private static boolean isDiagonal(Turn turn, int rows) {
    return turn.string().rowFlips() == rows && turn.string().laneFlips() == 0;
  }

  /** As many of the first as one pass takes. */
  private static Step together(List<Turn> turns, int rows) {
    for (int count = turns.size(); count > 1; count--) {
      var strings = turns.subList(0, count).stream().map(Turn::string).toList();
      boolean flipLanes = strings.stream().anyMatch(string -> string.laneFlips() != 0);
      if (1 << count <= 2 * rows && (count == 2 || !flipLanes)) {
        Optional<Orbits> orbits = Orbits.of(strings);
        if (orbits.isPresent()) {
          return new Together(List.copyOf(turns.subList(0, count)), orbits.get());
        }
      }
    }
    return turns.get(0);
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
