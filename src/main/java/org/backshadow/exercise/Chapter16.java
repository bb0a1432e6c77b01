package org.backshadow.exercise;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliSum;

/** Gates, methods, ensembles and experiments of one's own. */
final class Chapter16 {
  private Chapter16() {}

  static List<Exercise<?>> exercises() {
    return List.of(twoRotations(), coefficient(), gradient(), snapshots(), qubitOrder());
  }

  private static Exercise<?> twoRotations() {
    Angle t = Angle.parameter("t");
    return Exercise.of("16.1", "Write exp(-i t (XX + YY) / 4) as a circuit of two Pauli rotations.")
        .circuit(Circuit.of(2).pauliRotation("XX", t.times(0.5)).pauliRotation("YY", t.times(0.5)))
        .mistake(
            Circuit.of(2).pauliRotation("XX", t).pauliRotation("YY", t),
            "too fast: compare with the half that a rotation has already")
        .mistake(
            Circuit.of(2).pauliRotation("XX", t.times(0.25)).pauliRotation("YY", t.times(0.25)),
            "too slow: a rotation has a half of its own")
        .mistake(Circuit.of(2).pauliRotation("XX", t.times(0.5)), "one of the strings is missing")
        .mistake(
            Circuit.of(2).pauliRotation("XX", t.times(0.5)).pauliRotation("YY", t.times(-0.5)),
            "the second one turns the wrong way")
        .hint("XX and YY commute, so that the exponential of the sum is a product.")
        .hint("pauliRotation(P, s) is exp(-i s P / 2): which s gives t / 4?")
        .solution(
            "circuit(2).pauliRotation(\"XX\", t.times(0.5)).pauliRotation(\"YY\", t.times(0.5)).");
  }

  private static Exercise<?> coefficient() {
    return Exercise.of(
            "16.2", "With which factor c(s) is dF/da = c(s) (F(a + s) - F(a - s)) for a rotation?")
        .function(s -> 1 / (2 * StrictMath.sin(s)), 0.3, 1, Math.PI / 2)
        .mistake(s -> 1 / (2 * s), "that is a difference quotient: right for small s only")
        .mistake(s -> 0.5, "that holds for one s; see what the sine does elsewhere")
        .mistake(s -> 1 / StrictMath.sin(s), "twice too large")
        .hint("As a function of one angle F is a constant, a cosine and a sine.")
        .hint("sin(a + s) - sin(a - s) = 2 cos(a) sin(s).")
        .solution("s -> 1 / (2 * Math.sin(s)), without bias for every s between 0 and pi.");
  }

  private static Exercise<?> gradient() {
    return Exercise.of(
            "16.3",
            "Write the gradient of a function of two rotation angles by shifts of pi / 3 instead"
                + " of pi / 2.")
        .gradientFunction(
            (f, theta) -> shifted(f, theta, Math.PI / 3, 1 / Math.sqrt(3)),
            theta -> Math.cos(theta[0]) * Math.sin(theta[1]) + 0.5 * Math.sin(theta[0]),
            new double[] {0.3, 0.8},
            new double[] {-1.1, 0.4})
        .within(1e-6)
        .mistake(
            (f, theta) -> shifted(f, theta, Math.PI / 3, 0.5),
            "that is the factor for the shift of pi / 2")
        .mistake(
            (f, theta) -> shifted(f, theta, Math.PI / 3, 1.5 / Math.PI),
            "that is a difference quotient, which is biased")
        .mistake((f, theta) -> shifted(f, theta, Math.PI / 3, 2 / Math.sqrt(3)), "twice too large")
        .hint("Shift one angle, leave the other alone; the factor is that of the exercise before.")
        .hint("sin(pi / 3) is half the root of three.")
        .solution(
            "For each k: double[] up = theta.clone(), down = theta.clone(); up[k] += Math.PI / 3;"
                + " down[k] -= Math.PI / 3; g[k] = (f.at(up) - f.at(down)) / (2 * Math.sin(Math.PI /"
                + " 3)).");
  }

  private static double[] shifted(
      GradientRule.Model f, double[] theta, double shift, double factor) {
    double[] gradient = new double[theta.length];
    for (int k = 0; k < theta.length; k++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[k] += shift;
      down[k] -= shift;
      gradient[k] = factor * (f.at(up) - f.at(down));
    }
    return gradient;
  }

  private static Exercise<?> snapshots() {
    return Exercise.of(
            "16.4",
            "How many times fewer snapshots does the same letter on all qubits need for XXXX than"
                + " random Pauli bases, where its value is close to 0?")
        .number(27)
        .within(0.01)
        .mistake(81.0, "that is how rarely random bases read it; the other ensemble misses too")
        .mistake(3.0, "that is how rarely the ensemble of your own reads it; compare the two")
        .mistake(9.0, "that holds for strings of three letters")
        .hint("The variance of a snapshot is one over the probability that it reads the string.")
        .hint("Three letters on each of four qubits, against three letters for all of them.")
        .solution("3^4 / 3 = 27.");
  }

  private static Exercise<?> qubitOrder() {
    return Exercise.of("16.5", "What is Qiskit's SparsePauliOp(\"XYZ\") here?")
        .observable(PauliSum.parse("ZYX"))
        .mistake(PauliSum.parse("XYZ"), "Qiskit prints qubit 0 last")
        .mistake(PauliSum.parse("YXZ"), "only two of the qubits are exchanged")
        .mistake(PauliSum.parse("-1*ZYX"), "an order has no sign")
        .hint("Which letter belongs to qubit 0 there, and which here?")
        .hint("Read the letters from the other end.")
        .solution("pauliSum(\"ZYX\"): qubit 0 has the first letter here and the last one there.");
  }
}
