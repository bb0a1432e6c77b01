package org.backshadow.tomography;

import java.util.Locale;

/** What a two-sided check reveals. */
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
