package org.backshadow.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The exercises of the notebooks, with what this session has solved. Thread-safe. */
public final class Exercises {
  private final Map<String, Exercise> all = new LinkedHashMap<>();
  private final Set<String> solved = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> hintsGiven = new ConcurrentHashMap<>();

  /** All exercises, none of them solved. */
  public Exercises() {
    ExerciseBook.ALL.forEach(exercise -> all.put(exercise.id(), exercise));
  }

  /**
   * Checks an answer and says what is different about it.
   *
   * @throws IllegalArgumentException if there is no such exercise
   */
  public Verdict check(String id, double answer) {
    Verdict verdict = exercise(id).check(answer);
    if (verdict.right()) {
      solved.add(id);
    }
    return verdict;
  }

  /** A hint; asked again, a plainer one. */
  public String hint(String id) {
    List<String> hints = exercise(id).hints();
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
    for (Exercise exercise : all.values()) {
      id.append(exercise.id());
      question.append(exercise.question());
      done.append(solved.contains(exercise.id()) ? "yes" : "");
    }
    return Table.create("%d of %d solved".formatted(solved.size(), all.size()), id, question, done);
  }

  private Exercise exercise(String id) {
    Exercise exercise = all.get(id);
    if (exercise == null) {
      throw new IllegalArgumentException(
          "no exercise \"%s\"; there are %s".formatted(id, String.join(", ", all.keySet())));
    }
    return exercise;
  }
}
