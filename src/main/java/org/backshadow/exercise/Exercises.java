package org.backshadow.exercise;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.backshadow.resources.Once;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The exercises of the notebooks, with what this session has solved. Thread-safe.
 *
 * <pre>{@code
 * check("1.1", 0.5).right() // false
 * hint("1.1")
 * }</pre>
 */
public final class Exercises {
  /** Read when first asked for: no session waits for exercises that it does not do. */
  private final Once<Map<String, Exercise<?>>> all = Once.of(ExerciseBook::read);

  private final Set<String> solved = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> hintsGiven = new ConcurrentHashMap<>();

  /**
   * Checks an answer and says what is different about it.
   *
   * @param answer a number, an array of numbers, a letter, a state, a circuit, an observable, a
   *     function of a number, or a {@link GradientRule}: what the exercise asks for
   * @throws IllegalArgumentException if there is no such exercise
   */
  public Verdict check(String id, Object answer) {
    Verdict verdict = exercise(id).check(answer);
    if (verdict.right()) {
      solved.add(id);
    }
    return verdict;
  }

  /** A hint; asked again, a plainer one. */
  public String hint(String id) {
    var hints = exercise(id).hints();
    int given = hintsGiven.computeIfAbsent(id, key -> new AtomicInteger()).getAndIncrement();
    return hints.get(Math.min(given, hints.size() - 1));
  }

  /** How one gets to the answer. */
  public String solution(String id) {
    return exercise(id).solution();
  }

  /** As a table: exercise | question | solved. */
  public Table progress() {
    var id = StringColumn.create("exercise");
    var question = StringColumn.create("question");
    var done = StringColumn.create("solved");
    for (var exercise : all.get().values()) {
      id.append(exercise.id());
      question.append(exercise.question());
      done.append(solved.contains(exercise.id()) ? "yes" : "");
    }
    return Table.create(
        "%d of %d solved".formatted(solved.size(), all.get().size()), id, question, done);
  }

  private Exercise<?> exercise(String id) {
    var exercise = all.get().get(requireNonNull(id, "id"));
    if (exercise == null) {
      throw new IllegalArgumentException(
          "no exercise \"%.20s\"; there are %s"
              .formatted(id, String.join(", ", all.get().keySet())));
    }
    return exercise;
  }
}
