package org.backshadow.measure.simulated;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.coherent.CoherentBatch;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.measure.coherent.GentleCheck;
import org.backshadow.outcome.Binomial;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.state.StateVector;
import org.backshadow.state.symmetric.SymmetricBatch;
import org.jspecify.annotations.Nullable;

/** A batch on a simulated quantum computer. Not thread-safe. */
final class SimulatedBatch implements CoherentBatch {
  private final long copies;
  private final Ledger ledger;
  private final RandomStream random;

  /** One copy as if there had been no checks. */
  private StateVector one;

  /** All copies together with what the checks did; absent where that is only bounded. */
  private @Nullable SymmetricBatch joint;

  private double moved;
  private double kept = 1;
  private boolean spent;

  /** Whose signs the counter holds: a check of the same string from its other side finds them. */
  private @Nullable PauliString counted;

  private long depthBefore;
  private final long[] layers;

  SimulatedBatch(
      StateVector one,
      @Nullable SymmetricBatch joint,
      long copies,
      long depth,
      Ledger ledger,
      RandomStream random) {
    this.one = one;
    this.joint = joint;
    this.copies = copies;
    this.depthBefore = depth;
    this.ledger = ledger;
    this.random = random;
    this.layers = new long[one.qubits()];
  }

  @Override
  public long copies() {
    return copies;
  }

  @Override
  public int qubits() {
    return one.qubits();
  }

  @Override
  public void apply(Operation operation) {
    requireUsable();
    counted = null;
    long layer = operation.qubits().stream().mapToLong(q -> layers[q]).max().orElse(0) + 1;
    operation.qubits().forEach(q -> layers[q] = layer);
    ledger.charge(
        Cost.quantum(0, 0, copies, depthBefore + deepest(), Math.multiplyExact(copies, qubits())));
    one = one.after(Circuit.of(qubits()).then(operation));
    if (joint != null) {
      joint = joint.after(operation);
    }
  }

  @Override
  public boolean alarms(PauliString string, int outcome, GentleCheck check) {
    requireUsable();
    if (check.copies() != copies || string.qubits() != qubits() || Math.abs(outcome) != 1) {
      throw new IllegalArgumentException(
          "a check of %d copies, a string on %d qubits and an outcome of %d do not fit a batch of %d copies of %d qubits"
              .formatted(check.copies(), string.qubits(), outcome, copies, qubits()));
    }
    if (!string.equals(counted)) {
      count(string);
    }
    double p = (1 + outcome * one.expectation(PauliSum.of(string))) / 2;
    p = Math.min(1, Math.max(0, p));
    spent = joint == null ? drawn(p, check) : measured(joint, string, outcome, check);
    if (!spent) {
      GentleCheck.Passage passage = check.passage(p);
      moved += kept * passage.disturbance();
      kept *= passage.overlap();
    }
    return spent;
  }

  /** Pays for the signs of a string into the counter, and for taking them out again. */
  private void count(PauliString string) {
    depthBefore += deepest() + 2L * (string.weight() + 64 - Long.numberOfLeadingZeros(copies));
    Arrays.fill(layers, 0);
    ledger.charge(
        Cost.quantum(
            0,
            0,
            Math.multiplyExact(2 * copies, string.weight() + 1L),
            depthBefore,
            Math.multiplyExact(copies, qubits() + 1L)));
    counted = string;
  }

  /** From the count of undisturbed copies. */
  private boolean drawn(double p, GentleCheck check) {
    return random.nextDouble() < check.alarmAt(Binomial.draw(copies, p, random));
  }

  /** From the joint state, which then is what the check has left of it. */
  private boolean measured(
      SymmetricBatch before, PauliString string, int outcome, GentleCheck check) {
    SymmetricBatch.Count count = before.count(string, outcome);
    double[] probabilities = count.probabilities();
    double alarm = 0;
    for (int n = 0; n < probabilities.length; n++) {
      alarm += probabilities[n] * check.alarmAt(n);
    }
    if (random.nextDouble() < alarm) {
      return true;
    }
    joint = count.filtered(n -> Math.sqrt(1 - check.alarmAt(n)));
    return false;
  }

  @Override
  public Disturbance disturbance() {
    double proven = moved == 0 ? 0 : moved / kept;
    return new Disturbance(
        proven, joint == null ? OptionalDouble.empty() : OptionalDouble.of(joint.distance(one)));
  }

  private long deepest() {
    long deepest = 0;
    for (long layer : layers) {
      deepest = Math.max(deepest, layer);
    }
    return deepest;
  }

  private void requireUsable() {
    if (spent) {
      throw new IllegalStateException("this batch has alarmed and is spent; prepare another");
    }
  }
}
