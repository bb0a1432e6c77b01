package org.backshadow.measure.coherent;

/** How a simulated batch of coherent copies answers gentle checks. */
public enum BackAction {
  /**
   * Counts are drawn from the undisturbed copies, and a proven bound says how far the batch can
   * have moved. Any number of copies.
   */
  BOUNDED,
  /** The joint state of all copies, with what each check really does to it. Few copies. */
  EXACT
}
