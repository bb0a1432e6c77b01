package org.backshadow.measure.simulated;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.propagation.PauliPropagation;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;

/**
 * A source of copies of the mixed state {@code (I + strength P) / 2^n} with a Pauli string P: the
 * hard case for learners that measure one copy at a time.
 *
 * <p>The copies arrive from outside, so their preparation charges no gates. Outcomes are exact
 * draws: P is carried through the readout circuit and uniform bits are rejected by it; no {@code
 * 2^n} array is formed. Not thread-safe. Source: Chen, Cotler, Huang, Li, arXiv:2111.05881.
 *
 * <pre>{@code
 * var source = new PauliMixture(PauliString.of("XYZ"), 0.9, Ledger.unlimited(), new Seed(7));
 * new GroupedEstimator(1000).estimate(pauliSum("XYZ"), source).value() // 0.914
 * }</pre>
 */
public final class PauliMixture implements PreparedState {
  private final PauliString string;
  private final double strength;
  private final Ledger ledger;
  private final RandomStream random;

  /**
   * @param string not the identity, at most 31 qubits
   * @param strength the expectation value of the string, -1 to 1
   */
  public PauliMixture(PauliString string, double strength, Ledger ledger, Seed seed) {
    requireNonNull(ledger, "ledger");
    if (!(Math.abs(strength) <= 1) || string.isIdentity() || 2 * string.qubits() > Long.SIZE - 2) {
      throw new IllegalArgumentException(
          "(I + %s %s) / 2^%d is no source: the strength lies in -1..1, the string is not the"
                  .formatted(strength, string, string.qubits())
              + " identity and has at most 31 qubits");
    }
    this.string = string;
    this.strength = strength;
    this.ledger = ledger;
    this.random = seed.random();
  }

  @Override
  public int qubits() {
    return string.qubits();
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Counts measure(Circuit readout, long shots) {
    Simulator.requireBound(readout);
    ledger.charge(
        Cost.quantum(
            requirePositive(shots),
            1,
            Math.multiplyExact(shots, (long) readout.gates()),
            readout.depth(),
            qubits()));
    PauliSum carried = PauliSum.of(string);
    for (Operation operation : readout.operations()) {
      carried = PauliPropagation.forward(carried, operation);
    }
    PauliSum diagonal =
        PauliSum.of(qubits(), carried.terms().stream().filter(t -> t.string().x() == 0).toList());
    double largest = Math.abs(strength) * diagonal.oneNorm();
    return draw(qubits(), shots, largest, outcome -> strength * value(diagonal, outcome));
  }

  private static double value(PauliSum diagonal, long outcome) {
    double value = 0;
    for (PauliSum.Term term : diagonal.terms()) {
      value += term.coefficient() * Readout.sign(term.string(), outcome);
    }
    return value;
  }

  @Override
  public Counts measureBell(long pairs) {
    ledger.charge(BellCost.ofPairs(Circuit.of(qubits()), pairs));
    return bell(strength * strength, pairs);
  }

  @Override
  public Counts measureBell(Circuit known, long pairs) {
    ledger.charge(BellCost.beside(Circuit.of(qubits()), known, pairs));
    return bell(strength * Simulator.run(known).expectation(PauliSum.of(string)), pairs);
  }

  /** Only P on both copies has a mean: {@code p(a, b) = (1 + mean sign(a, b)) / 4^n}. */
  private Counts bell(double mean, long pairs) {
    return draw(
        2 * qubits(), pairs, Math.abs(mean), outcome -> mean * Readout.bellSign(string, outcome));
  }

  /** Draws with probability proportional to {@code 1 + tilt}, the tilt at most {@code largest}. */
  private Counts draw(int bits, long shots, double largest, LongToDoubleFunction tilt) {
    long mask = (1L << bits) - 1;
    long[] outcomes = new long[Math.toIntExact(shots)];
    for (int k = 0; k < outcomes.length; k++) {
      if ((k & 1023) == 0) {
        Interrupts.check();
      }
      long outcome;
      do {
        outcome = random.nextLong() & mask;
      } while (random.nextDouble() * (1 + largest) >= 1 + tilt.applyAsDouble(outcome));
      outcomes[k] = outcome;
    }
    Arrays.sort(outcomes);
    var counts = new Counts.Builder(bits);
    int from = 0;
    for (int k = 1; k <= outcomes.length; k++) {
      if (k == outcomes.length || outcomes[k] != outcomes[from]) {
        counts.add(outcomes[from], k - from);
        from = k;
      }
    }
    return counts.build();
  }

  private static long requirePositive(long shots) {
    if (shots < 1) {
      throw new IllegalArgumentException(shots + " shots; at least 1 is needed");
    }
    return shots;
  }
}
