package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;

/** The tour. */
final class Chapter00 {
  private Chapter00() {}

  static List<Exercise<?>> exercises() {
    return List.of(bellPair(), circuitsForHundredParameters());
  }

  private static Exercise<?> circuitsForHundredParameters() {
    return Exercise.of(
            "0.2", "How many circuits does parameter shift run for a gradient by 100 parameters?")
        .number(2 * 100)
        .mistake(100.0, "one circuit a parameter gives a value; a derivative needs a difference")
        .mistake(101.0, "the rule does not share the unshifted circuit: it shifts both ways")
        .mistake(2400.0, "the tour's 24 circuits were for all of its twelve parameters together")
        .mistake(10_000.0, "each parameter is shifted alone, not together with the others")
        .hint("Count the circuits of the table above for one parameter.")
        .hint("Twelve parameters took 24 circuits, and each parameter takes as many as the others.")
        .solution("Two shifted circuits for each parameter: 2 * 100 = 200.");
  }

  private static Exercise<?> bellPair() {
    return Exercise.of(
            "0.1", "Which circuit turns |00> into (|00> + |11>) / sqrt(2)? Many are right.")
        .circuitPreparing(Circuit.of(2).h(0).cx(0, 1))
        .mistake(Circuit.of(2), "that leaves |00> as it is")
        .mistake(
            Circuit.of(2).cx(0, 1).h(0),
            "the order: this controlled gate sees its control in |0> and does nothing")
        .mistake(
            Circuit.of(2).h(0).h(1),
            "now all four outcomes are equally likely; the second qubit should follow the first")
        .mistake(
            Circuit.of(2).h(0).x(1).cx(0, 1),
            "the qubits are opposite: wanted is that they are the same")
        .hint("First make one qubit undecided, then let the other follow it.")
        .hint("A Hadamard gate makes undecided; a controlled gate makes follow.")
        .solution("circuit(2).h(0).cx(0, 1): h makes |0> + |1>, and cx flips qubit 1 with |1>.");
  }
}
