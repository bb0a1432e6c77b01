package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.state.Simulator;

/** The price of a hypothesis, and why it is hard to avoid. */
final class Chapter13 {
  private Chapter13() {}

  static List<Exercise<?>> exercises() {
    return List.of(memory(), time(), ancilla(), network(), consequence());
  }

  private static Exercise<?> memory() {
    double answer = 16 * StrictMath.pow(4, 20) / 1e12;
    return Exercise.of(
            "13.1", "How many terabytes (10^12 bytes) does one matrix on 20 qubits take?")
        .number(answer)
        .within(0.1)
        .mistake(answer / 16, "an entry takes more than a byte")
        .mistake(answer / 2, "an entry is complex: two numbers of 8 bytes")
        .mistake(answer / (1 << 20), "that is a state vector; a matrix has rows and columns")
        .hint("Count the entries, and the bytes of a complex number.")
        .hint("Rows times columns, each 2^20, with two numbers of 8 bytes in each entry.")
        .solution("16 * 4^20 / 10^12 = 17.6 terabytes, for H or for the hypothesis alone.");
  }

  private static Exercise<?> time() {
    return Exercise.of(
            "13.2", "By what factor does the time of a correction grow from 6 to 9 qubits?")
        .number(512)
        .within(0.5)
        .mistake(64.0, "that is what a gate does")
        .mistake(8.0, "that is one qubit more, or a state vector on three")
        .mistake(24.0, "a factor for each qubit: factors multiply")
        .mistake(1.5, "compare powers, not numbers of qubits")
        .hint("A correction diagonalizes a matrix.")
        .hint("Every qubit doubles the dimension, and the steps are its third power.")
        .solution("8^3 = 512: in theory; caches make the measured factor a little different.");
  }

  private static Exercise<?> ancilla() {
    return Exercise.of(
            "13.3",
            "In which state must the ancilla start, so that the derivative of its Z by the angle of"
                + " exp(-i a Z X / 2) at 0 is the mean of Z, with the right sign?")
        .state(Simulator.run(Circuit.of(1).h(0).s(0)))
        .mistake(
            Simulator.run(Circuit.of(1)), "there a small turn about X changes Z to second order")
        .mistake(Simulator.run(Circuit.of(1).h(0)), "that is what a turn about X leaves alone")
        .mistake(Simulator.run(Circuit.of(1).h(0).sdg(0)), "right but for the sign")
        .mistake(Simulator.run(Circuit.of(1).x(0)), "there a small turn changes Z to second order")
        .hint("The turn must move Z as fast as it can: where on the Bloch sphere is that?")
        .hint("On the equator, away from the axis X; two states are there, with opposite signs.")
        .solution("check(\"13.3\", state(circuit(1).h(0).s(0))), the eigenstate +1 of Y.");
  }

  private static Exercise<?> network() {
    Angle a = Angle.parameter("a");
    return Exercise.of(
            "13.4",
            "Which circuit with the parameter a, on qubit 0 and the ancilla 1, asks for the mean of"
                + " X of qubit 0?")
        .circuit(Circuit.of(2).h(0).pauliRotation("ZX", a).h(0))
        .mistake(Circuit.of(2).pauliRotation("ZX", a), "that asks for Z; V is missing")
        .mistake(Circuit.of(2).h(0).pauliRotation("ZX", a), "V has to be undone afterwards")
        .mistake(
            Circuit.of(2).h(0).pauliRotation("XZ", a).h(0),
            "X is for the ancilla, and the ancilla comes last")
        .mistake(
            Circuit.of(2).h(0).pauliRotation("ZX", a.times(2)).h(0),
            "twice too fast: mind the half")
        .hint("V, the rotation about Z and the ancilla's X, and V undone.")
        .hint("Which gate V takes X to Z?")
        .solution(
            "circuit(2).h(0).pauliRotation(\"ZX\", param(\"a\")).h(0); pauliRotation(\"XX\", a) is"
                + " the same.");
  }

  private static Exercise<?> consequence() {
    return Exercise.of(
            "13.5",
            "What would follow from gradients of all quantum neural networks with few copies and"
                + " polynomial time on the classical computer too?")
        .choice(
            "b",
            "simulators would be superfluous",
            "shadow tomography of all observables that circuits can measure, in polynomial time",
            "parameter shift would need one circuit for all components",
            "copies of an unknown state could be cloned")
        .mistake("a", "a simulator is exact, and needs no copies at all")
        .mistake("c", "parameter shift is another method, and stays as it is")
        .mistake("d", "that is impossible, and nothing here needs it")
        .hint("Which other task have you seen written as a gradient in this notebook?")
        .hint("The network of the second half of the notebook was made of circuits V.")
        .solution(
            "\"b\": any list of observables that circuits can measure is the gradient of a network.");
  }
}
