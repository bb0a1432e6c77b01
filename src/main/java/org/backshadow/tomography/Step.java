package org.backshadow.tomography;

import java.util.OptionalDouble;
import org.backshadow.measure.coherent.Disturbance;

/**
 * A two-sided check and what followed from it.
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
