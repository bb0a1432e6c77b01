package org.backshadow.gradient;

import org.backshadow.measure.Rounding;
import org.backshadow.measure.SimulatedCopies;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;

/** A model at a point: its exact value, its value from shots, and its gradient by every method. */
public final class Evaluation {
  private final Model model;
  private final Once<Double> value;

  Evaluation(Model model) {
    this.model = model;
    this.value =
        Once.of(() -> simulator(Ledger.unlimited()).expectation(model.bound(), model.observable()));
  }

  /** What a sampled method gets to know about this point. */
  public Model model() {
    return model;
  }

  /** The exact value. */
  public double value() {
    return value.get();
  }

  /** The exact variance {@code <O^2> - <O>^2} of single measurements of the observable. */
  public double variance() {
    return Simulator.run(model.bound()).variance(model.observable());
  }

  /**
   * The value from so many shots of each measurement group.
   *
   * <p>Cost: groups &middot; shots copies.
   */
  public ShotEstimate shots(long shots) {
    Simulator.requireMemory(model.circuit().qubits(), 2);
    return new ShotEstimate(model, shots, 0);
  }

  /** The exact gradient, by the adjoint method. */
  public Gradient gradient() {
    return gradient(new Adjoint());
  }

  /**
   * The gradient by a method: a plan that is checked here and runs on first read.
   *
   * @throws IllegalArgumentException if the method does not apply, with the reason
   */
  public Gradient gradient(GradientMethod method) {
    Simulator.requireMemory(model.circuit().qubits(), 2);
    if (method instanceof SampledGradient sampled) {
      sampled.requireApplicable(model);
      return new Gradient(
          method.name(), model.parameters(), sampled.seed(), () -> sampled(sampled, model));
    }
    return Gradient.exact(
        method.name(), model.parameters(), () -> exact((ExactGradient) method, model));
  }

  private static Gradient.Run sampled(SampledGradient method, Model model) {
    var seed = new Seed(method.seed());
    var copies = new SimulatedCopies(Ledger.unlimited(), seed.child("outcomes"));
    Components components = method.differentiate(model, copies, seed.child("choices"));
    return new Gradient.Run(components, copies.ledger().cost());
  }

  private static Gradient.Run exact(ExactGradient method, Model model) {
    Ledger ledger = Ledger.unlimited();
    double[] values = method.differentiate(model, new Simulator(ledger));
    var components =
        new Components(values, new double[values.length], Double.POSITIVE_INFINITY, "");
    return new Gradient.Run(components, ledger.cost());
  }

  private static Simulator simulator(Ledger ledger) {
    return new Simulator(ledger);
  }

  @Override
  public String toString() {
    return Rounding.significant(value(), 4) + " (exact)";
  }
}
