package org.backshadow.gradient;

import org.backshadow.hypothesis.UpdateRule;
import org.backshadow.measure.coherent.BackAction;

/**
 * The menu of gradient methods; options follow by dots: {@code parameterShift().shots(4000)}.
 *
 * <pre>{@code
 * Gradients.parameterShift().shots(4000).seed(7) // ParameterShift[shots=4000, seed=7]
 * Gradients.quantumBackprop().epsilon(0.1).delta(0.05).name() // quantumBackprop
 * }</pre>
 */
public class Gradients {
  /** Nested menus extend this class; there is nothing to construct. */
  protected Gradients() {}

  /** Exact, by one forward and one backward pass of the simulator. */
  public static Adjoint adjoint() {
    return new Adjoint();
  }

  /** From shots, two shifted circuits a gate angle; unbiased. */
  public static ParameterShift parameterShift() {
    return new ParameterShift(Shots.OPEN, 0);
  }

  /** From shots, each parameter shifted in all its gates at once; unbiased. */
  public static GeneralShift generalShift() {
    return new GeneralShift(Shots.OPEN, 0);
  }

  /** From shots, one circuit with an ancilla a gate angle; unbiased. */
  public static HadamardTest hadamardTest() {
    return new HadamardTest(Shots.OPEN, 0);
  }

  /** From shots, central differences with step 0.1; biased. */
  public static FiniteDifference finiteDifference() {
    return new FiniteDifference(0.1, Shots.OPEN, 0);
  }

  /** From shots, all parameters moved at once by 0.1 in random directions; biased. */
  public static Spsa spsa() {
    return new Spsa(0.1, Shots.OPEN, 1, 0);
  }

  /** From one classical shadow of the output state by random Pauli bases; unbiased. */
  public static ShadowGradient classicalShadow() {
    return new ShadowGradient(Shots.OPEN, 0);
  }

  /**
   * From coherent copies that are turned back gate by gate and checked gently; guarantees the
   * largest error, epsilon 0.2 at delta 0.1 if not set.
   */
  public static QuantumBackprop quantumBackprop() {
    return new QuantumBackprop(
        0.2, 0.1, UpdateRule.PROJECTION, BackAction.BOUNDED, 0, false, 1, 0, 0);
  }

  /** From Bell measurements of two copies, where each component is one Pauli string. */
  public static BellGradient bellSampling() {
    return new BellGradient(Shots.OPEN, 0);
  }

  /** From shots of one circuit, where all generators commute; unbiased. */
  public static CommutingGenerators commutingGenerators() {
    return new CommutingGenerators(Shots.OPEN, 0);
  }

  /** From shots, one circuit a block of commuting generators; unbiased. */
  public static CommutingBlocks commutingBlocks() {
    return new CommutingBlocks(Shots.OPEN, 0);
  }

  /** From coherent batches that are read weakly, again and again; unbiased. */
  public static WeakReadout weakReadout() {
    return new WeakReadout(Shots.OPEN, 0, 0);
  }
}
