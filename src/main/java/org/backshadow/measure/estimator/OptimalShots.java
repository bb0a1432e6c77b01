package org.backshadow.measure.estimator;

import java.util.Arrays;
import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliGroup;
import org.backshadow.pauli.PauliSum;

/**
 * Measures one observable by qubit-wise commuting groups with shots in proportion to the spread of
 * each group's value, which is what makes the error least (Neyman 1934).
 *
 * <p>The spreads come from a tenth of the copies, which decide only and do not enter the value, so
 * it has no bias. <b>Cost</b>: the copies given, two circuits' runs a group. <b>Error</b>: the
 * sample variance of each group's value over its shots, covariances within a group included.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0).cx(0, 1));
 * new OptimalShots(2000).estimate(pauliSum("XX + 0.5*ZI"), state) // 1.02 ± 0.11 (95 %)
 * }</pre>
 *
 * @param copies for all groups together
 */
public record OptimalShots(long copies) {
  /**
   * A number of copies.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public OptimalShots {
    if (copies < 1) {
      throw new IllegalArgumentException(copies + " copies; at least 1 is needed");
    }
  }

  /**
   * Estimates an observable.
   *
   * @throws IllegalArgumentException if there are fewer than 4 copies for each group
   */
  public Estimate estimate(PauliSum observable, PreparedState state) {
    List<PauliGroup> groups = Grouping.qubitWise(observable);
    if (copies < 4L * groups.size()) {
      throw new IllegalArgumentException(
          "commuting groups: %,d copies for %,d groups; at least 4 for each are needed"
              .formatted(copies, groups.size()));
    }
    long pilot = groups.isEmpty() ? 0 : Math.max(2, copies / 10 / groups.size());
    double[] spread = new double[groups.size()];
    double all = 0;
    for (int g = 0; g < spread.length; g++) {
      Moments moments = moments(groups.get(g), state, pilot);
      // A group that seems to have no spread still gets what its size may hide.
      double hidden = groups.get(g).oneNorm() / pilot;
      spread[g] = Math.max(hidden, Math.sqrt(moments.variance()));
      all += spread[g];
    }
    long left = copies - (pilot + 2) * groups.size();
    long[] shots = new long[groups.size()];
    Arrays.fill(shots, 2);
    long given = 0;
    int widest = 0;
    for (int g = 0; g < shots.length; g++) {
      long more = (long) (left * (spread[g] / all));
      shots[g] += more;
      given += more;
      widest = spread[g] > spread[widest] ? g : widest;
    }
    if (shots.length > 0) {
      shots[widest] += left - given;
    }
    double value = observable.constant();
    double variance = 0;
    for (int g = 0; g < spread.length; g++) {
      Moments moments = moments(groups.get(g), state, shots[g]);
      double error = moments.standardError(groups.get(g).oneNorm());
      value += moments.mean();
      variance += error * error;
    }
    return Estimate.of(value, Math.sqrt(variance), Math.max(1, copies - 1));
  }

  private static Moments moments(PauliGroup group, PreparedState state, long shots) {
    Counts counts = state.measure(Readout.of(group.basis()), shots);
    return Readout.moments(group.terms(), counts);
  }
}
