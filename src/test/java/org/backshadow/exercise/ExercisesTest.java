package org.backshadow.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExercisesTest {
  @Test
  void every_answer_passes_and_every_mistake_has_its_own_words() {
    for (Exercise exercise : ExerciseBook.ALL) {
      assertThat(exercise.check(exercise.answer()).right()).as(exercise.id()).isTrue();
      assertThat(exercise.misled()).as(exercise.id()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(exercise.misled().values()).as(exercise.id()).doesNotHaveDuplicates();
      exercise
          .misled()
          .forEach(
              (mistake, words) ->
                  assertThat(exercise.check(mistake))
                      .isEqualTo(new Verdict(exercise.id(), false, words)));
    }
  }

  @Test
  void no_message_gives_the_answer_away() {
    for (Exercise exercise : ExerciseBook.ALL) {
      String answer = String.valueOf((long) exercise.answer());
      assertThat(exercise.misled().values()).noneMatch(words -> words.contains(answer));
      assertThat(exercise.hints()).noneMatch(hint -> hint.contains(answer));
      assertThat(exercise.check(exercise.answer() + 1).words()).doesNotContain(answer);
      assertThat(exercise.check(Double.NaN).right()).isFalse();
    }
  }

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
    assertThatThrownBy(() -> new Exercises().check("9.9", 1))
        .hasMessage("no exercise \"9.9\"; there are 1.1, 2.1");
  }
}
