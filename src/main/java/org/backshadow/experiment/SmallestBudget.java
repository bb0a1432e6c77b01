package org.backshadow.experiment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.backshadow.estimate.Interval;
import org.backshadow.experiment.Contender.Outcome;
import org.backshadow.experiment.Contender.Truth;
import org.backshadow.gradient.Model;
import org.backshadow.resources.BudgetExceededException;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.Seed;

/**
 * The smallest budget on the grid {@code 2^(k/4)} at which the largest error is at most epsilon in
 * at least 2/3 of the repeats, found by running: up in factors of 4 until it works, then by
 * bisection, which takes success to grow with the budget.
 *
 * <p>A run that asks for more than the budget, which a method with shots of its own may do, has
 * failed.
 */
final class SmallestBudget {
  /** The grid's last point, {@code 2^40} copies. */
  private static final int LAST = 160;

  /**
   * Standard deviation of the logarithm's distance to the grid point above, {@code ln 2 / 4} wide.
   */
  static final double ROUNDING = StrictMath.log(2) / 4 / Math.sqrt(12);

  private final Contender contender;
  private final List<Model> models;
  private final List<Truth> truths;
  private final double epsilon;
  private final Seed seed;
  private final int threads;

  SmallestBudget(
      Contender contender,
      List<Model> models,
      List<Truth> truths,
      double epsilon,
      Seed seed,
      int threads) {
    this.contender = contender;
    this.models = models;
    this.truths = truths;
    this.epsilon = epsilon;
    this.seed = seed;
    this.threads = threads;
  }

  /** The runs at the smallest budget. */
  List<Outcome> find() {
    int low = cheapest() - 1;
    int step = 8;
    int high = low + 1;
    List<Outcome> found = runs(high);
    while (found.isEmpty()) {
      low = high;
      high += step;
      if (high > LAST) {
        throw new IllegalArgumentException(
            "%s does not reach an error of %s with 2^40 copies; is it biased by more?"
                .formatted(contender.name(), epsilon));
      }
      found = runs(high);
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      List<Outcome> outcomes = runs(middle);
      if (outcomes.isEmpty()) {
        low = middle;
      } else {
        high = middle;
        found = outcomes;
      }
    }
    return found;
  }

  private static long copies(int grid) {
    return (long) Math.ceil(StrictMath.pow(2, grid / 4.0));
  }

  /** The first grid point that pays for one shot of everything. */
  private int cheapest() {
    int low = -1;
    int high = LAST;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (affords(copies(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean affords(long copies) {
    try {
      contender.within(models.get(0), copies);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** All runs at a budget, or none as soon as more than a third have failed. */
  private List<Outcome> runs(int grid) {
    int allowed = models.size() / 3;
    var failed = new AtomicInteger();
    List<Optional<Outcome>> outcomes =
        Parallel.map(
            models.size(),
            threads,
            repeat -> {
              if (failed.get() > allowed) {
                return Optional.empty();
              }
              Optional<Outcome> outcome = run(grid, repeat);
              if (outcome.isEmpty() || outcome.get().largest() > epsilon) {
                failed.incrementAndGet();
              }
              return outcome;
            });
    return failed.get() > allowed
        ? List.of()
        : outcomes.stream().flatMap(Optional::stream).toList();
  }

  private Optional<Outcome> run(int grid, int repeat) {
    Model model = models.get(repeat);
    Contender fitted = contender.within(model, copies(grid));
    try {
      return Optional.of(fitted.run(model, truths.get(repeat), seed.child(grid).child(repeat)));
    } catch (BudgetExceededException e) {
      return Optional.empty();
    }
  }

  /**
   * A 95 % interval for what the smallest budget is about. Errors fall with the square root of the
   * budget, so each run says what it alone would have needed; the budget is the 2/3 quantile of
   * that, whose interval the order of the runs gives without further assumptions, widened by the
   * step of the grid.
   */
  static Interval interval(double found, List<Outcome> outcomes, double epsilon) {
    double[] needed =
        outcomes.stream()
            .mapToDouble(o -> found * o.largest() * o.largest() / (epsilon * epsilon))
            .sorted()
            .toArray();
    var below = new BinomialDistribution(null, needed.length, 2.0 / 3);
    int low = below.inverseCumulativeProbability(0.025);
    int high = Math.min(needed.length - 1, below.inverseCumulativeProbability(0.975));
    double step = StrictMath.pow(2, 0.25);
    return new Interval(
        Math.min(found / step, needed[Math.max(0, low - 1)]), Math.max(found * step, needed[high]));
  }
}
