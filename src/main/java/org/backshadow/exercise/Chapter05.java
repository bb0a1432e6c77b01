package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;

/** Collapse: what survives when copies are measured again. */
final class Chapter05 {
  private Chapter05() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        survivors(), gentlerCheck(), stillReadable(), lastCheck(), measuredPair(), sharpDamage());
  }

  private static Exercise<?> survivors() {
    return Exercise.of(
            "5.1", "How many of eight components are found with copies that are measured again?")
        .number(1)
        .mistake(8.0, "that would be so if looking changed nothing")
        .mistake(0.0, "what is measured first, on untouched copies, is right")
        .mistake(4.0, "a fair guess, since strings commute with half of all others; run it")
        .mistake(7.0, "it is rather the other way round: look at which are lost")
        .hint("Run Paper.reusedCopies(at) and compare the two kinds of bars.")
        .hint("Only what was measured on copies that nobody had touched is found.")
        .solution("1, the last component of the circuit, which is measured first; see the table.");
  }

  private static Exercise<?> gentlerCheck() {
    return Exercise.of("5.2", "The factor of copies for a tenth of the damage at equal alarms.")
        .number(100)
        .mistake(10.0, "the damage does not fall as 1/m, it falls more slowly")
        .mistake(Math.sqrt(10), "the other way round: the damage falls with the root of the copies")
        .mistake(2.0, "that takes a good quarter off the damage, no more")
        .hint("What is the slope in the chart of the damage?")
        .hint("The damage goes as copies^(-1/2); it shall be a tenth.")
        .solution("100: the root of 100 is 10. Paper.gentleDamage(0.05, 4, 40, 400)");
  }

  private static Exercise<?> stillReadable() {
    return Exercise.of("5.3", "XZ has been measured on every copy: what can still be read?")
        .choice("b", "ZI", "ZX", "IX", "XX")
        .mistake("a", "Z and X anticommute on the first qubit, and nothing makes up for it")
        .mistake("c", "X and Z anticommute on the second qubit, and nothing makes up for it")
        .mistake("d", "on the first qubit they agree, on the second they anticommute: once is odd")
        .hint("Two strings commute if they differ, both not I, on an even number of qubits.")
        .hint("Look for the string that anticommutes with XZ on both qubits or on none.")
        .solution("b: two qubits anticommute, so the strings commute, and the mean survives.");
  }

  private static Exercise<?> lastCheck() {
    return Exercise.of(
            "5.4", "The observable whose mean in Phi_M is the derivative by the last parameter.")
        .observable(PauliSum.parse("-2*XZY"))
        .mistake(PauliSum.parse("XZY"), "the string is right; now the factor of the formula")
        .mistake(PauliSum.parse("2*XZY"), "the size is right, the sign is not")
        .mistake(PauliSum.parse("-2*YXZ"), "the ancilla is the third qubit, so its letter is last")
        .mistake(PauliSum.parse("-2*IYY"), "that has the observable in it, not the generator")
        .hint("dF/dtheta_j = -2 <Y P_j>, with the letters in the order of the qubits.")
        .hint("The last rotation is about XZ, and the ancilla is measured in Y.")
        .solution("pauliSum(\"-2*XZY\"): first the generator XZ, then Y on the ancilla");
  }

  private static Exercise<?> measuredPair() {
    return Exercise.of("5.5", "The state of a Bell pair after X on qubit 0 has given +1.")
        .state(state(Circuit.of(2).h(0).h(1)))
        .within(1e-9)
        .mistake(state(Circuit.of(2).h(0).cx(0, 1)), "that is the pair before: it has collapsed")
        .mistake(state(Circuit.of(2).h(0)), "qubit 1 was entangled; it has changed, too")
        .mistake(state(Circuit.of(2)), "that would be Z with the outcome +1")
        .mistake(
            state(Circuit.of(2).h(0).x(1).h(1)), "XX is +1 in a Bell pair, so X agrees on both")
        .hint("Project qubit 0 onto |+>; what is left for qubit 1?")
        .hint("(<0| + <1|) applied to qubit 0 of |00> + |11> leaves |0> + |1> on qubit 1.")
        .solution("state(circuit(2).h(0).h(1)): both qubits are in |+>");
  }

  private static StateVector state(Circuit circuit) {
    return Simulator.run(circuit);
  }

  private static Exercise<?> sharpDamage() {
    return Exercise.of(
            "5.6", "The damage of a sharp check that does not alarm, as a function of p.")
        .function(Math::sqrt, 0.001, 0.05, 0.3)
        .mistake(p -> p, "small events do more than that: amplitudes are roots of probabilities")
        .mistake(p -> 1 - p, "that is the probability that it does not alarm")
        .mistake(p -> Math.sqrt(1 - p), "that is the overlap of the two states, not their distance")
        .mistake(p -> Math.sqrt(p * (1 - p)), "the state after the check has to be normalized")
        .hint("Two pure states with overlap c have the trace distance sqrt(1 - c^2).")
        .hint("No alarm leaves the part with the weight 1 - p, and then it is normalized.")
        .solution("The overlap is sqrt(1 - p), so the distance is p -> Math.sqrt(p).");
  }
}
