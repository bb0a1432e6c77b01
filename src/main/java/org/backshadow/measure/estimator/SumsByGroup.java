package org.backshadow.measure.estimator;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliSum;

/** The values of several observables, added up group by group. Not thread-safe. */
final class SumsByGroup {
  private final double[] value;
  private final double[] variance;

  SumsByGroup(List<PauliSum> observables) {
    value = observables.stream().mapToDouble(PauliSum::constant).toArray();
    variance = new double[value.length];
  }

  /** All their strings, each with the sum of its absolute coefficients: what is to be grouped. */
  static PauliSum union(List<PauliSum> observables, int qubits) {
    var all = new ArrayList<PauliSum.Term>();
    for (PauliSum observable : observables) {
      for (PauliSum.Term term : observable.terms()) {
        all.add(new PauliSum.Term(Math.abs(term.coefficient()), term.string()));
      }
    }
    return PauliSum.of(qubits, all);
  }

  /**
   * Adds a group's part of observable k.
   *
   * @param most the largest absolute value of one shot
   */
  void add(int k, Moments moments, double most) {
    double error = moments.standardError(most);
    value[k] += moments.mean();
    variance[k] += error * error;
  }

  /** An estimate for each observable, from so many shots of each group. */
  List<Estimate> estimates(long shots) {
    var estimates = new ArrayList<Estimate>();
    for (int k = 0; k < value.length; k++) {
      estimates.add(Estimate.of(value[k], Math.sqrt(variance[k]), Math.max(1, shots - 1)));
    }
    return estimates;
  }
}
