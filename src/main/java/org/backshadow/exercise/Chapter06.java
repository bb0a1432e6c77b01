package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;

/** The easy case: commuting generators and blocks. */
final class Chapter06 {
  private Chapter06() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        circuitsOfBlocks(), commutingSet(), observable(), closedForm(), sharedReadout(), saving());
  }

  private static Exercise<?> circuitsOfBlocks() {
    return Exercise.of(
            "6.1", "How many circuits does commutingBlocks run for 14 rotations in 5 blocks?")
        .number(5)
        .mistake(28.0, "that is parameter shift: two for each parameter")
        .mistake(14.0, "that is one for each component, as the Hadamard test has it")
        .mistake(9.0, "that is the bound; readouts of a block that commute can share a circuit")
        .mistake(1.0, "that would need all of the generators to commute")
        .hint("What do the components of one block share?")
        .hint("Count the blocks that are outlined in the picture.")
        .solution("5, one a block: block.gradient(commutingBlocks().shots(1)).cost().circuits()");
  }

  private static Exercise<?> commutingSet() {
    return Exercise.of("6.2", "Which of the sets of generators commute with each other?")
        .choice("b", "XI, IX, ZZ", "XX, YY, ZZ", "XI, YI, ZI", "XZ, ZI, IX")
        .mistake("a", "ZZ anticommutes with XI: they differ on one qubit only")
        .mistake("c", "on a single qubit X, Y and Z anticommute")
        .mistake("d", "XZ and ZI anticommute: they differ on the first qubit only")
        .hint("Count the qubits on which two strings differ, both not I.")
        .hint("Even: they commute. Odd: they anticommute. Try all pairs of a set.")
        .solution(
            "b: each pair differs on two qubits. The four Bell states are their eigenstates.");
  }

  private static Exercise<?> observable() {
    return Exercise.of("6.3", "The observable of the output state whose mean is dF/dtheta_0.")
        .observable(PauliSum.parse("2*YZ"))
        .mistake(PauliSum.parse("ZZ"), "that is the observable of F itself")
        .mistake(PauliSum.parse("-2*YZ"), "the size is right; check the sign of i[X, Z]")
        .mistake(PauliSum.parse("YZ"), "the string is right; a commutator has two products")
        .mistake(PauliSum.parse("2*ZY"), "that belongs to the other parameter")
        .hint("Calculate i[P, O] for P = XI and O = ZZ.")
        .hint("XZ = -iY and ZX = iY on the first qubit; the second stays Z.")
        .solution("i(XZ - ZX) = 2Y: pauliSum(\"XI\").commutator(pauliSum(\"ZZ\"))");
  }

  private static Exercise<?> closedForm() {
    double other = 0.2;
    return Exercise.of("6.4", "dF/dtheta_0 of that model for theta_1 = 0.2, as a function.")
        .function(a -> -2 * Math.sin(2 * a) * Math.cos(2 * other), 0.1, 0.5, 1.2)
        .mistake(a -> Math.cos(2 * a), "that is a factor of F; differentiate it")
        .mistake(a -> -2 * Math.sin(2 * a), "the other qubit has a factor, too")
        .mistake(
            a -> -Math.sin(2 * a) * Math.cos(2 * other), "the inner derivative of 2a is missing")
        .mistake(
            a -> 2 * Math.sin(2 * a) * Math.cos(2 * other),
            "the derivative of a cosine has a minus")
        .hint("F is a product of two cosines.")
        .hint("Differentiate cos(2a), and keep the factor of the other qubit.")
        .solution("a -> -2 * Math.sin(2 * a) * Math.cos(0.4)");
  }

  private static Exercise<?> sharedReadout() {
    return Exercise.of("6.5", "The circuit that reads XX on qubit 0 and ZZ on qubit 1.")
        .circuit(Circuit.of(2).cx(0, 1).h(0))
        .mistake(Circuit.of(2).h(0).cx(0, 1), "that makes the pair; the inverse runs backwards")
        .mistake(Circuit.of(2).h(0).h(1), "that reads XI and IX, so XX; but ZZ is lost")
        .mistake(Circuit.of(2).cx(0, 1), "ZZ is there now; XX has become XI, which is not Z yet")
        .mistake(Circuit.of(2).cx(1, 0).h(0), "the control is the qubit with the Hadamard gate")
        .hint("The inverse of a circuit undoes its gates, the last one first.")
        .hint("Both gates are their own inverses, so only their order changes.")
        .solution("circuit(2).cx(0, 1).h(0), or circuit(2).h(0).cx(0, 1).adjoint()");
  }

  private static Exercise<?> saving() {
    double shift = 2 * 10 * 20;
    return Exercise.of(
            "6.6", "Circuits of parameter shift for each one of 2B - 1, for 10 blocks of 20.")
        .number(shift / (2 * 10 - 1))
        .within(0.06)
        .mistake(20.0, "2B - 1 is one less than 2B")
        .mistake(200 / 19.0, "parameter shift runs two circuits for each parameter")
        .mistake(40.0, "compare with 2B - 1, not with B")
        .hint("How many parameters are there, and how many circuits for each?")
        .hint("Divide 2M by 2B - 1, with M all rotations of all blocks.")
        .solution("2 * 200 / (2 * 10 - 1) = 400 / 19, about 21.1");
  }
}
