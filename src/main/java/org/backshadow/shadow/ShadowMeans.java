package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.function.ToDoubleFunction;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.jspecify.annotations.Nullable;

/**
 * Estimates from snapshots: a string's sign over the probability to be read, averaged. The standard
 * error is that of the whole sum's value in single snapshots, so covariances of terms count.
 */
final class ShadowMeans {
  private final Snapshots snapshots;
  private final ShadowEnsemble ensemble;
  private final @Nullable ReadoutCalibration calibration;

  ShadowMeans(
      Snapshots snapshots, ShadowEnsemble ensemble, @Nullable ReadoutCalibration calibration) {
    this.snapshots = snapshots;
    this.ensemble = ensemble;
    this.calibration = calibration;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  /**
   * What a sign counts where the string is read.
   *
   * @throws IllegalArgumentException if it is never read
   */
  double weight(PauliString string) {
    double probability = ensemble.probability(string);
    if (!(probability > 0)) {
      throw new IllegalArgumentException(
          "%s is never read by %s; use random Pauli bases or name it when they are chosen"
              .formatted(string, ensemble.name()));
    }
    ReadoutCalibration known = calibration;
    return 1 / (known == null ? probability : probability * known.factor(string));
  }

  /** The terms but the constant, each coefficient times its weight. */
  PauliSum weighted(PauliSum observable) {
    return weighted(observable, this::weight);
  }

  /** The terms but the constant, each coefficient times the weight of its string. */
  static PauliSum weighted(PauliSum observable, ToDoubleFunction<PauliString> weight) {
    var terms = new ArrayList<PauliSum.Term>();
    for (PauliSum.Term term : observable.terms()) {
      if (!term.string().isIdentity()) {
        terms.add(
            new PauliSum.Term(
                term.coefficient() * weight.applyAsDouble(term.string()), term.string()));
      }
    }
    return PauliSum.of(observable.qubits(), terms);
  }

  /** Mean, standard error and degrees of freedom, from all snapshots. */
  Estimate estimate(PauliSum observable) {
    int size = snapshots.size();
    PauliSum weighted = weighted(observable);
    var moments = new Moments();
    snapshots.addTo(moments, weighted, new double[size]);
    return estimate(observable, weighted, moments);
  }

  /** The same for a single string, of which the signs in all snapshots are counted already. */
  Estimate estimate(PauliSum observable, PauliSum weighted, Snapshots.Tally tally) {
    var moments = new Moments();
    tally.addTo(moments, weighted.terms().get(0).coefficient());
    return estimate(observable, weighted, moments);
  }

  private Estimate estimate(PauliSum observable, PauliSum weighted, Moments moments) {
    double error =
        ensemble.isRandom() ? moments.standardError(weighted.oneNorm()) : errorOfOutcomes(weighted);
    return Estimate.of(
        observable.constant() + moments.mean(),
        Math.sqrt(error * error + calibrationVariance(weighted)),
        Math.max(1, snapshots.size() - 1));
  }

  private double calibrationVariance(PauliSum weighted) {
    ReadoutCalibration known = calibration;
    if (known == null) {
      return 0;
    }
    int size = snapshots.size();
    var parts =
        weighted.terms().stream()
            .map(
                t ->
                    new PauliSum.Term(
                        t.coefficient() * snapshots.tally(t.string(), 0, size).sum() / size,
                        t.string()))
            .toList();
    return known.variance(PauliSum.of(weighted.qubits(), parts));
  }

  /**
   * The standard error where the settings are chosen: the spread of each value around what its
   * setting lets expect, since the spread between settings is no error.
   */
  private double errorOfOutcomes(PauliSum weighted) {
    int size = snapshots.size();
    double[] values = new double[size];
    snapshots.addTo(values, weighted);
    double worst = 0;
    for (PauliSum.Term term : weighted.terms()) {
      Snapshots.Tally tally = snapshots.tally(term.string(), 0, size);
      double expected = term.coefficient() * tally.sum() / tally.hits();
      snapshots.forEach(term.string(), (t, sign) -> values[t] -= expected);
      worst += 2 * Math.abs(term.coefficient()) / size;
    }
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double least = 1e-12 * weighted.oneNorm();
    return squares <= least * least * size ? worst : Math.sqrt(squares) / size;
  }
}
