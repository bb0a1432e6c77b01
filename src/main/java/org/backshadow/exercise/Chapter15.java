package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.ansatz.Ansatz;
import org.backshadow.pauli.Hamiltonians;

/** Real inputs: a chain of spins, a circuit from text, flowers. */
final class Chapter15 {
  private Chapter15() {}

  static List<Exercise<?>> exercises() {
    return List.of(parametersOfChain(), rootOfX(), angleOfFlower(), accuracyAndLoss());
  }

  private static Exercise<?> parametersOfChain() {
    var chain = Hamiltonians.transverseFieldIsing(6, 1, 1);
    return Exercise.of(
            "15.1",
            "The Hamiltonian variational ansatz turns about each term once a layer, with an angle"
                + " of its own. How many angles are there for six spins in an open chain and three"
                + " layers?")
        .number(Ansatz.hamiltonianVariational(chain, 3).parameters().size())
        .mistake(11.0, "that is one layer")
        .mistake(36.0, "the chain is open: it has one coupling less than spins")
        .mistake(18.0, "the field is one term a spin; the couplings are terms too")
        .mistake(15.0, "these are the couplings; the field on each spin is a term too")
        .mistake(6.0, "here each term has its own angle, not each kind of term")
        .hint("Count the terms of the Hamiltonian: couplings between neighbors and fields.")
        .hint("Six spins have six fields; how many neighbors are there in an open chain?")
        .solution("(5 couplings + 6 fields) * 3 layers = 33");
  }

  private static Exercise<?> rootOfX() {
    return Exercise.of(
            "15.2",
            "Write a circuit on one qubit, made of rotations, that does the same as the gate sx,"
                + " the square root of X.")
        .circuit(Circuit.of(1).rx(0, Math.PI / 2))
        .mistake(Circuit.of(1).rx(0, Math.PI), "that is X itself; the root goes half the way")
        .mistake(Circuit.of(1).rx(0, -Math.PI / 2), "that is the inverse, sxdg")
        .mistake(
            Circuit.of(1).ry(0, Math.PI / 2),
            "the outcomes have the right probabilities, but it turns about another axis")
        .mistake(Circuit.of(1).rx(0, Math.PI / 4), "the angle is in radians, and X is a half turn")
        .hint("X is a half turn of the Bloch sphere, up to a global phase.")
        .hint("The root of a half turn is a quarter turn about the same axis.")
        .solution("circuit(1).rx(0, Math.PI / 2)");
  }

  private static Exercise<?> angleOfFlower() {
    double low = 1.0;
    double high = 5.1;
    return Exercise.of(
            "15.3",
            "A petal length x runs from 1.0 to 5.1 cm. Which function turns it into an angle that"
                + " runs from 0 to pi/2?")
        .function(x -> (x - low) / (high - low) * Math.PI / 2, 1.0, 2.3, 5.1)
        .mistake(x -> x / high * Math.PI / 2, "the smallest flower should have the angle 0")
        .mistake(x -> (x - low) / (high - low), "from 0 to 1; an angle in radians is wanted")
        .mistake(
            x -> (x - low) / high * Math.PI / 2,
            "the largest flower does not get there: what is the width of the range?")
        .mistake(x -> (x - low) / (high - low) * Math.PI, "that runs twice as far")
        .hint("Move the range to 0, make its width 1, then stretch it.")
        .hint("Subtract the smallest value, divide by the difference of largest and smallest.")
        .solution("x -> (x - 1.0) / (5.1 - 1.0) * Math.PI / 2");
  }

  private static Exercise<?> accuracyAndLoss() {
    return Exercise.of(
            "15.4",
            "After training, all setosa and versicolor flowers are told apart, and still the mean"
                + " squared loss is 0.27. How can that be?")
        .choice(
            "b",
            "a few flowers are still on the wrong side",
            "only the sign of <Z> decides, but the loss asks for the values +1 and -1",
            "the loss has shot noise in it",
            "the loss counts the parameters too")
        .mistake("a", "then not all would be told apart")
        .mistake("c", "this training is exact")
        .mistake("d", "there is no such term in the mean squared error")
        .hint("What does a flower with <Z> = 0.5 and label +1 add to each of the two numbers?")
        .hint("It is right, and yet it adds a quarter to the sum of squares.")
        .solution("b: a flower counts as right when <Z> has the sign of its label.");
  }
}
