package org.backshadow.gradient;

import org.backshadow.measure.Copies;
import org.backshadow.resources.Seed;

/**
 * A method that learns from measurement outcomes only: the extension point for methods of your own.
 *
 * <pre>{@code
 * record MeanOfTwo(SampledGradient method) implements SampledGradient {
 *   public String name() { return "meanOfTwo"; }
 *   public Components differentiate(Model model, Copies copies, Seed seed) {
 *     var one = method.differentiate(model, copies, seed.child(0));
 *     var other = method.differentiate(model, copies, seed.child(1));
 *     double[] values = one.values(), errors = one.standardErrors();
 *     for (int k = 0; k < values.length; k++) {
 *       values[k] = (values[k] + other.values()[k]) / 2;
 *       errors[k] = Math.hypot(errors[k], other.standardErrors()[k]) / 2;
 *     }
 *     return new Components(values, errors, one.degreesOfFreedom(), "");
 *   }
 * }
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * f.at(0.4).gradient(new MeanOfTwo(parameterShift().shots(2000)))
 * // meanOfTwo (95 %, 8,000 copies, seed 0): a: -0.406 ± 0.020
 * }</pre>
 */
public non-sealed interface SampledGradient extends GradientMethod {
  /**
   * Estimates the gradient through the door.
   *
   * @param seed for choices of the method's own; outcomes have the door's randomness
   */
  Components differentiate(Model model, Copies copies, Seed seed);

  /**
   * Says before any work whether the method applies.
   *
   * @throws IllegalArgumentException with the reason and a method that does apply
   */
  default void requireApplicable(Model model) {}

  /**
   * The method with the largest number of shots that costs at most so many copies on this model; a
   * method whose shots are set stays as it is.
   *
   * @throws IllegalArgumentException if even the smallest number costs more
   */
  default SampledGradient within(Model model, long copies) {
    return this;
  }

  /** The method with so many shots of each circuit, where they are open. */
  default SampledGradient atShots(long shots) {
    return this;
  }

  /**
   * The method with settings that are proven to bring all components within epsilon with
   * probability {@code 1 - delta}.
   *
   * @throws IllegalArgumentException if no such settings are known
   */
  default SampledGradient guaranteeing(Model model, double epsilon, double delta) {
    throw new IllegalArgumentException(
        name()
            + ": no settings are known that guarantee a largest error; parameterShift(),"
            + " hadamardTest(), weakReadout() and quantumBackprop() have them");
  }

  /** The seed of a run: {@code parameterShift().seed(7)}. */
  default long seed() {
    return 0;
  }
}
