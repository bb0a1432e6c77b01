package org.backshadow.experiment;

/**
 * One method at one size.
 *
 * <pre>{@code
 * var scaling = scaling("parameters", 2, 4).measure(gatesAtShots(100)).repeats(2).seed(7)
 *     .model(m -> expectation(Ansatz.randomPauliRotations(3, m, 2, 1), pauliSum("ZZZ")));
 * ScalingPoint point = scaling.methods(parameterShift()).run().points().get(2);
 * point.method() // forward
 * point.copies() // 100.0
 * }</pre>
 *
 * @param size the value of the variable, such as the number of parameters
 * @param value of the measure: the mean over repeats, or the smallest budget's
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param copies mean copies of a run
 * @param circuits mean circuits of a run
 * @param gates mean gate applications of a run
 * @param largestGradient the largest component of the exact gradient, averaged over repeats: where
 *     it is not well above the error, the trivial answer 0 passes too
 */
public record ScalingPoint(
    String method,
    int size,
    double value,
    double low,
    double high,
    double copies,
    double circuits,
    double gates,
    double largestGradient) {}
