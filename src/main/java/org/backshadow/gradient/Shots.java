package org.backshadow.gradient;

import java.util.Locale;

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

  /** The most shots that fit when one shot of everything costs so many copies. */
  static long within(String method, long copiesPerShot, long budget) {
    long fitting = copiesPerShot == 0 ? 1 : budget / copiesPerShot;
    if (fitting < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: one shot of each circuit costs %,d copies; the budget is %,d",
              method,
              copiesPerShot,
              budget));
    }
    return fitting;
  }
}
