package org.backshadow.tomography;

import java.util.OptionalDouble;
import org.backshadow.measure.coherent.Disturbance;

/**
 * A two-sided check and what followed from it.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState source = door.prepare(circuit(1).ry(0, 0.7));
 * var plan = BatchPlan.of(1, 0.3, 0.1);
 * var start = HypothesisState.maximallyMixed(1);
 * var learner = new OnlineLearner(source, start, plan, UpdateRule.GAP_STEP, BackAction.BOUNDED, 0);
 * learner.answer(new Question(1, "Z", PauliString.of("Z"), 1, DenseObservable.of(pauliSum("Z"))));
 * Step step = learner.steps().get(0);
 * step.alarm() // above
 * step.updated() // true
 * }</pre>
 *
 * @param layer of the question
 * @param question its name
 * @param prediction of the hypothesis before the check
 * @param alarm what the check revealed
 * @param measured the value from fresh copies, after an alarm
 * @param updated whether the hypothesis was corrected
 * @param batch which batch was checked, from 1
 * @param copies all copies used so far
 * @param disturbance of the batch after the check
 */
public record Step(
    int layer,
    String question,
    double prediction,
    Alarm alarm,
    OptionalDouble measured,
    boolean updated,
    int batch,
    long copies,
    Disturbance disturbance) {}
