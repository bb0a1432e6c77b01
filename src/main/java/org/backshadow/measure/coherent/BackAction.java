package org.backshadow.measure.coherent;

/**
 * How a simulated batch of coherent copies answers gentle checks.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * CoherentBatch batch = door.prepare(circuit(1).ry(0, 0.7)).batch(60, BackAction.EXACT);
 * batch.alarms(PauliString.of("Z"), 1, new GentleCheck(60, 58, 2.5));
 * batch.disturbance().real().isPresent() // true
 * }</pre>
 */
public enum BackAction {
  /**
   * Counts are drawn from the undisturbed copies, and a proven bound says how far the batch can
   * have moved. Any number of copies.
   */
  BOUNDED,
  /** The joint state of all copies, with what each check really does to it. Few copies. */
  EXACT
}
