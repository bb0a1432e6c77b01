package org.backshadow.measure;

import static java.util.Objects.requireNonNull;

import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;

/**
 * A door with nothing behind it: it charges what would be measured and answers zeros. It tells
 * beforehand what a method costs whose measurements do not depend on earlier outcomes.
 *
 * <pre>{@code
 * var ledger = Ledger.unlimited();
 * PreparedState nothing = new CountingCopies(ledger).prepare(circuit(2).h(0));
 * new GroupedEstimator(1000).estimate(pauliSum("XX + ZI"), nothing);
 * ledger.cost().copies() // 2000
 * }</pre>
 */
public final class CountingCopies implements Copies {
  private final Ledger ledger;

  /** A door that charges to this ledger. */
  public CountingCopies(Ledger ledger) {
    requireNonNull(ledger, "ledger");
    this.ledger = ledger;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    requireNonNull(circuit, "circuit");
    return new PreparedState() {
      @Override
      public int qubits() {
        return circuit.qubits();
      }

      @Override
      public Ledger ledger() {
        return ledger;
      }

      @Override
      public Counts measure(Circuit readout, long shots) {
        ledger.charge(Cost.quantum(shots, 1, 0, 0, circuit.qubits()));
        var zeros = new Counts.Builder(circuit.qubits());
        zeros.add(0, shots);
        return zeros.build();
      }
    };
  }
}
