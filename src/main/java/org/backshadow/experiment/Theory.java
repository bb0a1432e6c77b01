package org.backshadow.experiment;

import java.util.OptionalDouble;

/**
 * Expected growth with the number of parameters M, up to a factor: dashed lines, never results. The
 * logarithm is the union bound over M components.
 */
final class Theory {
  private Theory() {}

  static OptionalDouble copies(String method, int parameters) {
    double m = parameters;
    return switch (method) {
      case "forward" -> OptionalDouble.of(1);
      case "parameterShift", "finiteDifference", "hadamardTest" -> OptionalDouble.of(m * union(m));
      case "quantumBackprop" -> OptionalDouble.of(union(m) * union(m));
      case "commutingGenerators" -> OptionalDouble.of(union(m));
      case "weakReadout" -> OptionalDouble.of(Math.sqrt(m) * union(m));
      default -> OptionalDouble.empty();
    };
  }

  static OptionalDouble gates(String method, int parameters) {
    if (method.equals("adjoint")) {
      return OptionalDouble.of(parameters);
    }
    OptionalDouble copies = copies(method, parameters);
    return copies.isEmpty() ? copies : OptionalDouble.of(copies.getAsDouble() * parameters);
  }

  static OptionalDouble gatesAtShots(String method, int parameters) {
    double m = parameters;
    return switch (method) {
      case "forward", "adjoint", "spsa", "commutingGenerators", "weakReadout" ->
          OptionalDouble.of(m);
      case "parameterShift", "finiteDifference", "hadamardTest" -> OptionalDouble.of(m * m);
      default -> OptionalDouble.empty();
    };
  }

  /** All M components right with probability 2/3: a failure of 1/(3M) each, two-sided. */
  private static double union(double m) {
    return StrictMath.log(6 * m);
  }
}
