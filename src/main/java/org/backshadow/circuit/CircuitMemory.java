package org.backshadow.circuit;

import java.util.Locale;

/**
 * Refuses circuits that would not fit into the heap, before any operation is appended.
 *
 * <pre>{@code
 * CircuitMemory.require("100 layers", 100, CircuitMemory.OPERATION);
 * }</pre>
 */
public final class CircuitMemory {
  /** Of the link from one operation to the next. */
  public static final int LINK = 40;

  /** Of an operation with a qubit or two and an angle, and its link. */
  public static final int OPERATION = 240;

  private CircuitMemory() {}

  /**
   * Checks that so many operations take at most half of the heap.
   *
   * @param what begins the message
   * @param each bytes of each
   * @throws IllegalArgumentException with the arithmetic if they take more
   */
  public static void require(String what, double operations, int each) {
    double most = Runtime.getRuntime().maxMemory() / 2.0;
    if (operations * each > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %,.0f operations take about %,.0f MiB; at most %,.0f fit into half of the heap."
                  + " Raise -Xmx or use fewer",
              what,
              operations,
              operations * each / (1 << 20),
              Math.floor(most / each)));
    }
  }
}
