package org.backshadow.optimize;

import java.util.List;
import java.util.function.Function;
import org.backshadow.estimate.Estimate;
import org.backshadow.gradient.LossTerm;
import org.backshadow.gradient.Model;
import org.backshadow.gradient.SampledGradient;
import org.backshadow.measure.Copies;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.pauli.Grouping;
import org.backshadow.resources.Parallel;
import org.backshadow.resources.Seed;

/**
 * A loss from measurements. Each term has its own door with its own seed, so that the result has
 * the same bits for every number of threads.
 *
 * @param shots of the circuits and groups of each term's value; 0 leaves it open
 * @param share the copies that one term may take in a step; unlimited if {@code Long.MAX_VALUE}
 * @param doors what stands between the methods and the states
 */
record MeasuredLoss(
    List<LossTerm> terms, long shots, long share, Function<Seed, Copies> doors, int threads) {
  private static final long DEFAULT_SHOTS = 1000;

  /** The values of all terms' models. */
  List<Estimate> values(double[] theta, Seed seed) {
    return Parallel.map(
        terms.size(),
        threads,
        i -> {
          Model model = terms.get(i).at(theta).model();
          Copies copies = doors.apply(child(seed, i).child("value"));
          return new GroupedEstimator(shots(model))
              .estimate(model.observable(), copies.prepare(model.bound()));
        });
  }

  /** The loss from the values of its terms' models, without bias. */
  Estimate loss(List<Estimate> values) {
    double sum = 0;
    double variance = 0;
    double degrees = Double.POSITIVE_INFINITY;
    for (int i = 0; i < values.size(); i++) {
      Estimate term = terms.get(i).loss(values.get(i));
      sum += term.value();
      variance += term.standardError() * term.standardError();
      degrees = Math.min(degrees, term.degreesOfFreedom());
    }
    return Estimate.of(sum / values.size(), Math.sqrt(variance) / values.size(), degrees);
  }

  /**
   * The mean of {@code d loss / dF} times an estimate of dF. Both are from copies of their own and
   * the first is linear in F: where both have no bias, neither has their product.
   *
   * @param values of the terms' models; empty if no term needs one
   */
  double[] gradient(double[] theta, SampledGradient method, List<Estimate> values, Seed seed) {
    List<double[]> slopes =
        Parallel.map(
            terms.size(),
            threads,
            i -> {
              Model model = terms.get(i).at(theta).model();
              Seed own = child(seed, i);
              return within(method, model, !values.isEmpty())
                  .differentiate(model, doors.apply(own.child("outcomes")), own.child("choices"))
                  .values();
            });
    double[] gradient = new double[theta.length];
    for (int i = 0; i < terms.size(); i++) {
      LossTerm term = terms.get(i);
      double outer = term.slope(values.isEmpty() ? 0 : values.get(i).value());
      term.add(outer / terms.size(), slopes.get(i), gradient);
    }
    return gradient;
  }

  /** Whether a gradient takes the values of the models. */
  boolean needsValues() {
    return terms.stream().anyMatch(LossTerm::needsValue);
  }

  private static Seed child(Seed seed, int term) {
    return term == 0 ? seed : seed.child(term);
  }

  /** Set, or half of what a term may take, or a default. */
  private long shots(Model model) {
    if (shots > 0) {
      return shots;
    }
    return share == Long.MAX_VALUE ? DEFAULT_SHOTS : Math.max(1, share / 2 / groups(model));
  }

  private SampledGradient within(SampledGradient method, Model model, boolean withValue) {
    if (share == Long.MAX_VALUE) {
      return method;
    }
    return method.within(model, share - (withValue ? shots(model) * groups(model) : 0));
  }

  private static int groups(Model model) {
    return Math.max(1, Grouping.qubitWise(model.observable()).size());
  }
}
