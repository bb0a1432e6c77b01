package org.backshadow.gradient;

import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Rounding;
import org.backshadow.measure.estimator.GroupedEstimator;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.Grouping;
import org.backshadow.resources.Ledger;
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
public final class ShotEstimate extends PlannedEstimate {
  private final Model model;
  private final GroupedEstimator estimator;
  private final long seed;

  ShotEstimate(Model model, long shots, long seed) {
    this.model = model;
    this.estimator = new GroupedEstimator(shots);
    this.seed = seed;
  }

  @Override
  Estimate measure() {
    var copies = new SimulatedCopies(Ledger.unlimited(), new Seed(seed).child("outcomes"));
    Estimate measured = estimator.estimate(model.observable(), copies.prepare(model.bound()));
    return measured.charged(copies.ledger().cost());
  }

  /** The same plan with another seed. */
  public ShotEstimate seed(long seed) {
    return new ShotEstimate(model, estimator.shots(), seed);
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
