package org.backshadow.gradient;

import static java.util.Objects.requireNonNull;

import org.backshadow.estimate.Rounding;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;

/**
 * A model at a point: its exact value, its value from shots, and its gradient by every method.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * Evaluation point = f.at(0.4);
 * point.value() // 0.9211
 * point.shots(1000).seed(1) // 0.912 ± 0.025 (95 %), 1,000 copies (1 group x 1,000 shots), seed 1
 * point.gradient().values() // [-0.3894]
 * }</pre>
 */
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

  /**
   * The exact value.
   *
   * @throws IllegalArgumentException if there is noise on more qubits than a density matrix is made
   *     of: {@link #trajectories} estimates it then
   */
  public double value() {
    return value.get();
  }

  /** The exact variance {@code <O^2> - <O>^2} of single measurements of the observable. */
  public double variance() {
    return model.circuit().isUnitary()
        ? Simulator.run(model.bound()).variance(model.observable())
        : DensityMatrix.of(model.bound()).variance(model.observable());
  }

  /**
   * The value with noise, estimated from so many simulated pure states with their own errors: for
   * more qubits than a density matrix holds.
   *
   * <p>Cost: no copies; a pass over {@code 2^n} amplitudes for each gate and trajectory.
   */
  public TrajectoryEstimate trajectories(long trajectories) {
    Simulator.requireMemory(model.circuit().qubits(), 3);
    return new TrajectoryEstimate(model, trajectories, 0);
  }

  /**
   * The value from so many shots of each measurement group.
   *
   * <p>Cost: groups &middot; shots copies.
   */
  public ShotEstimate shots(long shots) {
    Simulator.requireShots(model.circuit());
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
    requireNonNull(method, "method");
    if (method instanceof SampledGradient sampled) {
      Simulator.requireShots(model.circuit());
      sampled.requireApplicable(model);
      return new Gradient(
          method.name(), model.parameters(), sampled.seed(), () -> sampled(sampled, model));
    }
    var exact = (ExactGradient) method;
    exact.requireApplicable(model);
    return Gradient.exact(method.name(), model.parameters(), () -> exact(exact, model));
  }

  /**
   * The observables whose values in the output state are the components of the gradient, with their
   * numbers of Pauli terms and weights.
   *
   * @throws IllegalArgumentException if one grows beyond 4,096 terms; none is ever truncated
   */
  public GradientObservables gradientObservables() {
    return GradientObservables.at(model);
  }

  /** The exact Hessian, shape parameters x parameters. */
  public SimpleMatrix hessian() {
    new Adjoint().requireApplicable(model);
    return ExactHessian.of(model);
  }

  /**
   * The Hessian from shots, by the parameter-shift rule twice; runs on first read.
   *
   * <p>Cost: 4 circuits a pair of gate angles of the two-term rule and 2 an angle, shots copies for
   * each of them and each measurement group.
   *
   * @throws IllegalArgumentException if the rule does not apply to a gate
   */
  public MatrixEstimate hessian(ParameterShift method) {
    return secondDerivatives("Hessian", model, false, 1, method);
  }

  /**
   * The metric tensor from shots: -1/2 times the Hessian of the probability that the circuit,
   * followed by its inverse at this point, ends in all zeros. Runs on first read.
   *
   * <p>Cost: as for {@link #hessian(ParameterShift)}, with circuits of twice the length and one
   * group.
   *
   * @throws IllegalArgumentException if the rule does not apply to a gate, or above 12 qubits
   */
  public MatrixEstimate metricTensor(ParameterShift method) {
    return secondDerivatives("metric tensor", SampledMetric.overlap(model), true, -0.5, method);
  }

  private static MatrixEstimate secondDerivatives(
      String name, Model model, boolean stationary, double factor, ParameterShift method) {
    Simulator.requireMemory(model.circuit().qubits(), 2);
    var hessian = new SampledHessian(model, stationary);
    hessian.requireApplicable();
    long shots = Shots.orDefault(method.shots());
    return new MatrixEstimate(
        name,
        model.parameters(),
        shots,
        method.seed(),
        () -> {
          var seed = new Seed(method.seed()).child("outcomes");
          var copies = new SimulatedCopies(Ledger.unlimited(), seed);
          MatrixSum sum = hessian.estimate(copies, new GroupedEstimator(shots));
          return new MatrixEstimate.Run(
              sum.values().scale(factor),
              sum.standardErrors().scale(Math.abs(factor)),
              copies.ledger().cost());
        });
  }

  /**
   * The exact metric tensor {@code Re(<di|dj> - <di|psi><psi|dj>)}, shape parameters x parameters;
   * the observable plays no part. Takes a state vector for each gate angle with a parameter.
   *
   * @throws IllegalArgumentException if the circuit has noise, since this is the metric of pure
   *     states
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
