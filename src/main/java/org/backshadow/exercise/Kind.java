package org.backshadow.exercise;

import java.util.Optional;

/**
 * A kind of answer: what belongs to it, when two answers are the same, and how a wrong one differs
 * from the right one, in words that do not give the right one away.
 */
interface Kind<T> {
  /** What is asked for, with an example of how it is written. */
  String wanted();

  /** What was given as an answer of this kind; empty if it is of another kind. */
  Optional<T> read(Object given);

  boolean same(T given, T other, double tolerance);

  /** In which way a wrong answer is wrong. */
  String difference(T given, T right, double tolerance);
}
