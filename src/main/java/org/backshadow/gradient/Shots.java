package org.backshadow.gradient;

import java.util.Locale;
import org.backshadow.pauli.Grouping;

/** Shot numbers that a user sets, leaves open, or has fitted to a budget. */
final class Shots {
  /** Not set: the default, or what a budget allows. */
  static final long OPEN = 0;

  private static final long DEFAULT = 1000;

  private Shots() {}

  static long require(String method, long shots) {
    if (shots < 1) {
      throw new IllegalArgumentException(method + ": " + shots + " shots; at least 1 is needed");
    }
    return shots;
  }

  /** The number itself, or 1,000 if it is open. */
  static long orDefault(long shots) {
    return shots == OPEN ? DEFAULT : shots;
  }

  /**
   * The most shots of each circuit and measurement group that cost at most so many copies.
   *
   * @throws IllegalArgumentException if one shot of everything costs more
   */
  static long within(String method, Model model, long circuits, long budget) {
    long groups = Grouping.qubitWise(model.observable()).size();
    return within(method, Math.multiplyExact(circuits, groups), budget);
  }

  /** The same for a method that measures no groups: {@code once} is what one shot of each costs. */
  static long within(String method, long once, long budget) {
    if (once > budget) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: one shot of each circuit costs %,d copies; the budget is %,d",
              method,
              once,
              budget));
    }
    return once == 0 ? 1 : budget / once;
  }
}
