package org.backshadow.testing;

import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.measure.PreparedState;
import org.backshadow.resources.Ledger;

/**
 * A door that prepares something else than it is told: the circuit and then a lie on the first
 * qubits. Whoever really learns from outcomes follows the lie; whoever looks at the circuit and
 * simulates does not.
 */
public final class LyingDoor implements Copies {
  private final Copies inner;
  private final Circuit lie;
  private final boolean first;

  public LyingDoor(Copies inner, Circuit lie) {
    this(inner, lie, false);
  }

  private LyingDoor(Copies inner, Circuit lie, boolean first) {
    this.inner = inner;
    this.lie = lie;
    this.first = first;
  }

  /** A door whose lie comes before the circuit: another input state. */
  public static LyingDoor atTheInput(Copies inner, Circuit lie) {
    return new LyingDoor(inner, lie, true);
  }

  @Override
  public Ledger ledger() {
    return inner.ledger();
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    Circuit wide = lie.widened(circuit.qubits());
    return inner.prepare(first ? wide.then(circuit) : circuit.then(wide));
  }
}
