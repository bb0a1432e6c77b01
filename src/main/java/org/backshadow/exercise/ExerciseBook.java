package org.backshadow.exercise;

import java.util.List;
import java.util.Map;

/** The questions, their answers, and the mistakes that lead astray. */
final class ExerciseBook {
  static final List<Exercise> ALL =
      List.of(
          new Exercise(
              "1.1",
              "How many circuits does parameter shift run for eight rotations with eight parameters?",
              16,
              0,
              Map.of(
                  8.0, "that is one circuit a parameter; a difference needs two values",
                  9.0, "a forward difference would share one circuit; the shifts go both ways",
                  64.0, "each parameter is shifted alone, not together with the others"),
              List.of(
                  "What does the rule subtract from what?",
                  "Two shifted circuits for each gate with a parameter."),
              "Two shifted circuits for each of the eight gates: 16."),
          new Exercise(
              "2.1",
              "By what factor do the gates of a parameter-shift gradient grow from M = 16 to 1024"
                  + " at fixed shots?",
              4096,
              0,
              Map.of(
                  64.0, "that is how much longer one circuit gets; there are also more of them",
                  128.0, "two circuits a parameter: but that holds for both sizes",
                  1024.0, "compare the two sizes, not the larger one with 1"),
              List.of(
                  "Two things grow: the number of circuits, and the length of each.",
                  "Each of the two grows by 1024 / 16."),
              "2M circuits of M gates each: 2M^2 gates a shot, and (1024 / 16)^2 = 4096."));

  private ExerciseBook() {}
}
