package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.gradient.Expectation;
import org.backshadow.pauli.PauliSum;
import org.backshadow.state.Simulator;

/** A gradient is an expectation value. */
final class Chapter01 {
  private Chapter01() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        circuitsOfParameterShift(),
        curveFromThreeValues(),
        parameterShiftRule(),
        commutator(),
        ancillaState(),
        measuredCopy());
  }

  private static Exercise<?> circuitsOfParameterShift() {
    return Exercise.of(
            "1.1",
            "How many circuits does parameter shift run for eight rotations with eight parameters?")
        .number(2 * 8)
        .mistake(8.0, "that is one circuit a parameter; a difference needs more values than that")
        .mistake(9.0, "a forward difference would share one circuit; the shifts go both ways")
        .mistake(64.0, "each parameter is shifted alone, not together with the others")
        .hint("What does the rule subtract from what?")
        .hint("It takes two shifted circuits for each gate with a parameter.")
        .solution("Two shifted circuits for each of the eight gates: 2 * 8 = 16.");
  }

  private static Exercise<?> curveFromThreeValues() {
    // a + b = F(0), a + c = F(pi/4), a - c = F(-pi/4)
    double a = (0.2 - 0.6) / 2;
    double b = 0.5 - a;
    double c = (0.2 + 0.6) / 2;
    return Exercise.of(
            "1.2",
            "Along one angle F(x) = a + b cos 2x + c sin 2x. Measured were F(0) = 0.5, F(pi/4) ="
                + " 0.2 and F(-pi/4) = -0.6. Which function is F?")
        .function(
            x -> a + b * Math.cos(2 * x) + c * Math.sin(2 * x), 0, Math.PI / 4, -0.9, 0.3, 2.5)
        .within(1e-6)
        .mistake(
            x -> a + b * Math.cos(x) + c * Math.sin(x),
            "the numbers are right, but F turns twice as fast: a rotation by x and its inverse act")
        .mistake(
            x -> a + b * Math.cos(2 * x) - c * Math.sin(2 * x),
            "the sine has the wrong sign: which of the two shifted values is larger?")
        .mistake(
            x -> a + 0.5 * Math.cos(2 * x) + c * Math.sin(2 * x),
            "F(0) is not the cosine's factor alone: the constant is in it too")
        .mistake(
            x -> 0.5 + b * Math.cos(2 * x) + c * Math.sin(2 * x),
            "the constant is not F(0): at 0 the cosine is 1")
        .hint("Put each of the three angles into the formula: three equations, three unknowns.")
        .hint("At pi/4 the cosine is gone: half the sum of the shifted values is the constant.")
        .solution(
            "a = (0.2 - 0.6)/2 = -0.2, c = (0.2 + 0.6)/2 = 0.4, b = 0.5 - a = 0.7:"
                + " x -> -0.2 + 0.7 * Math.cos(2 * x) + 0.4 * Math.sin(2 * x)");
  }

  /** A model whose rotations turn by half their angle, as {@code pauliRotation} does. */
  private static Expectation threeRotations() {
    Circuit circuit = Circuit.of(2).h(0).ry(1, 0.4);
    String[] strings = {"XY", "ZX", "YI"};
    for (int j = 0; j < strings.length; j++) {
      circuit = circuit.pauliRotation(strings[j], Angle.parameter("t" + j));
    }
    return Expectation.of(circuit, PauliSum.parse("ZZ + 0.5*XI"));
  }

  private static Exercise<?> parameterShiftRule() {
    Expectation model = threeRotations();
    return Exercise.of(
            "1.3",
            "For rotations exp(-i theta P / 2), which turn half as fast: write a function that"
                + " returns the exact gradient of f at theta from values f.at(...) alone.")
        .gradientFunction(
            differences(Math.PI / 2, 2),
            theta -> model.at(theta).value(),
            new double[] {0.3, -0.7, 1.1},
            new double[] {-1.2, 0.2, 0.5})
        .mistake(
            (f, theta) -> new double[theta.length],
            "zeros: f is not called yet, or its two values lie a whole period apart")
        .mistake(
            differences(1e-2, 2e-2),
            "close, but a small step leaves an error; which larger step is exact?")
        .mistake(
            differences(Math.PI / 4, 1),
            "that is the rule of the notebook's rotations; these turn half as fast")
        .mistake(
            differences(Math.PI / 2, 1),
            "the shift is right; but how does the slope compare with the difference?")
        .mistake(
            differences(-Math.PI / 2, 2), "the sign: take the value further ahead minus the other")
        .hint("Along each angle f is now a + b cos x + c sin x; what is its slope at 0?")
        .hint("Where is the cosine zero and the sine 1 or -1? Evaluate f there.")
        .solution(
            "(f, theta) -> { double[] g = new double[theta.length];"
                + " for (int j = 0; j < g.length; j++) {"
                + " double[] up = theta.clone(), down = theta.clone();"
                + " up[j] += Math.PI / 2; down[j] -= Math.PI / 2;"
                + " g[j] = (f.at(up) - f.at(down)) / 2; } return g; }");
  }

  private static GradientRule differences(double step, double divisor) {
    return (f, theta) -> {
      double[] gradient = new double[theta.length];
      for (int j = 0; j < theta.length; j++) {
        double[] up = theta.clone();
        double[] down = theta.clone();
        up[j] += step;
        down[j] -= step;
        gradient[j] = (f.at(up) - f.at(down)) / divisor;
      }
      return gradient;
    };
  }

  private static Exercise<?> commutator() {
    PauliSum answer = PauliSum.parse("ZX").commutator(PauliSum.parse("IY"));
    return Exercise.of(
            "1.4",
            "If the last gate were exp(-i theta ZX), which observable of the output state would be"
                + " the derivative of <IY> by its angle?")
        .observable(answer)
        .mistake(answer.times(-1), "the sign: i[P, O] has the gate's string first")
        .mistake(
            answer.times(0.5),
            "a commutator has two products; here they have opposite signs and do not cancel")
        .mistake(PauliSum.parse("-2*IZ"), "the gate acts on qubit 0 too; its letter stays")
        .mistake(PauliSum.parse("0*II"), "ZX and IY do not commute: look at qubit 1")
        .hint("Qubit 0 meets I and nothing happens to it; qubit 1 meets X and Y.")
        .hint("XY = iZ and YX = -iZ; then multiply by i.")
        .solution("pauliSum(\"ZX\").commutator(pauliSum(\"IY\")), which is " + answer);
  }

  private static Exercise<?> ancillaState() {
    Circuit answer = Circuit.of(2).h(1).controlled(1, Circuit.of(2).y(0));
    Circuit bell = Circuit.of(2).h(1).cx(1, 0);
    return Exercise.of(
            "1.5",
            "Prepare (|0>|psi> + |1>O|psi>)/sqrt(2) for the one-qubit state psi = |0> and O = Y,"
                + " with the ancilla as the last of two qubits. Which state is it?")
        .state(Simulator.run(answer))
        .mistake(Simulator.run(Circuit.of(2)), "the ancilla is still in |0>; open it first")
        .mistake(Simulator.run(Circuit.of(2).h(1)), "the ancilla is open, but O does not act yet")
        .mistake(Simulator.run(bell), "that is O = X; Y also turns the phase of what it flips")
        .mistake(
            Simulator.run(bell.sdg(1)),
            "the flipped part has the opposite phase: Y|0> is i|1>, not -i|1>")
        .hint("One gate on the ancilla, then one gate that the ancilla controls.")
        .hint(
            "A Hadamard gate on qubit 1; then .controlled(1, ...) of a circuit with O on qubit 0.")
        .solution("state(circuit(2).h(1).controlled(1, circuit(2).y(0)))");
  }

  private static Exercise<?> measuredCopy() {
    return Exercise.of(
            "1.6",
            "One copy of the state at a stop was measured for its component. Can the same copy be"
                + " undone by one gate and measured for the component before?")
        .choice(
            "c",
            "yes, one gate leads from component to component",
            "yes, if the outcome is written down first",
            "no, in general: the measurement has replaced the state, unless the two observables"
                + " commute",
            "no, never: a measured copy is lost whatever is asked next")
        .mistake("a", "the gate leads there, but from which state does it start now?")
        .mistake("b", "the outcome is known, and yet the copy is in another state than before")
        .mistake("d", "too strict: think of asking the same question a second time")
        .hint("What does a measurement leave behind?")
        .hint("Sometimes what it leaves behind still answers the next question as before. When?")
        .solution(
            "c: the measurement projects. Only an observable that commutes with the measured one"
                + " has the average that it had before.");
  }
}
