package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Operation;
import org.backshadow.hypothesis.HypothesisState;
import org.backshadow.measure.coherent.Disturbance;
import org.backshadow.resources.Cost;
import org.backshadow.tomography.BatchPlan;
import org.backshadow.tomography.Step;

/**
 * What a run of quantum backpropagation leaves behind.
 *
 * @param components the gradient
 * @param plan its sizes
 * @param steps a row a check
 * @param snapshots the hypothesis of the last pass, whenever it was new, latest last
 * @param batches how many were prepared
 * @param updates how often the hypothesis was corrected
 * @param disturbance of the batch that was disturbed most
 * @param cost what it used
 */
record BackpropRecord(
    Components components,
    BatchPlan plan,
    List<Step> steps,
    List<Snapshot> snapshots,
    int batches,
    int updates,
    Disturbance disturbance,
    Cost cost) {
  /** A hypothesis in the frame behind a gate. */
  record Snapshot(int operation, HypothesisState hypothesis) {}

  boolean isProven() {
    Guarantee guarantee = components.guarantee();
    return guarantee != null && guarantee.proven();
  }

  long alarms() {
    return steps.stream().filter(step -> step.measured().isPresent()).count();
  }

  /** The hypothesis when the check behind a gate had passed, in the frame behind that gate. */
  HypothesisState hypothesis(int operation, List<Operation> gates) {
    int latest = 0;
    while (latest + 1 < snapshots.size() && snapshots.get(latest + 1).operation() >= operation) {
      latest++;
    }
    HypothesisState hypothesis = snapshots.get(latest).hypothesis();
    for (int i = snapshots.get(latest).operation(); i > operation; i--) {
      hypothesis = hypothesis.after(gates.get(i).inverse());
    }
    return hypothesis;
  }
}
