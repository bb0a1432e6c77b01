package org.backshadow.exercise;

import java.util.List;
import org.backshadow.pauli.PauliSum;

/** Online shadow tomography. */
final class Chapter11 {
  private Chapter11() {}

  static List<Exercise<?>> exercises() {
    return List.of(ignorance(), mostMistakes(), check(), progress(), parameters());
  }

  private static Exercise<?> ignorance() {
    return Exercise.of(
            "11.1",
            "What does the hypothesis at the start of a run predict for the average of a check,"
                + " minus a Pauli string P on the qubits times Y on the ancilla?")
        .number(0)
        .mistake(1.0, "that would be a hypothesis that is certain")
        .mistake(-1.0, "that would be a hypothesis that is certain, of the other outcome")
        .mistake(0.5, "one outcome in two is +: but what is the average of +1 and -1 then?")
        .hint("At the start the hypothesis is the identity over its dimension.")
        .hint("What is the trace of a Pauli string that is not the identity?")
        .solution(
            "tr(A I / 2^n) = tr(A) / 2^n = 0: the check is traceless. In a cell:"
                + " run.steps().doubleColumn(\"prediction\").get(0).");
  }

  private static Exercise<?> mostMistakes() {
    double answer = 8 * 3 * StrictMath.log(2) / 0.25;
    return Exercise.of(
            "11.2",
            "At most how many mistakes can a run make on 3 qubits, if every prediction must be"
                + " within 0.5?")
        .number(answer)
        .within(1)
        .mistake(answer / 3, "the budget of relative entropy is that of one qubit only")
        .mistake(answer / 2, "the error stands there squared")
        .mistake(answer / 4, "a mistake is what is off by more than half the error")
        .mistake(24 / 0.25, "that is with a logarithm to the base 2; entropies are in nats here")
        .hint("The budget is n ln 2, and each mistake draws on it.")
        .hint(
            "A mistake is off by at least half the error, and lowers the budget by half its square.")
        .solution("n ln 2 / (g^2 / 2) with g = 0.5 / 2: 8 n ln 2 / 0.5^2 = 66.5 for n = 3.");
  }

  private static Exercise<?> check() {
    return Exercise.of(
            "11.3",
            "Which observable on two qubits and the ancilla behind them has the derivative by the"
                + " angle of exp(-i a XZ / 2) as its average?")
        .observable(PauliSum.parse("-1*XZY"))
        .mistake(PauliSum.parse("XZY"), "the string is right, the sign is not")
        .mistake(PauliSum.parse("-1*YXZ"), "the ancilla is the last qubit, not the first")
        .mistake(PauliSum.parse("-1*XZX"), "X of the ancilla has another average: a real part")
        .mistake(PauliSum.parse("-1*XZZ"), "Z of the ancilla tells nothing about O psi")
        .mistake(PauliSum.parse("-2*XZY"), "twice that: the gate has a half in its exponent")
        .hint("The gate's own string, and one letter on the ancilla.")
        .hint("The letter is the one that reads an imaginary part; and mind the sign.")
        .solution("A = -P (x) Y with P = XZ: check(\"11.3\", pauliSum(\"-1*XZY\")).");
  }

  private static Exercise<?> progress() {
    return Exercise.of(
            "11.4",
            "By how much does correcting a mistake of size g lower the relative entropy to the"
                + " truth, at least?")
        .function(g -> g * g / 2, 0.1, 0.25, 0.7)
        .mistake(g -> g * g, "a factor is missing")
        .mistake(g -> g, "a small mistake teaches much less than that")
        .mistake(g -> g / 2, "twice the mistake teaches more than twice as much")
        .mistake(g -> 2 * g * g, "that much cannot be promised: the factor is not on this side")
        .hint("The bound on mistakes is n ln 2 over this function.")
        .hint("It is quadratic in g.")
        .solution("g^2 / 2, by the inequalities of Golden-Thompson and Hoeffding: g -> g * g / 2.");
  }

  private static Exercise<?> parameters() {
    return Exercise.of(
            "11.5",
            "What happens to the bound on mistakes when the circuit gets ten times as many"
                + " parameters?")
        .choice("b", "it grows tenfold", "nothing", "it grows by a logarithm", "it falls")
        .mistake("a", "look for the number of parameters in the formula")
        .mistake("c", "that happens to the copies of a batch, not to the mistakes")
        .mistake("d", "more questions make no fewer mistakes")
        .hint("Write the bound down.")
        .hint("What does the budget of relative entropy depend on, and what does a mistake cost?")
        .solution("Nothing: 8 n ln 2 / epsilon^2 has no M in it.");
  }
}
