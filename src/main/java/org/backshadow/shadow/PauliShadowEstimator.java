package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.estimator.Estimator;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;
import org.backshadow.resources.Seed;

/**
 * Estimates by classical shadows with random Pauli bases: one set of snapshots for all observables.
 *
 * <p><b>Formula</b>: a string of weight k is {@code 3^k} times its sign where the basis agrees.
 * <b>Cost</b>: {@code snapshots} copies, whatever the number of observables; a step a term and
 * snapshot to read them. Snapshots are collected in blocks of {@value #BLOCK}, of which one is held
 * at a time; a basis that comes in two blocks counts as two circuits. <b>Error</b>: the sample
 * variance over snapshots, all covariances included; {@code (3^k - <P>^2) / snapshots} for one
 * string. <b>Source</b>: Huang, Kueng, Preskill, arXiv:2002.08953.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0).cx(0, 1));
 * var strings = List.of(pauliSum("XX"), pauliSum("ZI"));
 * new PauliShadowEstimator(5000).estimate(strings, state, new Seed(8))
 * // [1.010 ± 0.079 (95 %), 0.008 ± 0.048 (95 %)]
 * }</pre>
 *
 * @param snapshots number of single-copy measurements
 */
public record PauliShadowEstimator(long snapshots) implements Estimator {
  private static final int BLOCK = 1 << 18;

  /**
   * A number of snapshots.
   *
   * @throws IllegalArgumentException if it is below 2
   */
  public PauliShadowEstimator {
    if (snapshots < 2) {
      throw new IllegalArgumentException(snapshots + " snapshots; at least 2 are needed");
    }
  }

  @Override
  public List<Estimate> estimate(List<PauliSum> observables, PreparedState state, Seed seed) {
    var ensemble = new RandomPauliBases();
    List<PauliSum> weighted =
        observables.stream().map(o -> ShadowMeans.weighted(o, ensemble::weight)).toList();
    List<Moments> moments = observables.stream().map(o -> new Moments()).toList();
    for (long done = 0; done < snapshots; done += BLOCK) {
      int count = (int) Math.min(BLOCK, snapshots - done);
      Snapshots block = ensemble.measure(state, done, count, seed);
      state.ledger().charge(readingCost(weighted, block));
      double[] values = new double[count];
      for (int k = 0; k < weighted.size(); k++) {
        Interrupts.check();
        block.addTo(moments.get(k), weighted.get(k), values);
      }
    }
    var estimates = new ArrayList<Estimate>();
    for (int k = 0; k < weighted.size(); k++) {
      estimates.add(
          Estimate.of(
              observables.get(k).constant() + moments.get(k).mean(),
              moments.get(k).standardError(weighted.get(k).oneNorm()),
              snapshots - 1));
    }
    return estimates;
  }

  private static Cost readingCost(List<PauliSum> weighted, Snapshots block) {
    long terms = weighted.stream().mapToLong(o -> o.terms().size()).sum();
    return Cost.classical(
        Math.multiplyExact(terms, (long) block.size()),
        ShadowPlan.bytes(block.size(), block.qubits()));
  }
}
