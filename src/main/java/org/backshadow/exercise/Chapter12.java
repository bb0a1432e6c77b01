package org.backshadow.exercise;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Scaling in the number of parameters. */
final class Chapter12 {
  private static final double EPSILON = 0.2;
  private static final double DELTA = 0.1;

  private Chapter12() {}

  static List<Exercise<?>> exercises() {
    return List.of(shiftGates(), crossing(), adjointGrowth(), precision());
  }

  private static Exercise<?> shiftGates() {
    DoubleUnaryOperator shots = m -> StrictMath.log(2 * m / DELTA) / (EPSILON * EPSILON);
    return Exercise.of(
            "12.1",
            "How many gates does parameter shift apply for M rotations behind one gate that"
                + " prepares the input, at error 0.2 with 90 %, as a function of M?")
        .function(m -> 2 * m * (m + 1) * shots.applyAsDouble(m), 16, 100, 1024)
        .within(1)
        .mistake(
            m -> 2 * m * m * shots.applyAsDouble(m),
            "the gate that prepares the input is applied in every circuit too")
        .mistake(
            m -> m * (m + 1) * shots.applyAsDouble(m),
            "a difference needs more than one circuit a parameter")
        .mistake(
            m -> 2 * m * shots.applyAsDouble(m), "those are the copies; each goes through gates")
        .mistake(
            m -> 2 * m * (m + 1) * StrictMath.log(2 / DELTA) / (EPSILON * EPSILON),
            "all components have to be right at once, not one")
        .hint("Circuits times shots of each times gates in each.")
        .hint("The shots are those in the list above the plot.")
        .solution("M -> 2 * M * (M + 1) * Math.log(20 * M) / 0.04: circuits, gates, shots.");
  }

  private static Exercise<?> crossing() {
    double answer = crossing(40, 9, 32);
    return Exercise.of(
            "12.2",
            "Near which number of parameters does quantum backpropagation overtake parameter shift"
                + " if a run raises 40 alarms?")
        .number(answer)
        .within(0.05 * answer)
        .mistake(crossing(40, 1, 32), "the gates of the checks are missing")
        .mistake(crossing(40, 9, 0), "the copies that verify an alarm are missing")
        .mistake(crossing(9.8, 9, 32), "that is the crossing for the alarms of the run above")
        .hint("Set the number of alarms in the cell that computes the crossing.")
        .hint("The bracket in the formula, divided by twice the shots of one circuit.")
        .solution(
            "With alarms = 40 in the cell above: M = ((40 + 9) m + 40 K) epsilon^2 / (2 ln(2M /"
                + " delta)), found by iterating; about "
                + Math.round(answer)
                + ".");
  }

  /**
   * The fixed point of {@code M = ((alarms + layers) m + alarms K) / (2 shots)} with the batch m,
   * the verification {@code K = perAlarm ln(8M / delta) / epsilon^2} and Hoeffding's shots.
   */
  private static double crossing(double alarms, double layers, double perAlarm) {
    double m = 500;
    for (int k = 0; k < 100; k++) {
      double batch = 1.25 * StrictMath.pow(2 * StrictMath.log(5 * m / DELTA) / EPSILON, 2);
      double square = EPSILON * EPSILON;
      double verification = perAlarm * StrictMath.log(8 * m / DELTA) / square;
      double shots = StrictMath.log(2 * m / DELTA) / square;
      m = ((alarms + layers) * batch + alarms * verification) / (2 * shots);
    }
    return m;
  }

  private static Exercise<?> adjointGrowth() {
    return Exercise.of(
            "12.3", "By what factor do the gates of adjoint grow from M = 64 to M = 4096?")
        .number((3 * 4096 + 1) / (3 * 64 + 1.0))
        .within(1.2)
        .mistake(4096.0, "that is what parameter shift does at a fixed number of shots")
        .mistake(3.0, "three passes: but at both sizes")
        .mistake(512.0, "that is a power of 1.5")
        .hint("One pass forward and one backward with two vectors, at either size.")
        .hint("Both sizes cost about three gates a parameter; divide.")
        .solution("(3 * 4096 + 1) / (3 * 64 + 1) = 63.7: the growth of M itself, 64.");
  }

  private static Exercise<?> precision() {
    return Exercise.of("12.4", "Whose cost grows most when epsilon is halved?")
        .choice("c", "parameter shift", "weak readout", "quantum backpropagation", "adjoint")
        .mistake("a", "its shots grow as 1 / epsilon^2; somebody does worse")
        .mistake("b", "its batches grow as 1 / epsilon^2; somebody does worse")
        .mistake("d", "it is exact: epsilon is nothing to it")
        .hint("One of them pays for epsilon twice.")
        .hint("The size of a batch, and how many batches there can be.")
        .solution(
            "Quantum backpropagation: batches of 1 / epsilon^2 copies, and mistakes that can grow as"
                + " 1 / epsilon^2 as well.");
  }
}
