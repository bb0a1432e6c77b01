package org.backshadow.measure.simulated;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.backshadow.measure.coherent.StoredCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.state.StateVector;

/**
 * Votes of copies of a pure state, drawn from undisturbed copies, with a proven bound on what they
 * have done to them.
 *
 * <p>A vote with the probability q projects onto its outcome: {@code K psi = q psi + d} with {@code
 * ||d||^2 = q (1 - q)}. Telescoping gives {@code ||K_k .. K_1 psi - prod(q) psi|| <= sum(sqrt(q (1
 * - q)))}, and that over {@code prod(q)} bounds the trace distance.
 */
final class SimulatedVotes implements StoredCopies {
  private final StateVector one;
  private final int copies;
  private final long preparation;
  private final Ledger ledger;
  private final RandomStream random;
  private double moved;
  private double kept = 1;
  private long layers;

  SimulatedVotes(
      StateVector one, long copies, long preparation, Ledger ledger, RandomStream random) {
    this.one = one;
    this.copies = Math.toIntExact(copies);
    this.preparation = preparation;
    this.ledger = ledger;
    this.random = random;
  }

  static void requireOdd(long copies) {
    if (copies < 1 || copies % 2 == 0 || copies > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          copies + " copies; votes need an odd number, such as 101, so that none is a tie");
    }
  }

  @Override
  public long copies() {
    return copies;
  }

  @Override
  public long coherentQubits() {
    return (long) copies * one.qubits();
  }

  @Override
  public int majority(PauliString string) {
    long weight = string.weight();
    int digits = Integer.SIZE - Integer.numberOfLeadingZeros(copies);
    layers += 2 * (weight + digits);
    ledger.charge(
        new Cost(
            0,
            0,
            Math.multiplyExact((long) copies, 2 * (weight + 1)),
            preparation + layers,
            Math.multiplyExact((long) copies, one.qubits() + 1L),
            0,
            0));
    double up = (1 + one.expectation(PauliSum.of(string))) / 2;
    up = Math.min(1, Math.max(0, up));
    double minority = new BinomialDistribution(null, copies, up).cumulativeProbability(copies / 2);
    boolean plus = random.nextDouble() >= minority;
    double q = Math.min(1, Math.max(0, plus ? 1 - minority : minority));
    moved += Math.sqrt(q * (1 - q));
    kept *= q;
    return plus ? 1 : -1;
  }

  @Override
  public double disturbance() {
    return moved == 0 ? 0 : moved / kept;
  }
}
