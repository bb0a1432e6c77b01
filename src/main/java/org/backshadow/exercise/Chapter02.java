package org.backshadow.exercise;

import java.util.List;

/** What a gradient costs. */
final class Chapter02 {
  private Chapter02() {}

  static List<Exercise<?>> exercises() {
    return List.of(gatesOfParameterShift());
  }

  private static Exercise<?> gatesOfParameterShift() {
    return Exercise.of(
            "2.1",
            "By what factor do the gates of a parameter-shift gradient grow from M = 16 to 1024 at"
                + " fixed shots?")
        .number(4096)
        .mistake(64.0, "that is how much longer one circuit gets; there are also more of them")
        .mistake(128.0, "two circuits a parameter: but that holds for both sizes")
        .mistake(1024.0, "compare the two sizes, not the larger one with 1")
        .hint("Two things grow: the number of circuits, and the length of each.")
        .hint("Each of the two grows by 1024 / 16.")
        .solution("2M circuits of M gates each: 2M^2 gates a shot, and (1024 / 16)^2 = 4096.");
  }
}
