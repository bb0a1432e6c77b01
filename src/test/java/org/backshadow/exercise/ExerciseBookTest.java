package org.backshadow.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.backshadow.circuit.Circuit;
import org.backshadow.state.StateVector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every exercise of the notebooks. */
class ExerciseBookTest {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(e-?\\d+)?");

  private static Stream<DynamicTest> each(java.util.function.Consumer<Exercise<?>> test) {
    return ExerciseBook.read().values().stream()
        .map(exercise -> dynamicTest(exercise.id(), () -> test.accept(exercise)));
  }

  @TestFactory
  Stream<DynamicTest> the_answer_passes() {
    return each(
        exercise ->
            assertThat(exercise.check(exercise.answer()))
                .isEqualTo(new Verdict(exercise.id(), true, "right")));
  }

  @TestFactory
  Stream<DynamicTest> every_mistake_is_answered_with_its_own_words() {
    return each(
        exercise -> {
          var words = new HashSet<String>();
          for (var mistake : exercise.mistakes()) {
            assertThat(exercise.check(mistake.answer()))
                .isEqualTo(new Verdict(exercise.id(), false, mistake.words()));
            assertThat(words.add(mistake.words())).as(mistake.words()).isTrue();
          }
          assertThat(words).hasSizeGreaterThanOrEqualTo(3);
        });
  }

  @TestFactory
  Stream<DynamicTest> no_words_give_the_answer_away() {
    return each(
        exercise -> {
          var words = exercise.mistakes().stream().map(mistake -> mistake.words());
          Stream.concat(words, Stream.concat(exercise.hints().stream(), wrongAnswers(exercise)))
              .forEach(text -> assertThat(tells(text, exercise)).as(text).isFalse());
        });
  }

  @TestFactory
  Stream<DynamicTest> the_hints_differ_and_the_solution_is_another_text() {
    return each(
        exercise ->
            assertThat(
                    Stream.concat(exercise.hints().stream(), Stream.of(exercise.solution()))
                        .distinct())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).isNotBlank()));
  }

  @TestFactory
  Stream<DynamicTest> an_answer_of_another_kind_is_told_which_kind_is_wanted() {
    return each(
        exercise ->
            assertThat(exercise.check(new Object()))
                .isEqualTo(
                    new Verdict(exercise.id(), false, "wanted is " + exercise.kind().wanted())));
  }

  @TestFactory
  Stream<DynamicTest> equal_up_to_a_global_phase_is_right() {
    return each(
        exercise -> {
          if (exercise.answer() instanceof Circuit circuit) {
            Circuit other = Circuit.of(circuit.qubits()).h(0).h(0).then(circuit).rz(0, 2 * Math.PI);
            assertThat(exercise.check(other).right()).isTrue();
          }
          if (exercise.answer() instanceof StateVector state) {
            Circuit phase = Circuit.of(state.qubits()).rz(0, 1).p(0, -1);
            assertThat(exercise.check(state.after(phase)).right()).isTrue();
          }
        });
  }

  /** What check says to answers near the right one. */
  private static Stream<String> wrongAnswers(Exercise<?> exercise) {
    if (exercise.answer() instanceof Double answer) {
      return Stream.of(answer + 1, answer - 1, 10 * answer, -answer, Double.NaN)
          .map(exercise::check)
          .filter(verdict -> !verdict.right())
          .map(Verdict::words);
    }
    if (exercise.answer() instanceof double[] answer) {
      return Stream.of(new double[answer.length], new double[0])
          .map(exercise::check)
          .filter(verdict -> !verdict.right())
          .map(Verdict::words);
    }
    return Stream.of(exercise.check("?").words(), exercise.check(Double.NaN).words());
  }

  private static boolean tells(String text, Exercise<?> exercise) {
    if (exercise.answer() instanceof Double answer) {
      String own = Pattern.quote("\"" + exercise.id() + "\"");
      return NUMBER
          .matcher(text.replaceAll(own, ""))
          .results()
          .anyMatch(match -> isRounded(match.group(), answer, exercise));
    }
    if (exercise.answer() instanceof String letter) {
      var kind = (ChoiceKind) exercise.kind();
      String statement = kind.statements().get(letter.charAt(0) - 'a');
      return text.toLowerCase(Locale.ROOT).contains(statement.toLowerCase(Locale.ROOT))
          || text.matches(".*(\"%1$s\"|\\b%1$s\\)).*".formatted(letter));
    }
    return text.contains(exercise.answer().toString());
  }

  /** Whether the check takes the number, or it is the answer to as many digits. */
  private static boolean isRounded(String number, double answer, Exercise<?> exercise) {
    int point = number.indexOf('.');
    int decimals = point < 0 || number.contains("e") ? 0 : number.length() - point - 1;
    double shown = Double.parseDouble(number);
    boolean rounded =
        decimals >= 2 && Math.abs(shown - answer) <= 0.5 * StrictMath.pow(10, -decimals);
    return exercise.check(shown).right() || rounded;
  }
}
