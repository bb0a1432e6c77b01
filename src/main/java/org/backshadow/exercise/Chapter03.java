package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.PauliSum;

/** Shot noise and four estimators; all about one component of one model of ten rotations. */
final class Chapter03 {
  private static final List<String> STRINGS =
      List.of("XYX", "ZXX", "ZIY", "ZII", "IZX", "ZYZ", "IZZ", "XZX", "IZX", "ZYY");
  private static final double[] THETA = {
    1.091078, -1.156204, 0.712869, 0.333163, 0.718947, -0.551153, -0.850677, 0.507384, -0.91403,
    1.10881
  };
  private static final int COMPONENT = 8;
  private static final double STEP = 0.1;

  private Chapter03() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        ratioOfVariances(),
        shotsForAnError(),
        shotsUntilTheBias(),
        expectedDifference(),
        oneMoreDigit(),
        shiftedGate());
  }

  /** F where the angle of the component is moved by so much. */
  private static double moved(double by) {
    Circuit circuit = Circuit.of(3);
    for (int j = 0; j < THETA.length; j++) {
      double theta = THETA[j] + (j == COMPONENT ? by : 0);
      circuit = circuit.pauliRotation(STRINGS.get(j), 2 * theta);
    }
    return Expectation.of(circuit, PauliSum.parse("XZZ")).at().value();
  }

  /** The variance of {@code F+ - F-} with one shot each. */
  private static double variance(double shift) {
    return 2 - moved(shift) * moved(shift) - moved(-shift) * moved(-shift);
  }

  private static double shiftVariance() {
    return variance(Math.PI / 4);
  }

  private static double differenceVariance() {
    return variance(STEP) / (4 * STEP * STEP);
  }

  private static Exercise<?> ratioOfVariances() {
    double ratio = differenceVariance() / shiftVariance();
    return Exercise.of(
            "3.1",
            "By what factor is the variance of differences with h = 0.1 larger than that of"
                + " parameter shift?")
        .number(ratio)
        .within(0.5)
        .mistake(Math.sqrt(ratio), "that is the ratio of the standard errors; square it")
        .mistake(
            1 / (4 * STEP * STEP),
            "that is what the division by 2h does; but the values of F at the points differ, too")
        .mistake(4 * ratio, "the two points of a difference are 2h apart, not h")
        .hint("Put the exact values of F at the shifted points into the two formulas.")
        .hint("along.applyAsDouble(h) and so on are the values that the formulas ask for.")
        .solution(
            "(2 - F(h)^2 - F(-h)^2) / (4h^2) over 2 - F(pi/4)^2 - F(-pi/4)^2, about 48.47 / 1.247:"
                + " 38.9. In the notebook: formula[0] / formula[1].");
  }

  private static Exercise<?> shotsForAnError() {
    double shots = Math.ceil(shiftVariance() / 1e-4);
    return Exercise.of(
            "3.2",
            "How many shots at each of its two points does parameter shift need for a standard"
                + " error of 0.01 in component 8?")
        .number(shots)
        .within(15)
        .mistake(125.0, "the error falls with the root of the shots, so square it")
        .mistake(2 * shots, "that counts both points")
        .mistake(20 * shots, "that pays for the gradient with all its circuits")
        .hint("The standard error is the root of variance over shots.")
        .hint("The variance of one shot at each point stands in the table.")
        .solution("shots = variance / error^2 = 1.24722 / 0.0001, rounded up: 12473.");
  }

  private static Exercise<?> shotsUntilTheBias() {
    double gradient = moved(Math.PI / 4) - moved(-Math.PI / 4);
    double bias = (moved(STEP) - moved(-STEP)) / (2 * STEP) - gradient;
    double shots = differenceVariance() / (bias * bias);
    return Exercise.of(
            "3.3",
            "Differences with h = 0.1: with how many shots at each point is the standard error of"
                + " component 8 as large as the bias?")
        .number(shots)
        .within(3000)
        .mistake(differenceVariance() / bias, "variances belong with squares: square the bias")
        .mistake(
            shiftVariance() / (bias * bias),
            "that is the variance of parameter shift, which has no bias at all")
        .mistake(2 * shots, "that counts both points")
        .hint("Set the root of variance over shots equal to the bias.")
        .hint("Solve for the shots: variance over the square of the bias, both for h = 0.1.")
        .solution("48.4708 / 0.0081637^2, about 727,000: formula[0] / (bias * bias).");
  }

  private static Exercise<?> expectedDifference() {
    return Exercise.of(
            "3.4", "The expected value of a difference as a function of its step, for g = 1.")
        .function(h -> Math.sin(2 * h) / (2 * h), 0.05, 0.1, 0.4, 1)
        .mistake(h -> 1, "that would be a method without bias")
        .mistake(
            h -> Math.sin(h) / h,
            "so it is for an angle that a rotation takes with the factor 1/2; here it has none")
        .mistake(h -> Math.sin(2 * h) / h, "for small steps it should come close to g, here to 2g")
        .mistake(h -> Math.cos(2 * h), "that is the slope at the point itself, not between two")
        .hint("F along the angle is m + r cos(2a + phi): take the difference of two values.")
        .hint("The difference is a sine of twice the step; then divide by the distance.")
        .solution(
            "(F(h) - F(-h)) / 2h = g sin(2h) / 2h, so step -> Math.sin(2 * step) / (2 * step)");
  }

  private static Exercise<?> oneMoreDigit() {
    return Exercise.of("3.5", "What does one more decimal digit from parameter shift cost?")
        .choice(
            "b",
            "10 times the copies",
            "100 times the copies",
            "a tenth of the step",
            "nothing, if the seed is good")
        .mistake("a", "a digit is a tenth of the error; how does the error fall with the copies?")
        .mistake("c", "parameter shift has its step from the sine; a smaller one adds noise")
        .mistake("d", "a lucky seed is an accident, and one would not know that it was")
        .hint("How does the standard error fall with the copies?")
        .hint("Error ~ 1 / root of copies, and the error shall be a tenth.")
        .solution("b: the error falls with the root of the copies, and the root of 100 is 10.");
  }

  private static Exercise<?> shiftedGate() {
    double angle = 2 * THETA[COMPONENT];
    return Exercise.of(
            "3.6", "The rotation with theta_8 in the circuit for the upper value of component 8.")
        .circuit(gate(angle + Math.PI / 2))
        .mistake(gate(angle), "that is the gate without a shift")
        .mistake(gate(angle + Math.PI / 4), "theta is shifted; the gate's angle is twice theta")
        .mistake(gate(angle - Math.PI / 2), "that is the lower value")
        .mistake(gate(angle + Math.PI), "that is too far: the two points would be one")
        .hint("By how much does the rule shift theta, and what does the gate make of theta?")
        .hint("The gate turns by 2 theta, and theta becomes theta + pi/4.")
        .solution("circuit(3).pauliRotation(\"IZX\", 2 * (-0.91403 + Math.PI / 4))");
  }

  private static Circuit gate(double angle) {
    return Circuit.of(3).pauliRotation(STRINGS.get(COMPONENT), angle);
  }
}
