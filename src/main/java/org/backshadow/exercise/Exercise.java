package org.backshadow.exercise;

import java.util.List;
import java.util.Map;

/**
 * A question whose answer is a number.
 *
 * @param id chapter and number, such as 1.1
 * @param question in one sentence
 * @param answer the right number
 * @param tolerance how far an answer may be off
 * @param misled what to say to answers that a typical mistake leads to
 * @param hints from vague to plain
 * @param solution how one gets there
 */
record Exercise(
    String id,
    String question,
    double answer,
    double tolerance,
    Map<Double, String> misled,
    List<String> hints,
    String solution) {

  Verdict check(double given) {
    if (Math.abs(given - answer) <= tolerance) {
      return new Verdict(id, true, "right");
    }
    for (var mistake : misled.entrySet()) {
      if (Math.abs(given - mistake.getKey()) <= tolerance) {
        return new Verdict(id, false, mistake.getValue());
      }
    }
    String direction = given < answer ? "too small" : "too large";
    return new Verdict(id, false, direction + "; hint(\"" + id + "\") helps");
  }
}
