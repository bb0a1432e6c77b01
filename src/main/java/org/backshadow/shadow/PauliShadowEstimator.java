package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.measure.Estimate;
import org.backshadow.measure.Estimator;
import org.backshadow.measure.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;

/**
 * Estimates by classical shadows with random Pauli bases: one set of snapshots for all observables.
 *
 * <p><b>Formula</b>: a string of weight k is {@code 3^k} times its sign where the basis agrees.
 * <b>Cost</b>: {@code snapshots} copies, whatever the number of observables. <b>Error</b>: the
 * sample variance over snapshots, all covariances included; {@code (3^k - <P>^2) / snapshots} for
 * one string. <b>Source</b>: Huang, Kueng, Preskill, arXiv:2002.08953.
 *
 * @param snapshots number of single-copy measurements
 */
public record PauliShadowEstimator(long snapshots) implements Estimator {
  public PauliShadowEstimator {
    if (snapshots < 2) {
      throw new IllegalArgumentException(snapshots + " snapshots; at least 2 are needed");
    }
  }

  @Override
  public List<Estimate> estimate(List<PauliSum> observables, PreparedState state, Seed seed) {
    var shadow = PauliSnapshots.collect(state, snapshots, seed.random());
    var estimates = new ArrayList<Estimate>();
    for (PauliSum observable : observables) {
      state.ledger().charge(shadow.cost(observable));
      estimates.add(estimate(observable, shadow));
    }
    return estimates;
  }

  static Estimate estimate(PauliSum observable, PauliSnapshots shadow) {
    Moments moments = shadow.moments(observable);
    double halfRange = 0;
    for (PauliSum.Term term : observable.terms()) {
      halfRange +=
          term.string().isIdentity()
              ? 0
              : Math.abs(term.coefficient()) * StrictMath.pow(3, term.string().weight());
    }
    return Estimate.of(
        moments.mean(), moments.standardError(halfRange), Math.max(1, moments.count() - 1));
  }
}
