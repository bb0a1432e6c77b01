package org.backshadow.state;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;

/**
 * A noisy circuit as a distribution over pure states: at each channel one Kraus operator K is drawn
 * with its exact probability {@code |K psi|^2}, and the state becomes {@code K psi / |K psi|}. The
 * mean of {@code |psi><psi|} over draws is the density matrix.
 *
 * <p>Cost of a draw: a pass over {@code 2^n} amplitudes per gate, and two per channel. What stands
 * in front of the first channel is done once. Source: Dalibard, Castin, Molmer, Phys. Rev. Lett.
 * 68, 580 (1992).
 *
 * <pre>{@code
 * var noisy = Trajectories.of(circuit(1).h(0).phaseFlip(0, 0.3), Ledger.unlimited());
 * noisy.draw(new Seed(7).random()).expectation("X") // -1.0
 * }</pre>
 */
public final class Trajectories {
  private final Amplitudes start;
  private final List<Step> steps;
  private final Cost each;
  private final Ledger ledger;

  /** A gate or a channel. */
  private interface Step {
    void apply(Amplitudes psi, RandomGenerator random);
  }

  private Trajectories(Amplitudes start, List<Step> steps, Cost each, Ledger ledger) {
    this.start = start;
    this.steps = steps;
    this.each = each;
    this.ledger = ledger;
  }

  /**
   * Of a bound circuit, charged to a ledger draw by draw.
   *
   * @throws IllegalArgumentException if a parameter is not bound or two states do not fit
   */
  public static Trajectories of(Circuit circuit, Ledger ledger) {
    Simulator.requireBound(circuit);
    MemoryLimit.require(circuit.qubits(), 2);
    List<Operation> operations = circuit.operations();
    int fixed = 0;
    while (fixed < operations.size() && operations.get(fixed).isUnitary()) {
      fixed++;
    }
    Amplitudes start = Amplitudes.zeroState(circuit.qubits());
    ledger.charge(cost(fixed, fixed, start));
    for (Operation operation : operations.subList(0, fixed)) {
      Interrupts.check();
      start.apply(operation);
    }
    var steps = new ArrayList<Step>();
    for (Operation operation : operations.subList(fixed, operations.size())) {
      steps.add(
          operation.isUnitary()
              ? (psi, random) -> psi.apply(operation)
              : Branches.of(operation, circuit.qubits())::apply);
    }
    long gates = circuit.gates() - fixed;
    Cost each = cost(gates, gates + 2 * (steps.size() - gates), start);
    return new Trajectories(start, steps, each, ledger);
  }

  private static Cost cost(long gates, long passes, Amplitudes psi) {
    return new Cost(0, 0, gates, 0, 0, passes << psi.qubits(), 2 * psi.bytes());
  }

  /** One draw of the final state. */
  public StateVector draw(RandomGenerator random) {
    ledger.charge(each);
    Amplitudes psi = start.copy();
    for (Step step : steps) {
      Interrupts.check();
      step.apply(psi, random);
    }
    return new StateVector(psi);
  }
}
