package org.backshadow.tomography;

import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.measure.coherent.BackAction;
import org.backshadow.measure.coherent.CheckNoise;
import org.backshadow.measure.coherent.CoherentBatch;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.measure.coherent.GentleCheck;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.jspecify.annotations.Nullable;

/**
 * Threshold search: which of many predictions is wrong, from few copies.
 *
 * <p>One batch of coherent copies is checked for one observable after the other. A check that
 * passes disturbs it little, so that the same copies serve the next one; an alarm spends the batch,
 * and the next check gets a fresh one, turned by the same gates. Source: Badescu and O'Donnell,
 * arXiv:2011.10908; the logistic noise is ours.
 *
 * <p>Holds the state of a run. Not thread-safe.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState source = door.prepare(circuit(1).ry(0, 0.7));
 * var search = new ThresholdSearch(source, BatchPlan.of(2, 0.3, 0.1), BackAction.BOUNDED);
 * search.check(PauliString.of("Z"), 1, 0.76) == Alarm.NONE // true
 * search.check(PauliString.of("Z"), 1, 0.0) // above
 * }</pre>
 */
public final class ThresholdSearch {
  private final PreparedState source;
  private final BatchPlan plan;
  private final BackAction simulated;
  private Circuit turned;
  private @Nullable CoherentBatch batch;
  private int batches;

  /**
   * A search on copies of a state; nothing is prepared before the first check.
   *
   * @param simulated how a simulated door answers
   */
  public ThresholdSearch(PreparedState source, BatchPlan plan, BackAction simulated) {
    this.source = source;
    this.plan = plan;
    this.simulated = simulated;
    this.turned = Circuit.of(source.qubits());
  }

  /** From here on every copy is turned by this gate as well. */
  public void turn(Operation operation) {
    turned = turned.then(operation);
    if (batch != null) {
      batch.apply(operation);
    }
  }

  /**
   * Checks a prediction from above and from below.
   *
   * @param outcome of the string that counts as +1
   * @param prediction of the mean, -1 to 1
   */
  public Alarm check(PauliString string, int outcome, double prediction) {
    CoherentBatch checked = batch == null ? fresh() : batch;
    long m = plan.copies();
    double high = m * (1 + prediction + plan.offset()) / 2;
    if (checked.alarms(string, outcome, check(high))) {
      return Alarm.ABOVE;
    }
    // From below: the copies with the other outcome, and its prediction with the other sign.
    double low = m * (1 - prediction + plan.offset()) / 2;
    if (checked.alarms(string, -outcome, check(low))) {
      return Alarm.BELOW;
    }
    return Alarm.NONE;
  }

  private GentleCheck check(double threshold) {
    return new GentleCheck(plan.copies(), threshold, plan.noise(), CheckNoise.LOGISTIC);
  }

  private CoherentBatch fresh() {
    CoherentBatch fresh = source.batch(plan.copies(), simulated);
    for (Operation operation : turned.operations()) {
      fresh.apply(operation);
    }
    batch = fresh;
    batches++;
    return fresh;
  }

  /** After an alarm: the mean over fresh copies that are measured one by one; drops the batch. */
  public double verify(PauliString string, int outcome) {
    batch = null;
    Circuit readout = turned.then(Readout.of(string));
    Counts counts = source.measure(readout, plan.verificationCopies());
    double sum = 0;
    for (int k = 0; k < counts.size(); k++) {
      sum += (double) counts.count(k) * Readout.sign(string, counts.outcome(k));
    }
    return outcome * sum / plan.verificationCopies();
  }

  /** How many batches were prepared. */
  public int batches() {
    return batches;
  }

  /** The referee's view of the present batch. */
  public Disturbance disturbance() {
    return batch == null ? Disturbance.NONE : batch.disturbance();
  }
}
