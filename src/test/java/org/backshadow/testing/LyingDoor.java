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

  public LyingDoor(Copies inner, Circuit lie) {
    this.inner = inner;
    this.lie = lie;
  }

  @Override
  public Ledger ledger() {
    return inner.ledger();
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    return inner.prepare(circuit.then(lie.widened(circuit.qubits())));
  }
}
