package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;

/** Two copies: the separation by Bell sampling. */
final class Chapter08 {
  private Chapter08() {}

  static List<Exercise<?>> exercises() {
    return List.of(bellCircuit(), eigenvalue(), pairs(), halfTheError());
  }

  private static Exercise<?> bellCircuit() {
    return Exercise.of(
            "8.1",
            "Which circuit turns the Bell states of two qubits into basis states, with a cx"
                + " controlled by qubit 0?")
        .circuit(Circuit.of(2).cx(0, 1).h(0))
        .mistake(Circuit.of(2).h(0).cx(0, 1), "this one makes Bell states of basis states")
        .mistake(Circuit.of(2).cx(0, 1), "the phase of a Bell state is not turned into a bit yet")
        .mistake(Circuit.of(2).cx(0, 1).h(1), "Hadamard's gate is on the wrong qubit")
        .mistake(Circuit.of(2), "two qubits read as they are show Z alone")
        .hint("It is the inverse of the circuit that makes Bell states.")
        .hint("Gates in reverse order; each of them is its own inverse.")
        .solution("circuit(2).cx(0, 1).h(0)");
  }

  private static Exercise<?> eigenvalue() {
    return Exercise.of(
            "8.2",
            "Two copies of one qubit gave the outcome a = 1, b = 0. Which eigenvalue of Y x Y is"
                + " that?")
        .number(1 - 2 * ((1 + 0 + 1) % 2)) // (-1)^(x.z + x.b + z.a) with x = z = 1
        .mistake(-1.0, "Y is i X Z: do not forget the term x.z")
        .mistake(0.0, "an eigenvalue of a Pauli string is never that")
        .mistake(2.0, "that is the exponent")
        .hint("Y stands for both of its masks: x and z are set.")
        .hint("Count x.z + x.b + z.a, and see whether the sum is even or odd.")
        .solution("x.z + x.b + z.a = 1 + 0 + 1 is even, so the eigenvalue is +1.");
  }

  private static Exercise<?> pairs() {
    double g = 0.25;
    double strings = Math.pow(4, 5);
    return Exercise.of(
            "8.3",
            "How many pairs make all 4^5 squares right to 0.25, with probability 0.9, by"
                + " Hoeffding's bound 2 ln(2K/delta) / g^2?")
        .number(2 * Math.log(2 * strings / 0.1) / (g * g))
        .within(1)
        .mistake(4 * Math.log(2 * strings / 0.1) / (g * g), "that counts copies, two for a pair")
        .mistake(2 * Math.log(2 * strings / 0.1) / g, "the error is squared in the bound")
        .mistake(2 * Math.log(2 * 32 / 0.1) / (g * g), "there are more strings than basis states")
        .mistake(2 * Math.log(2 * strings / 0.9) / (g * g), "delta is the probability of failure")
        .hint("K is the number of strings, delta what may fail.")
        .hint("K has four to the number of qubits, delta is one tenth.")
        .solution("2 * Math.log(2 * 1024 / 0.1) / (0.25 * 0.25), about 318.");
  }

  private static Exercise<?> halfTheError() {
    return Exercise.of(
            "8.4",
            "The values themselves are wanted with half the error. By what factor does the number"
                + " of pairs grow?")
        .number(16) // the square near 0 has to be known to the square of the error
        .mistake(2.0, "an error falls with the root of a number at best")
        .mistake(4.0, "so it would be for the square; a value is a root of it")
        .mistake(8.0, "the exponent is even: an error that is squared, and squared again")
        .hint("A value of size epsilon has a square of size epsilon^2.")
        .hint("The error that the square may have goes into the bound with a square again.")
        .solution("Pairs grow as 1 / epsilon^4: a factor of 2^4 = 16.");
  }
}
