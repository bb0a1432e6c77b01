package org.backshadow.state.stabilizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.CliffordAction;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.SignedPauli;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;
import org.backshadow.state.StateVector;

/**
 * The state that a Clifford circuit prepares, as n commuting Pauli strings with signs that leave it
 * as it is. Exact, in {@code O(n)} words, up to 62 qubits. Immutable.
 *
 * <p>Source: Gottesman, arXiv:quant-ph/9807006; Aaronson and Gottesman, arXiv:quant-ph/0406196.
 *
 * <pre>{@code
 * StabilizerState.of(circuit(3).h(0).cx(0, 1).cx(1, 2)).get().generators() // [+XXX, +ZZI, +IZZ]
 * StabilizerState.of(circuit(1).t(0).h(0).t(0)).isPresent() // false
 * }</pre>
 */
public final class StabilizerState {
  private final CliffordAction action;
  private final List<SignedPauli> generators;

  private StabilizerState(CliffordAction action, List<SignedPauli> generators) {
    this.action = action;
    this.generators = generators;
  }

  /** The state of a bound circuit, or nothing if a gate is not a Clifford gate. */
  public static Optional<StabilizerState> of(Circuit circuit) {
    int n = circuit.qubits();
    var zeros = new ArrayList<SignedPauli>();
    for (int q = 0; q < n; q++) {
      zeros.add(new SignedPauli(new PauliString(n, 0, 1L << (n - 1 - q)), false));
    }
    return new StabilizerState(new CliffordAction(), zeros).after(circuit);
  }

  /** The stabilizers that generate all others. */
  public List<SignedPauli> generators() {
    return List.copyOf(generators);
  }

  /** This state after the gates of a bound circuit, or nothing if one is not a Clifford gate. */
  public Optional<StabilizerState> after(Circuit circuit) {
    var rows = new ArrayList<>(generators);
    for (Operation operation : circuit.operations()) {
      if (!action.isClifford(operation)) {
        return Optional.empty();
      }
      rows.replaceAll(row -> action.image(row, operation).orElseThrow());
    }
    return Optional.of(new StabilizerState(action, rows));
  }

  /** The outcome of measuring all qubits of one copy. */
  public long measure(RandomGenerator random) {
    var rows = new StabilizerRows(generators);
    return rows.outcome(random);
  }

  /**
   * Single shots, each in a Pauli basis of its own, by seeds as in {@link StateVector#snapshots}.
   */
  public long[] snapshots(PauliBases bases, Seed seed, long first) {
    long[] outcomes = new long[bases.size()];
    for (int t = 0; t < outcomes.length; t++) {
      Interrupts.check();
      var rows = new StabilizerRows(generators);
      rows.turn(bases.x(t), bases.z(t));
      outcomes[t] = rows.outcome(seed.child(first + t).random()) ^ bases.flips(t);
    }
    return outcomes;
  }

  @Override
  public String toString() {
    return "stabilized by " + generators + " (exact)";
  }
}
