package org.backshadow.gradient;

import org.backshadow.measure.Estimate;
import org.backshadow.measure.GroupedEstimator;
import org.backshadow.measure.Rounding;
import org.backshadow.measure.SimulatedCopies;
import org.backshadow.pauli.Grouping;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;

/**
 * A plan to estimate a model's value from shots: measured on first read, then remembered.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")), pauliSum("Z"));
 * ShotEstimate value = f.at(0.4).shots(1000).seed(1);
 * value // 0.912 ± 0.025 (95 %), 1,000 copies (1 group x 1,000 shots), seed 1
 * value.copies() // 1000
 * }</pre>
 */
public final class ShotEstimate implements Estimate {
  private final Model model;
  private final GroupedEstimator estimator;
  private final long seed;
  private final Once<Estimate> estimate;

  ShotEstimate(Model model, long shots, long seed) {
    this.model = model;
    this.estimator = new GroupedEstimator(shots);
    this.seed = seed;
    this.estimate = Once.of(this::measure);
  }

  private Estimate measure() {
    var copies = new SimulatedCopies(Ledger.unlimited(), new Seed(seed).child("outcomes"));
    Estimate measured = estimator.estimate(model.observable(), copies.prepare(model.bound()));
    return measured.charged(copies.ledger().cost());
  }

  /** The same plan with another seed. */
  public ShotEstimate seed(long seed) {
    return new ShotEstimate(model, estimator.shots(), seed);
  }

  @Override
  public double value() {
    return estimate.get().value();
  }

  @Override
  public double standardError() {
    return estimate.get().standardError();
  }

  @Override
  public double degreesOfFreedom() {
    return estimate.get().degreesOfFreedom();
  }

  @Override
  public Cost cost() {
    return estimate.get().cost();
  }

  @Override
  public String toString() {
    int groups = Grouping.qubitWise(model.observable()).size();
    return "%s (95 %%), %s copies (%d %s x %s shots), seed %d"
        .formatted(
            text(),
            Rounding.count(copies()),
            groups,
            groups == 1 ? "group" : "groups",
            Rounding.count(estimator.shots()),
            seed);
  }
}
