package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.Hamiltonians;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.HermitianMatrix;

/** Real inputs: hydrogen. */
final class Chapter14 {
  private static final double BOND = 0.7414;

  private Chapter14() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        circuitsOfEnergy(), electrons(), doubleExcitation(), correlationEnergy(), divergence());
  }

  private static Exercise<?> circuitsOfEnergy() {
    return Exercise.of(
            "14.1",
            "Strings that agree qubit by qubit are read together. How many circuits read all 15"
                + " terms of the hydrogen molecule?")
        .number(Hamiltonians.hydrogen(BOND).groups().rowCount())
        .mistake(15.0, "that is one for each term; strings of I and Z go together")
        .mistake(14.0, "the identity needs no circuit, but others go together as well")
        .mistake(
            2.0,
            "strings such as XXYY and XYYX commute as a whole, but not on each qubit by itself")
        .mistake(1.0, "a single basis reads Z on a qubit or X, not both")
        .hint("How many strings hold only I and Z? Then look at the rest, letter by letter.")
        .hint("The strings of I and Z are one group; no two of the others share a letter basis.")
        .solution("h2.groups(): one group of I and Z, and four strings alone: 5.");
  }

  private static Exercise<?> correlationEnergy() {
    PauliSum h2 = Hamiltonians.hydrogen(BOND);
    double hartreeFock = Expectation.of(Circuit.of(4).x(0).x(1), h2).at().value();
    double ground = HermitianMatrix.of(h2).eigenvalues()[0];
    return Exercise.of(
            "14.4",
            "By how many millihartree does the ground energy at 0.7414 angstrom lie below the"
                + " Hartree-Fock energy?")
        .number(1000 * (hartreeFock - ground))
        .within(0.01)
        .mistake(hartreeFock - ground, "that is in hartree")
        .mistake(1000 * (ground - hartreeFock), "below: the number asked for is positive")
        .mistake(-1000 * ground, "that is the whole energy, not the difference")
        .mistake(1.6, "that is chemical accuracy, the error one allows")
        .hint("Two energies, and their difference in thousandths.")
        .hint("1000 * (energy.at(0.0).value() - ground energy); the curve's lowest point has it.")
        .solution("1000 * (-1.11668439 + 1.13727017) = 20.586");
  }

  private static Circuit excitation(String string, double factor) {
    Angle t = Angle.parameter("t").times(factor);
    return Circuit.of(4).x(0).x(1).pauliRotation(string, t);
  }

  private static Exercise<?> doubleExcitation() {
    return Exercise.of(
            "14.3",
            "The notebook's ansatz prepares cos t |1100> - sin t |0011>. Write a circuit with one"
                + " parameter t that prepares cos t |1100> + sin t |0011>.")
        .circuitPreparing(excitation("YXXX", -2))
        .mistake(excitation("YXXX", 2), "that is the notebook's own; the sign is still minus")
        .mistake(
            excitation("YXXX", -1), "the angle: pauliRotation takes half of it, as rx and ry do")
        .mistake(
            excitation("XXXX", 2), "with an even number of Y the second amplitude is imaginary")
        .mistake(
            Circuit.of(4).pauliRotation("YXXX", Angle.parameter("t").times(-2)),
            "the circuit starts in |0000>; two electrons are missing")
        .hint("Turn the other way, or move the Y to an orbital where it gives the other sign.")
        .hint("A negative factor: t.times(...); or one of the strings with the opposite gradient.")
        .solution(
            "circuit(4).x(0).x(1).pauliRotation(\"YXXX\", param(\"t\").times(-2)); also \"XXYX\""
                + " with times(2)");
  }

  private static Exercise<?> electrons() {
    return Exercise.of(
            "14.2",
            "A qubit in |1> is an electron. Which observable on four qubits is the number of"
                + " electrons?")
        .observable(count(2, -0.5))
        .mistake(count(2, 0.5), "that counts the empty places")
        .mistake(count(0, -0.5), "without a constant the count of |0000> is not zero")
        .mistake(count(4, -1), "that is twice the number: Z runs from -1 to 1")
        .mistake(count(0.5, -0.5), "each of the four qubits brings its own half")
        .hint("First for one qubit: which combination of I and Z is 0 on |0> and 1 on |1>?")
        .hint("(I - Z)/2 on each qubit, and then the sum over four qubits.")
        .solution("pauliSum(\"%s\")".formatted(count(2, -0.5)));
  }

  private static PauliSum count(double constant, double factor) {
    return PauliSum.parse("IIII")
        .times(constant)
        .plus(PauliSum.parse("ZIII + IZII + IIZI + IIIZ").times(factor));
  }

  private static Exercise<?> divergence() {
    return Exercise.of(
            "14.5",
            "With all eight strings and the rate 0.1, gradient descent jumps past the minimum"
                + " and ends at a far higher energy. With one string the same rate is fine. Why?")
        .choice(
            "a",
            "at the start all eight angles turn the same two states, so their steps add up",
            "eight parameters have a noisier gradient",
            "some of the eight strings break the number of electrons",
            "the gradients of the eight have different signs and cancel")
        .mistake("b", "these gradients are exact; there is no noise")
        .mistake("c", "each of them moves two electrons, none breaks their number")
        .mistake("d", "each angle follows its own sign, so that the energy falls with each")
        .hint("Which state does each of the eight strings make from |1100>?")
        .hint("Each makes |0011> of it. What does the sum of eight steps do to that amplitude?")
        .solution(
            "a: to first order the eight act as one angle, whose step is eight times as long; a"
                + " rate of 0.1 / 5 is fine again.");
  }
}
