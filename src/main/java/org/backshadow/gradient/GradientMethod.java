package org.backshadow.gradient;

/**
 * A way to get the gradient of a model: exact ones simulate, sampled ones measure.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * for (GradientMethod method : List.of(adjoint(), parameterShift(), hadamardTest())) {
 *   System.out.println(f.at(0.4).gradient(method));
 * }
 * }</pre>
 */
public sealed interface GradientMethod permits ExactGradient, SampledGradient {
  /** As the method is called in a cell: {@code parameterShift}. */
  String name();
}
