package org.backshadow.optimize;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.backshadow.figure.Progress;
import org.backshadow.gradient.Components;
import org.backshadow.gradient.ExactGradient;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.GradientMethod;
import org.backshadow.gradient.Gradients;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.Copies;
import org.backshadow.measure.SimulatedCopies;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;

/**
 * A plan to minimize a model's value. Immutable; {@link #run} does it.
 *
 * <p>The loss that is recorded is exact, the referee's view; the optimizer itself sees only the
 * gradients of the chosen method, and only their copies are counted.
 */
public final class Minimization {
  private final Expectation model;
  private final double[] start;
  private final Optimizer<?> optimizer;
  private final GradientMethod method;
  private final int steps;
  private final long seed;

  private Minimization(
      Expectation model,
      double[] start,
      Optimizer<?> optimizer,
      GradientMethod method,
      int steps,
      long seed) {
    this.model = model;
    this.start = start;
    this.optimizer = optimizer;
    this.method = method;
    this.steps = steps;
    this.seed = seed;
  }

  /** By default from zeros, with Adam at rate 0.1, exact gradients, 100 steps, seed 0. */
  public static Minimization of(Expectation model) {
    return new Minimization(
        model, new double[model.parameters().size()], new Adam(0.1), Gradients.adjoint(), 100, 0);
  }

  /** Where to start, in the order of the model's parameters. */
  public Minimization from(double... theta) {
    model.at(theta);
    return new Minimization(model, theta.clone(), optimizer, method, steps, seed);
  }

  public Minimization adam(double rate) {
    return optimizer(new Adam(rate));
  }

  public Minimization gradientDescent(double rate) {
    return optimizer(new GradientDescent(rate));
  }

  /** An optimizer of your own. */
  public Minimization optimizer(Optimizer<?> optimizer) {
    return new Minimization(model, start, optimizer, method, steps, seed);
  }

  /** The gradient method of every step. */
  public Minimization gradient(GradientMethod method) {
    if (method instanceof SampledGradient sampled) {
      sampled.requireApplicable(model.at(start).model());
    }
    return new Minimization(model, start, optimizer, method, steps, seed);
  }

  public Minimization steps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("minimize: " + steps + " steps; at least 1 is needed");
    }
    return new Minimization(model, start, optimizer, method, steps, seed);
  }

  public Minimization seed(long seed) {
    return new Minimization(model, start, optimizer, method, steps, seed);
  }

  /**
   * Minimizes; an interrupt ends it with the steps that are done.
   *
   * @throws CancellationException if it comes before the start has been evaluated
   */
  public Training run() {
    return run(optimizer);
  }

  private <M> Training run(Optimizer<M> optimizer) {
    Ledger ledger = Ledger.unlimited();
    var history = new ArrayList<Training.Point>();
    double[] theta = start.clone();
    M memory = optimizer.start(theta.length);
    try (Progress progress = Progress.of("minimize", steps)) {
      history.add(new Training.Point(0, loss(theta), 0, theta));
      for (int step = 1; step <= steps; step++) {
        Interrupts.check();
        Model here = model.at(theta).model();
        double[] gradient = gradient(here, ledger, new Seed(seed).child(step));
        Optimizer.Step<M> next = optimizer.step(memory, theta, gradient);
        memory = next.memory();
        theta = next.theta();
        history.add(new Training.Point(step, loss(theta), ledger.cost().copies(), theta));
        progress.advance(1);
        progress.show(training(history, ledger).plot());
      }
    } catch (CancellationException e) {
      if (history.isEmpty()) {
        throw e;
      }
      return training(history, ledger);
    }
    return training(history, ledger);
  }

  private Training training(ArrayList<Training.Point> history, Ledger ledger) {
    return new Training(
        model.parameters(), optimizer.name(), method.name(), seed, history, ledger.cost());
  }

  private double[] gradient(Model here, Ledger ledger, Seed seed) {
    if (method instanceof SampledGradient sampled) {
      Copies copies = new SimulatedCopies(ledger, seed.child("outcomes"));
      Components components = sampled.differentiate(here, copies, seed.child("choices"));
      return components.values();
    }
    return ((ExactGradient) method).differentiate(here, new Simulator(ledger));
  }

  private double loss(double[] theta) {
    return model.at(theta).value();
  }

  @Override
  public String toString() {
    return "plan: minimize by %d steps of %s with %s, seed %d; .run() starts it"
        .formatted(steps, optimizer.name(), method.name(), seed);
  }

  static void requirePositive(String optimizer, String what, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s: the %s is %s; it must be a positive number".formatted(optimizer, what, value));
    }
  }
}
