package org.backshadow.exercise;

import java.util.List;

/** A gradient is an expectation value. */
final class Chapter01 {
  private Chapter01() {}

  static List<Exercise<?>> exercises() {
    return List.of(circuitsOfParameterShift());
  }

  private static Exercise<?> circuitsOfParameterShift() {
    return Exercise.of(
            "1.1",
            "How many circuits does parameter shift run for eight rotations with eight parameters?")
        .number(16)
        .mistake(8.0, "that is one circuit a parameter; a difference needs more values than that")
        .mistake(9.0, "a forward difference would share one circuit; the shifts go both ways")
        .mistake(64.0, "each parameter is shifted alone, not together with the others")
        .hint("What does the rule subtract from what?")
        .hint("It takes two shifted circuits for each gate with a parameter.")
        .solution("Two shifted circuits for each of the eight gates: 2 * 8 = 16.");
  }
}
