package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.state.Simulator;

/** Signs and the mimicking state. */
final class Chapter09 {
  private Chapter09() {}

  static List<Exercise<?>> exercises() {
    return List.of(twin(), fromProduct(), pairsForASign(), exponential());
  }

  private static Exercise<?> twin() {
    return Exercise.of(
            "9.1",
            "Which other state of one qubit has the same Bell outcomes, in pairs with itself, as"
                + " |0>?")
        .state(Simulator.run(Circuit.of(1).x(0)))
        .mistake(Simulator.run(Circuit.of(1)), "that is the state itself")
        .mistake(Simulator.run(Circuit.of(1).h(0)), "its X is known and its Z is not")
        .mistake(Simulator.run(Circuit.of(1).h(0).s(0)), "its Y is known and its Z is not")
        .hint("All squares of expectation values have to be the same.")
        .hint("Turn a sign around: which state has <Z> with the other one?")
        .solution("state(circuit(1).x(0)): <X> and <Y> are 0 in both, <Z> is 1 and -1.");
  }

  private static Exercise<?> fromProduct() {
    return Exercise.of(
            "9.2",
            "Pairs of rho with sigma gave a mean eigenvalue of -0.3 for a string whose value in"
                + " sigma is 0.5. What is tr(P rho)?")
        .number(-0.3 / 0.5)
        .within(1e-6)
        .mistake(0.3 / 0.5, "the sign is what all this is for")
        .mistake(-0.3 * 0.5, "the mean is a product already")
        .mistake(-0.3, "the value in sigma is a factor of it")
        .mistake(-Math.sqrt(0.3), "the two states of a pair are different: no square")
        .hint("The mean eigenvalue is tr(P rho) tr(P sigma).")
        .hint("The second factor is known exactly: divide by it.")
        .solution("tr(P rho) = -0.3 / 0.5 = -0.6.");
  }

  private static Exercise<?> pairsForASign() {
    double product = 0.1;
    return Exercise.of(
            "9.3",
            "A product tr(P rho) tr(P sigma) is 0.1. How many pairs make its sign right with"
                + " probability 0.95, by Hoeffding's bound exp(-N p^2 / 2)?")
        .number(2 * Math.log(20) / (product * product))
        .within(1)
        .mistake(Math.log(20) / (product * product), "there is a 2 in the exponent")
        .mistake(2 * Math.log(20) / product, "the product is squared in the bound")
        .mistake(
            2 * Math.log(1 / 0.95) / (product * product), "the bound is on the probability to fail")
        .hint("Set the bound equal to what may fail.")
        .hint("exp(-N p^2 / 2) = 0.05; take logarithms.")
        .solution("N = 2 * Math.log(20) / 0.01, about 599.");
  }

  private static Exercise<?> exponential() {
    return Exercise.of("9.4", "What about the mimicking state grows exponentially with the qubits?")
        .choice(
            "c",
            "the copies of the unknown state",
            "the qubits that stay coherent",
            "the classical work on its matrix",
            "the number of signs that it learns")
        .mistake("a", "look at the table of copies: a power of n")
        .mistake("b", "a pair has twice the qubits of a copy, no more")
        .mistake("d", "the number of updates is bounded by a multiple of n")
        .hint("What is stored of it, and where?")
        .hint("It is a known state: its density matrix is kept and diagonalized.")
        .solution("c: 4^n entries, and 8^n steps each time that it learns a sign.");
  }
}
