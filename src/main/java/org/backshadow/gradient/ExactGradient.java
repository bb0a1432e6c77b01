package org.backshadow.gradient;

import org.backshadow.state.Simulator;

/**
 * A method that may look at amplitudes; its results say that they are exact.
 *
 * <pre>{@code
 * ExactGradient exact = adjoint();
 * var model = new Model(circuit(1).ry(0, param("a")), pauliSum("Z"), new double[] {0.4});
 * exact.differentiate(model, new Simulator(Ledger.unlimited())) // [-0.3894]
 * }</pre>
 */
public non-sealed interface ExactGradient extends GradientMethod {
  /**
   * Says before any work whether the method applies.
   *
   * @throws IllegalArgumentException with the reason
   */
  default void requireApplicable(Model model) {
    Simulator.requireExact(model.circuit());
  }

  /** The gradient by simulation, charged to the simulator's ledger. */
  double[] differentiate(Model model, Simulator simulator);
}
