package org.backshadow.exercise;

import java.util.List;

/** Gentle threshold search with real disturbance. */
final class Chapter10 {
  private Chapter10() {}

  static List<Exercise<?>> exercises() {
    return List.of(threshold(), dimension(), proven(), damage(), onlyTheAlarm());
  }

  private static Exercise<?> threshold() {
    return Exercise.of(
            "10.1",
            "A batch has 60 copies, the prediction of a mean is 0.2, and a check alarms 0.3 above"
                + " it. At which count of +1 outcomes is that?")
        .number(60 * (1 + 0.2 + 0.3) / 2)
        .within(1e-6)
        .mistake(36.0, "that is the count that the prediction expects")
        .mistake(60 * 0.5, "a mean of 0.5 is not a fraction of 0.5")
        .mistake(90.0, "more than there are copies: a mean runs from -1 to 1, a fraction does not")
        .mistake(60 * (1 - 0.2 + 0.3) / 2, "this is for the check from below")
        .hint("Which fraction of +1 outcomes belongs to a mean?")
        .hint("A mean x belongs to the fraction (1 + x) / 2.")
        .solution("60 * (1 + 0.2 + 0.3) / 2 = 45.");
  }

  private static Exercise<?> dimension() {
    return Exercise.of(
            "10.2",
            "How many amplitudes does the exact state of 60 copies of two qubits have, when copies"
                + " cannot be told apart?")
        .number(61.0 * 62 * 63 / 6) // ways to share 60 copies among 4 basis states
        .within(0.5)
        .mistake(Math.pow(4, 60), "so many if each copy had a name; they are all treated alike")
        .mistake(240.0, "the copies are entangled by a check: one vector for all")
        .mistake(61.0 * 62 * 63 * 64 / 24, "three bars divide the copies among four basis states")
        .mistake(61.0, "that would be copies of one qubit")
        .hint("Only how many copies are in each basis state matters.")
        .hint("Four basis states share the copies: a binomial coefficient over 3.")
        .solution("63 choose 3 = 61 * 62 * 63 / 6 = 39711.");
  }

  private static Exercise<?> proven() {
    return Exercise.of(
            "10.3",
            "Two checks passed with s = 0.1 and 0.2, and c = 0.9 and 0.95. Which trace distance"
                + " to an untouched batch is proven?")
        .number((0.1 + 0.2) / (0.9 * 0.95))
        .within(1e-3)
        .mistake(0.1 + 0.2, "the state after the checks is not normalized yet")
        .mistake(0.1 / 0.9 + 0.2 / 0.95, "first all the steps, then one division")
        .mistake(0.3 * 0.9 * 0.95, "what passes is shorter than 1: divide by it")
        .mistake(0.1 * 0.2, "errors of steps add up")
        .hint("Steps add up; the amplitude that passes multiplies.")
        .hint("The sum of the s over the product of the c.")
        .solution("(0.1 + 0.2) / (0.9 * 0.95) = 0.351.");
  }

  private static Exercise<?> damage() {
    return Exercise.of(
            "10.4",
            "At a fixed probability of an alarm a check does a damage of 1 unit to 100 copies. How"
                + " many units does it do to m copies?")
        .function(m -> Math.sqrt(100 / m), 25, 100, 400, 10_000)
        .mistake(m -> 100 / m, "it falls more slowly: a count has a standard deviation of root m")
        .mistake(m -> Math.sqrt(m / 100), "more copies are disturbed less, not more")
        .mistake(m -> 1, "not even: what is read about one copy gets less")
        .hint("On a log-log plot it is a line. Which slope has it?")
        .hint("The slope is minus one half.")
        .solution("m -> Math.sqrt(100 / m)");
  }

  private static Exercise<?> onlyTheAlarm() {
    return Exercise.of("10.5", "Why does a check reveal an alarm only, and not the count?")
        .choice(
            "d",
            "the count cannot be computed coherently",
            "the count has too many digits to be noted",
            "the count is known beforehand",
            "to know the count is to project all copies onto it")
        .mistake("a", "it is computed; the question is what is read of it")
        .mistake("b", "it has no more digits than the logarithm of the number of copies")
        .mistake("c", "then there would be nothing to check")
        .hint("What does a measurement do to a superposition of many counts?")
        .hint("A bit that is almost surely no alarm leaves the superposition almost as it was.")
        .solution(
            "d: a measured count collapses the superposition of about root m counts; an alarm that"
                + " hardly ever comes changes it hardly.");
  }
}
