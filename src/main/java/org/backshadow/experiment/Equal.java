package org.backshadow.experiment;

import java.util.Collections;
import java.util.List;
import org.backshadow.estimate.Rounding;
import org.backshadow.experiment.Contender.Outcome;
import org.backshadow.experiment.Contender.Truth;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.Seed;

/** What is the same for all methods of a comparison. */
sealed interface Equal {
  String words();

  /** The runs of a contender on a model. */
  List<Outcome> run(
      Contender contender, Model model, Truth truth, int repeats, Seed seed, int threads);

  /**
   * Says before any work whether a method can take part.
   *
   * @throws IllegalArgumentException with the model's name and the reason
   */
  default void require(String name, SampledGradient method, Model model) {
    try {
      method.requireApplicable(model);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static List<Outcome> repeated(
      Contender contender, Model model, Truth truth, int repeats, Seed seed, int threads) {
    return Parallel.map(repeats, threads, k -> contender.runOrExplain(model, truth, seed.child(k)));
  }

  /** A budget of copies, which the ledger enforces. */
  record Copies(long copies) implements Equal {
    public Copies {
      requirePositive("copies", copies);
    }

    @Override
    public String words() {
      return "copies: " + Rounding.count(copies);
    }

    @Override
    public void require(String name, SampledGradient method, Model model) {
      Equal.super.require(name, method, model);
      try {
        method.within(model, copies);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
      }
    }

    @Override
    public List<Outcome> run(
        Contender contender, Model model, Truth truth, int repeats, Seed seed, int threads) {
      return repeated(contender.within(model, copies), model, truth, repeats, seed, threads);
    }
  }

  /** So many gate applications, by as many copies as they pay for. */
  record Gates(long gates) implements Equal {
    public Gates {
      requirePositive("gates", gates);
    }

    @Override
    public String words() {
      return "gates: " + Rounding.count(gates);
    }

    /**
     * The gates of a copy come from a run with few copies; where circuits are drawn at random they
     * differ a little, and a run that uses more is done again with fewer copies.
     */
    @Override
    public List<Outcome> run(
        Contender contender, Model model, Truth truth, int repeats, Seed seed, int threads) {
      long fewest = fewest(contender, model);
      Outcome probe = contender.within(model, fewest).run(model, truth, seed.child("probe"));
      double each = (double) probe.cost().gates() / Math.max(1, probe.cost().copies());
      long copies = (long) Math.min(1L << 40, gates / Math.max(each, 1e-9));
      while (copies >= fewest) {
        List<Outcome> outcomes =
            repeated(contender.within(model, copies), model, truth, repeats, seed, threads);
        long most = outcomes.stream().mapToLong(o -> o.cost().gates()).max().orElse(0);
        if (most <= gates) {
          return outcomes;
        }
        copies = Math.min(copies - 1, (long) (copies * (double) gates / most));
      }
      throw new IllegalArgumentException(
          "%s: the fewest copies, %s, take %s gates; the budget is %s"
              .formatted(
                  contender.name(),
                  Rounding.count(fewest),
                  Rounding.count(probe.cost().gates()),
                  Rounding.count(gates)));
    }

    private static long fewest(Contender contender, Model model) {
      long low = 0;
      long high = 1;
      while (!affords(contender, model, high)) {
        low = high;
        high *= 2;
      }
      while (high - low > 1) {
        long middle = (low + high) >>> 1;
        if (affords(contender, model, middle)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return high;
    }

    private static boolean affords(Contender contender, Model model, long copies) {
      try {
        contender.within(model, copies);
        return true;
      } catch (IllegalArgumentException e) {
        if (copies > 1L << 40) {
          throw e;
        }
        return false;
      }
    }
  }

  /** The largest error of a component, reached by as few copies as possible. */
  record Error(double epsilon) implements Equal {
    public Error {
      if (!(epsilon > 0) || !Double.isFinite(epsilon)) {
        throw new IllegalArgumentException("compare: an error of " + epsilon + "; positive ones");
      }
    }

    @Override
    public String words() {
      return "error: " + epsilon;
    }

    @Override
    public List<Outcome> run(
        Contender contender, Model model, Truth truth, int repeats, Seed seed, int threads) {
      return new SmallestBudget(
              contender,
              Collections.nCopies(repeats, model),
              Collections.nCopies(repeats, truth),
              epsilon,
              seed,
              threads)
          .find();
    }
  }

  private static void requirePositive(String what, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "compare: a budget of %d %s is too small".formatted(number, what));
    }
  }
}
