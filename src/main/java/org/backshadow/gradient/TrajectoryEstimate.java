package org.backshadow.gradient;

import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.estimate.Rounding;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Trajectories;

/**
 * A plan to estimate a noisy model's value by simulating pure states: the mean of {@code
 * <psi|O|psi>} over quantum trajectories. Run on first read, then remembered. Immutable.
 *
 * <p><b>Cost</b>: no copies, since a simulator may look; per trajectory a pass over {@code 2^n}
 * amplitudes for each gate and two for each channel, where a density matrix takes {@code 4^n}.
 * <b>Error</b>: the sample variance over trajectories, at most that of as many single measurements
 * of O. Trajectory i has the child seed i, whoever runs it.
 *
 * <pre>{@code
 * var f = expectation(circuit(1).ry(0, param("a")).depolarize(0, 0.1), pauliSum("Z"));
 * f.at(0.4).trajectories(2000).seed(7) // 0.807 ± 0.019 (95 %), 2,000 trajectories, seed 7
 * f.at(0.4).value() // 0.7983
 * }</pre>
 */
public final class TrajectoryEstimate extends PlannedEstimate {
  private final Model model;
  private final long trajectories;
  private final long seed;

  TrajectoryEstimate(Model model, long trajectories, long seed) {
    if (trajectories < 2) {
      throw new IllegalArgumentException(
          "trajectories: " + trajectories + "; at least 2 are needed for an error");
    }
    this.model = model;
    this.trajectories = trajectories;
    this.seed = seed;
  }

  @Override
  Estimate measure() {
    Ledger ledger = Ledger.unlimited();
    var noise = Trajectories.of(model.bound(), ledger);
    PauliSum observable = model.observable();
    Cost reading = Cost.classical((long) observable.terms().size() << observable.qubits(), 0);
    Seed root = new Seed(seed).child("trajectories");
    var moments = new Moments();
    for (long i = 0; i < trajectories; i++) {
      ledger.charge(reading);
      moments.add(noise.draw(root.child(i).random()).expectation(observable), 1);
    }
    double halfRange = model.circuit().isUnitary() ? 0 : observable.oneNorm();
    return Estimate.of(moments.mean(), moments.standardError(halfRange), trajectories - 1.0)
        .charged(ledger.cost());
  }

  /** The same plan with another seed. */
  public TrajectoryEstimate seed(long seed) {
    return new TrajectoryEstimate(model, trajectories, seed);
  }

  /** The number of simulated pure states. */
  public long trajectories() {
    return trajectories;
  }

  @Override
  public String toString() {
    return "%s (95 %%), %s trajectories, seed %d"
        .formatted(text(), Rounding.count(trajectories), seed);
  }
}
