package org.backshadow.tomography;

import java.util.Locale;

/**
 * What a two-sided check reveals.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState source = door.prepare(circuit(1).ry(0, 0.7));
 * var search = new ThresholdSearch(source, BatchPlan.of(2, 0.3, 0.1), BackAction.BOUNDED);
 * search.check(PauliString.of("Z"), 1, 0.0) == Alarm.ABOVE // true
 * }</pre>
 */
public enum Alarm {
  /** The prediction stands. */
  NONE,
  /** The value seems to be above the prediction. */
  ABOVE,
  /** The value seems to be below the prediction. */
  BELOW;

  @Override
  public String toString() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
