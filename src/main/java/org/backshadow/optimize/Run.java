package org.backshadow.optimize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.gradient.LossTerm;
import org.backshadow.gradient.Objective;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.Copies;
import org.backshadow.measure.CountingCopies;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.progress.Progress;
import org.backshadow.resources.Budget;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;

/** One run of a plan: the loop over the steps. */
final class Run<M> {
  private final Objective objective;
  private final double[] start;
  private final Optimizer<M> optimizer;
  private final Minimization.Sampling sampling;
  private final Minimization.Limits limits;
  private final boolean budgeted;
  private final Ledger ledger;
  private final ExactLoss referee;
  private final Course course = new Course();

  Run(
      Objective objective,
      double[] start,
      Optimizer<M> optimizer,
      Minimization.Sampling sampling,
      Minimization.Limits limits) {
    this.objective = objective;
    this.start = start;
    this.optimizer = optimizer;
    this.sampling = sampling;
    this.limits = limits;
    this.budgeted = !limits.budget().equals(Budget.UNLIMITED);
    this.ledger = new Ledger(limits.budget());
    this.referee = new ExactLoss(objective.terms(), Ledger.unlimited(), sampling.threads());
  }

  Training minimize() {
    long price = price();
    double[] theta = start.clone();
    M memory = optimizer.start(theta.length);
    String end = "";
    try (Progress progress = Progress.of("minimize", limits.steps())) {
      course.add(0, referee.value(theta), 0, theta);
      for (int step = 1; step <= limits.steps() && end.isEmpty(); step++) {
        Interrupts.check();
        long before = ledger.cost().copies();
        if (price > limits.budget().copies() - before) {
          end = outOfCopies(price);
          break;
        }
        Optimizer.Step<M> next =
            optimizer.step(memory, theta, landscape(step, ledger, doors(), course::measured));
        memory = next.memory();
        theta = next.theta();
        long after = ledger.cost().copies();
        course.add(step, referee.value(theta), after, theta);
        price = after - before;
        end = end(next.residual());
        progress.advance(end.isEmpty() ? 1 : limits.steps());
        progress.show(training(end).plot());
      }
    } catch (BudgetExceededException e) {
      end =
          String.format(
              Locale.ROOT,
              "the step asked for %,d copies more, %,d left of the budget of %,d",
              e.requested(),
              e.left(),
              limits.budget().copies());
    } catch (CancellationException e) {
      if (course.isEmpty()) {
        throw e;
      }
      end = "interrupted";
    }
    return training(end);
  }

  /** What a step costs, found by going through the first one with a door that only counts. */
  private long price() {
    if (!budgeted) {
      return 0;
    }
    Ledger counting = Ledger.unlimited();
    optimizer.step(
        optimizer.start(start.length),
        start.clone(),
        landscape(1, counting, seed -> new CountingCopies(counting), (place, zeros) -> {}));
    long price = counting.cost().copies();
    if (price > limits.budget().copies()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "minimize: a step costs %,d copies; the budget is %,d",
              price,
              limits.budget().copies()));
    }
    return price;
  }

  private StepLandscape landscape(
      int step,
      Ledger ledger,
      Function<Seed, Copies> doors,
      BiConsumer<double[], Estimate> record) {
    Seed seed = new Seed(sampling.seed()).child(step);
    List<LossTerm> terms = Batched.batch(objective, seed.child("batch"));
    long share = limits.budget().copies() / limits.steps() / terms.size();
    return new StepLandscape(
        new ExactLoss(terms, ledger, sampling.threads()),
        new MeasuredLoss(
            terms,
            sampling.lossShots(),
            budgeted ? share : Long.MAX_VALUE,
            doors,
            // Which term meets the end of a budget must not depend on the threads.
            budgeted ? 1 : sampling.threads()),
        sampling.method(),
        seed,
        record);
  }

  private Function<Seed, Copies> doors() {
    return seed -> new SimulatedCopies(ledger, seed);
  }

  private String outOfCopies(long price) {
    return String.format(
        Locale.ROOT,
        "the next step costs %,d copies, %,d left of the budget of %,d",
        price,
        limits.budget().copies() - ledger.cost().copies(),
        limits.budget().copies());
  }

  /** Why the run is over after this step; empty if it is not. */
  private String end(double residual) {
    if (residual == 0) {
      return optimizer.name() + " finds nothing lower";
    }
    double change = Double.isNaN(residual) ? change() : residual;
    return change < limits.tolerance()
        ? "the loss changes by less than " + Rounding.significant(limits.tolerance(), 3)
        : "";
  }

  /** How much the loss that the optimizer saw last differs from the one before. */
  private double change() {
    List<Training.Point> points = course.points();
    int last = points.size() - 1;
    if (sampling.lossShots() == 0 && !(sampling.method() instanceof SampledGradient)) {
      return Math.abs(points.get(last).loss() - points.get(last - 1).loss());
    }
    // A point is measured in the step that leaves it.
    Optional<Estimate> now = points.get(last - 1).measured();
    Optional<Estimate> before = last > 1 ? points.get(last - 2).measured() : Optional.empty();
    return now.isPresent() && before.isPresent()
        ? Math.abs(now.get().value() - before.get().value())
        : Double.POSITIVE_INFINITY;
  }

  private Training training(String end) {
    return new Training(
        objective.parameters(),
        optimizer.name(),
        Minimization.source(optimizer, sampling),
        optimizer.usesGradients() ? "gradients" : "values",
        sampling.seed(),
        course.points(),
        end,
        ledger.cost());
  }
}
