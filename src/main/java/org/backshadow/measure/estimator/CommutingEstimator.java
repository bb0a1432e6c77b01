package org.backshadow.measure.estimator;

import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Seed;

/**
 * Measures groups of strings that commute as a whole, not only qubit by qubit, the same number of
 * shots each: fewer groups than {@link GroupedEstimator}, each with a deeper readout.
 *
 * <p><b>Cost</b>: groups &middot; shots copies. <b>Error</b>: the sample variance of each group's
 * value, covariances within a group included.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState bell = door.prepare(circuit(2).h(0).cx(0, 1));
 * new CommutingEstimator(1000).estimate(pauliSum("XX + YY + ZZ"), bell) // 1.000 ± 0.012 (95 %)
 * }</pre>
 *
 * @param shots per group
 */
public record CommutingEstimator(long shots) implements Estimator {
  /**
   * A number of shots.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public CommutingEstimator {
    if (shots < 1) {
      throw new IllegalArgumentException(shots + " shots; at least 1 is needed");
    }
  }

  @Override
  public List<Estimate> estimate(List<PauliSum> observables, PreparedState state, Seed seed) {
    var sums = new SumsByGroup(observables);
    for (PauliSum group : Grouping.commuting(SumsByGroup.union(observables, state.qubits()))) {
      var strings = group.terms().stream().map(PauliSum.Term::string).toList();
      var parts = observables.stream().map(observable -> part(observable, strings)).toList();
      Moments[] moments = measure(parts, state, shots);
      for (int k = 0; k < moments.length; k++) {
        sums.add(k, moments[k], parts.get(k).oneNorm());
      }
    }
    return sums.estimates(shots);
  }

  /** One observable. */
  public Estimate estimate(PauliSum observable, PreparedState state) {
    return estimate(List.of(observable), state, new Seed(0)).get(0);
  }

  /**
   * Reads several sums from the same shots of one circuit.
   *
   * @return for each sum the mean and variance of one shot's value
   * @throws IllegalArgumentException if two strings in them do not commute
   */
  public static Moments[] measure(List<PauliSum> sums, PreparedState state, long shots) {
    List<PauliString> strings =
        sums.stream().flatMap(sum -> sum.terms().stream()).map(PauliSum.Term::string).toList();
    var readout = CommutingReadout.of(state.qubits(), strings);
    Counts counts = state.measure(readout.circuit(), shots);
    state
        .ledger()
        .charge(Cost.classical((long) strings.size() * counts.size(), 16L * counts.size()));
    return sums.stream().map(sum -> readout.moments(sum.terms(), counts)).toArray(Moments[]::new);
  }

  private static PauliSum part(PauliSum observable, List<PauliString> strings) {
    return PauliSum.of(
        observable.qubits(),
        observable.terms().stream().filter(t -> strings.contains(t.string())).toList());
  }
}
