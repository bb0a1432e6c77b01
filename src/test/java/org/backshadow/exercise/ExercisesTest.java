package org.backshadow.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExercisesTest {
  @Test
  void progress_counts_what_was_solved_and_hints_get_plainer() {
    var exercises = new Exercises();

    exercises.check("1.1", 16);
    exercises.check("2.1", 64);

    assertThat(exercises.progress().name()).startsWith("1 of ");
    assertThat(exercises.hint("2.1")).isNotEqualTo(exercises.hint("2.1"));
    assertThat(exercises.solution("1.1")).contains("16");
  }

  @Test
  void an_unknown_exercise_is_answered_with_the_list() {
    assertThatThrownBy(() -> new Exercises().check("9.99", 1))
        .hasMessageStartingWith("no exercise \"9.99\"; there are ")
        .hasMessageContaining("1.1, ");
  }
}
