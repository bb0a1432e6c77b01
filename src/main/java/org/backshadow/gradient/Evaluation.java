package org.backshadow.gradient;

import org.backshadow.measure.Rounding;
import org.backshadow.measure.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;

/** A model at a point: its exact value, its value from shots, and its gradient by every method. */
public final class Evaluation {
  private final Model model;
  private final Once<Double> value;

  Evaluation(Model model) {
    this.model = model;
    this.value =
        Once.of(
            () ->
                new Simulator(Ledger.unlimited())
                    .expectation(model.exact().compiled(), model.theta()));
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

  /** The exact Hessian, shape parameters x parameters. */
  public SimpleMatrix hessian() {
    Simulator.requireMemory(model.circuit().qubits(), 2);
    return ExactHessian.of(model);
  }

  /**
   * The exact metric tensor {@code Re(<di|dj> - <di|psi><psi|dj>)}, shape parameters x parameters;
   * the observable plays no part. Takes a state vector for each gate angle with a parameter.
   */
  public SimpleMatrix metricTensor() {
    return ExactMetric.of(model);
  }

  /** The exact quantum Fisher information: 4 times {@link #metricTensor}. */
  public SimpleMatrix quantumFisherInformation() {
    return metricTensor().scale(4);
  }

  /** The exact gradient of {@link #variance}, in the order of the parameters. */
  public double[] varianceGradient() {
    PauliSum observable = model.observable();
    var squared = new Model(model.circuit(), observable.times(observable), model.theta());
    var simulator = new Simulator(Ledger.unlimited());
    double[] gradient = new Adjoint().differentiate(squared, simulator);
    double[] slope = new Adjoint().differentiate(model, simulator);
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] -= 2 * value() * slope[k];
    }
    return gradient;
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

  @Override
  public String toString() {
    return Rounding.significant(value(), 4) + " (exact)";
  }
}
