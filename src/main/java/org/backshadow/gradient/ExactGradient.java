package org.backshadow.gradient;

import org.backshadow.state.Simulator;

/** A method that may look at amplitudes; its results say that they are exact. */
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
