package org.backshadow.exercise;

import java.util.ArrayList;
import java.util.List;

/** An exercise in the making; {@link #solution} ends it. Not thread-safe. */
final class Draft<T> {
  private final Question question;
  private final Kind<T> kind;
  private final T answer;
  private double tolerance = 1e-9;
  private final List<Exercise.Mistake<T>> mistakes = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();

  Draft(Question question, Kind<T> kind, T answer) {
    this.question = question;
    this.kind = kind;
    this.answer = answer;
  }

  /** How far each number of an answer may be off; 1e-9 if nothing is said. */
  Draft<T> within(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  /** What a typical mistake leads to, and words for exactly this mistake. */
  Draft<T> mistake(T answer, String words) {
    mistakes.add(new Exercise.Mistake<>(answer, words));
    return this;
  }

  /** The vague hint first, then the plainer one. */
  Draft<T> hint(String words) {
    hints.add(words);
    return this;
  }

  Exercise<T> solution(String words) {
    return new Exercise<>(
        question.id(), question.question(), kind, answer, tolerance, mistakes, hints, words);
  }
}
