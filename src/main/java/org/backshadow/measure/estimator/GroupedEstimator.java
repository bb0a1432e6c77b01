package org.backshadow.measure.estimator;

import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliGroup;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Seed;

/**
 * Measures qubit-wise commuting groups, the same number of shots each.
 *
 * <p><b>Cost</b>: groups &middot; shots copies, for all observables together. <b>Error</b>: the
 * sample variance of each group's value, covariances within a group included, over the shots.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0).cx(0, 1));
 * new GroupedEstimator(1000).estimate(pauliSum("XX + 0.5*ZI"), state) // 1.002 ± 0.031 (95 %)
 * }</pre>
 *
 * @param shots per group
 */
public record GroupedEstimator(long shots) implements Estimator {
  /**
   * A number of shots.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public GroupedEstimator {
    if (shots < 1) {
      throw new IllegalArgumentException(shots + " shots; at least 1 is needed");
    }
  }

  @Override
  public List<Estimate> estimate(List<PauliSum> observables, PreparedState state, Seed seed) {
    List<PauliGroup> groups = Grouping.qubitWise(SumsByGroup.union(observables, state.qubits()));
    var sums = new SumsByGroup(observables);
    for (PauliGroup group : groups) {
      Counts counts = state.measure(Readout.of(group.basis()), shots);
      for (int k = 0; k < observables.size(); k++) {
        List<PauliSum.Term> terms = within(group, observables.get(k));
        if (!terms.isEmpty()) {
          state
              .ledger()
              .charge(Cost.classical((long) terms.size() * counts.size(), 16L * counts.size()));
          double most = terms.stream().mapToDouble(t -> Math.abs(t.coefficient())).sum();
          sums.add(k, Readout.moments(terms, counts), most);
        }
      }
    }
    return sums.estimates(shots);
  }

  /** One observable. */
  public Estimate estimate(PauliSum observable, PreparedState state) {
    return estimate(List.of(observable), state, new Seed(0)).get(0);
  }

  private static List<PauliSum.Term> within(PauliGroup group, PauliSum observable) {
    if (observable.terms().size() == group.terms().size()
        && observable.terms().equals(group.terms())) {
      return group.terms();
    }
    var strings = group.terms().stream().map(PauliSum.Term::string).toList();
    return observable.terms().stream().filter(t -> strings.contains(t.string())).toList();
  }
}
