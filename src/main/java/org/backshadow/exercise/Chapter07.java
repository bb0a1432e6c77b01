package org.backshadow.exercise;

import java.util.List;
import org.backshadow.pauli.PauliSum;

/** Single-copy shadows of Pauli gradients. */
final class Chapter07 {
  private Chapter07() {}

  static List<Exercise<?>> exercises() {
    return List.of(readers(), derivative(), variance(), whoPaysMore(), local());
  }

  private static Exercise<?> readers() {
    return Exercise.of(
            "7.1",
            "Of 2,700 snapshots in random Pauli bases, how many read the string XYZ on average?")
        .number(2700 / Math.pow(3, 3)) // each of three letters is drawn with probability 1/3
        .within(0.5)
        .mistake(900.0, "so many agree in one letter; all letters of the string have to agree")
        .mistake(2700.0 / 8, "a qubit has three bases to be measured in, not two")
        .mistake(2700.0 / 64, "the identity is no basis: there are only three letters to draw")
        .mistake(2700.0, "a snapshot in another basis says nothing about this string")
        .hint("In how many of the settings do all letters of the string appear?")
        .hint("Each qubit is measured in X, Y or Z, drawn alike and independently.")
        .solution("Three letters agree with probability (1/3)^3, so 2700 / 27 = 100.");
  }

  private static Exercise<?> derivative() {
    // d/da of exp(i a XZ / 2) ZI exp(-i a XZ / 2) at 0
    PauliSum answer =
        PauliSum.parse("XZ").commutator(PauliSum.parse("ZI")).times(0.5); // i[XZ, ZI] / 2
    return Exercise.of(
            "7.2",
            "The last gate is pauliRotation(\"XZ\", a) at a = 0, the observable ZI. Which"
                + " observable of the output state is dF/da?")
        .observable(answer)
        .mistake(answer.times(-1), "the sign: it is i[G, O] and not i[O, G]")
        .mistake(answer.times(2), "pauliRotation turns by half its angle")
        .mistake(PauliSum.parse("XZ"), "that is the generator; it has to meet the observable")
        .mistake(PauliSum.parse("YI"), "the letter on the second qubit does not go away")
        .hint("It is a commutator of the generator and the observable.")
        .hint("pauliSum(\"XZ\").commutator(pauliSum(\"ZI\")) is i[XZ, ZI]; mind the half angle.")
        .solution(
            "pauliSum(\"XZ\").commutator(pauliSum(\"ZI\")).times(0.5): on qubit 0, i[X, Z] = 2Y,"
                + " and Z stays on qubit 1.");
  }

  private static Exercise<?> variance() {
    return Exercise.of(
            "7.3",
            "What is the variance of one snapshot's estimate of a string of weight 2 with mean 0.6,"
                + " in random Pauli bases?")
        .number(9 - 0.36) // E[estimate^2] = 9^2 / 9
        .within(1e-6)
        .mistake(0.64, "so small it is if each copy is measured in the right basis")
        .mistake(9.0, "that is the mean of the square; the square of the mean is to be taken off")
        .mistake(9 - 0.6, "the mean has to be squared before it is taken off")
        .mistake(16 - 0.36, "4 to the weight is a bound for any local observable; a Pauli has less")
        .hint("A variance is the mean of the square minus the square of the mean.")
        .hint("A snapshot says plus or minus nine with probability one ninth, and else nothing.")
        .solution("The mean of the square is 81 / 9 = 9, so the variance is 9 - 0.6^2 = 8.64.");
  }

  private static Exercise<?> whoPaysMore() {
    return Exercise.of(
            "7.4",
            "A string acts on all n qubits and its mean is 0. How many times as many copies do"
                + " random Pauli bases need as random Cliffords, as a function of n?")
        .function(n -> Math.pow(3, n) / (Math.pow(2, n) + 1), 1, 2, 5, 10)
        .mistake(n -> Math.pow(1.5, n), "nearly, for many qubits: there are 2^n + 1 bases")
        .mistake(n -> (Math.pow(2, n) + 1) / Math.pow(3, n), "that is the other one over this one")
        .mistake(n -> Math.pow(3, n), "that is the variance of one of them, not a ratio")
        .hint("At equal error, copies are in proportion to variances.")
        .hint("One variance is three to the weight, the other the number of unbiased bases.")
        .solution("n -> Math.pow(3, n) / (Math.pow(2, n) + 1): the ratio of the two variances.");
  }

  private static Exercise<?> local() {
    return Exercise.of(
            "7.5",
            "All X, Y and Z of single qubits are wanted, of 12 qubits. Which shadow needs the"
                + " fewest copies?")
        .choice(
            "b",
            "random Clifford unitaries",
            "random Pauli bases",
            "both need the same number",
            "none: 36 observables need 36 settings")
        .mistake("a", "there a string costs the same whatever its weight, and 12 qubits are many")
        .mistake("c", "compare the two variances at weight 1")
        .mistake("d", "one setting reads a letter of each qubit at once")
        .hint("Which of the two variances knows about the weight of a string?")
        .hint("At weight 1 the variances are about three and about four thousand.")
        .solution("b: the variance is 3 - <P>^2 in Pauli bases, 4097 - <P>^2 with Cliffords.");
  }
}
