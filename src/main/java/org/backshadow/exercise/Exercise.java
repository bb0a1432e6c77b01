package org.backshadow.exercise;

import java.util.List;

/**
 * A question, its answer, what typical mistakes lead to, and help.
 *
 * @param id chapter and number, such as 1.1
 * @param question in one sentence
 * @param kind of answer
 * @param answer the right one
 * @param tolerance how far an answer may be off
 * @param mistakes wrong answers that are known, with words of their own
 * @param hints from vague to plain
 * @param solution how one gets there
 */
record Exercise<T>(
    String id,
    String question,
    Kind<T> kind,
    T answer,
    double tolerance,
    List<Mistake<T>> mistakes,
    List<String> hints,
    String solution) {

  /** A wrong answer that is known, and what to say to it. */
  record Mistake<T>(T answer, String words) {}

  Exercise {
    if (mistakes.size() < 3) {
      throw new IllegalArgumentException(
          "exercise %s knows %d mistakes; an exercise knows three or more"
              .formatted(id, mistakes.size()));
    }
    if (hints.size() != 2) {
      throw new IllegalArgumentException(
          "exercise %s has %d hints; an exercise has a vague one and a plainer one"
              .formatted(id, hints.size()));
    }
    mistakes = List.copyOf(mistakes);
    hints = List.copyOf(hints);
  }

  /** Begins an exercise; its answer comes next. */
  static Question of(String id, String question) {
    return new Question(id, question);
  }

  Verdict check(Object given) {
    var read = kind.read(given);
    return read.map(this::judge)
        .orElseGet(() -> new Verdict(id, false, "wanted is " + kind.wanted()));
  }

  private Verdict judge(T given) {
    try {
      if (kind.same(given, answer, tolerance)) return new Verdict(id, true, "right");
      for (var mistake : mistakes) {
        if (kind.same(given, mistake.answer(), tolerance)) {
          return new Verdict(id, false, mistake.words());
        }
      }
      String difference = kind.difference(given, answer, tolerance);
      return new Verdict(id, false, "%s; hint(\"%s\") helps".formatted(difference, id));
    } catch (AnswerFailedException failed) {
      return new Verdict(id, false, failed.getMessage());
    }
  }
}
