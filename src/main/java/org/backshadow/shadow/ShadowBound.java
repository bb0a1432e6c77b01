package org.backshadow.shadow;

import java.util.List;
import java.util.Locale;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Quantiles;
import org.backshadow.estimate.Rounding;
import org.backshadow.pauli.Grouping;
import org.backshadow.pauli.PauliGroup;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many copies an error takes: by the guarantee of classical shadows, by the variance that any
 * state can have, by the variance seen in a shadow, by measuring commuting groups instead, and how
 * many were used.
 *
 * <p><b>Formulas</b>, for an error epsilon at confidence 1 - delta: median of means {@code 68
 * ln(2/delta) V / eps^2}; mean {@code z^2 V / eps^2} with the normal quantile z, where V is the
 * bound {@code sum |c_P c_Q| pr(P, Q) / (pr(P) pr(Q))} or the variance seen; groups, with shots in
 * proportion to their spread, {@code z^2 (sum of spreads)^2 / eps^2}, each spread at most the sum
 * of |c|. <b>Source</b>: Huang, Kueng, Preskill, arXiv:2002.08953, theorem 1.
 *
 * <pre>{@code
 * var shadow = classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(1000).seed(7);
 * var bound = shadow.bound(pauliSum("XX + ZZ")).epsilon(0.05).confidence(0.95);
 * bound.guarantee() // 1806076
 * bound.variance() // 22595
 * }</pre>
 */
public final class ShadowBound {
  /** Beyond so many terms the norm's triangle inequality replaces the sum over pairs. */
  private static final int MAX_PAIRS = 1000;

  private final PauliSum observable;
  private final ShadowEnsemble ensemble;
  private final Estimate estimate;
  private final int used;
  private final double epsilon;
  private final double confidence;

  ShadowBound(
      PauliSum observable,
      ShadowEnsemble ensemble,
      Estimate estimate,
      int used,
      double epsilon,
      double confidence) {
    this.observable = observable;
    this.ensemble = ensemble;
    this.estimate = estimate;
    this.used = used;
    this.epsilon = epsilon;
    this.confidence = Quantiles.requireConfidence(confidence);
    if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException(
          "bound: epsilon is " + epsilon + "; it must be a positive error");
    }
  }

  /** For another error; 0.05 if nothing is said. */
  public ShadowBound epsilon(double epsilon) {
    return new ShadowBound(observable, ensemble, estimate, used, epsilon, confidence);
  }

  /** At another confidence; 0.95 if nothing is said. */
  public ShadowBound confidence(double confidence) {
    return new ShadowBound(observable, ensemble, estimate, used, epsilon, confidence);
  }

  /** Copies that suffice for any state, by median of means. */
  public long guarantee() {
    return copies(68 * StrictMath.log(2 / (1 - confidence)) * worstVariance());
  }

  /** Copies whose mean has the error in the worst state. */
  public long worstCase() {
    return copies(square(quantile()) * worstVariance());
  }

  /** Copies whose mean has the error, by the variance that this shadow shows. */
  public long variance() {
    return copies(square(quantile() * estimate.standardError()) * used);
  }

  /** Copies by measuring qubit-wise commuting groups, in the worst state. */
  public long grouped() {
    List<PauliGroup> groups = Grouping.qubitWise(observable);
    double spread = groups.stream().mapToDouble(PauliGroup::oneNorm).sum();
    return Math.max(groups.size(), copies(square(quantile() * spread)));
  }

  /** Snapshots of this shadow. */
  public long used() {
    return used;
  }

  private double quantile() {
    return Quantiles.normal(0.5 + confidence / 2);
  }

  private long copies(double variance) {
    return (long) Math.ceil(variance / square(epsilon));
  }

  private static double square(double a) {
    return a * a;
  }

  /** A bound on one snapshot's variance in any state. */
  double worstVariance() {
    List<PauliSum.Term> terms = observable.traceless().terms();
    if (terms.size() > MAX_PAIRS) {
      return square(
          terms.stream()
              .mapToDouble(t -> Math.abs(t.coefficient()) / Math.sqrt(probability(t.string())))
              .sum());
    }
    double sum = 0;
    for (PauliSum.Term a : terms) {
      for (PauliSum.Term b : terms) {
        double both = ensemble.probability(a.string(), b.string());
        if (both > 0) {
          double alone = probability(a.string()) * probability(b.string());
          sum += Math.abs(a.coefficient() * b.coefficient()) * both / alone;
        }
      }
    }
    return sum;
  }

  private double probability(PauliString string) {
    return ensemble.probability(string);
  }

  /** As a table: copies | by | holds for. */
  public Table table() {
    return Table.create(
        String.format(
            Locale.ROOT,
            "copies for an error of %s at confidence %s",
            Rounding.significant(epsilon, 3),
            Rounding.significant(confidence, 4)),
        LongColumn.create("copies", guarantee(), worstCase(), variance(), grouped(), used()),
        StringColumn.create(
            "by",
            "median of means, guarantee",
            "mean, worst variance",
            "mean, variance of this shadow",
            "commuting groups instead, worst variance",
            "used"),
        StringColumn.create(
            "holds for",
            "any state",
            "any state, large numbers",
            "this state, large numbers",
            "any state, large numbers",
            "an error of "
                + Rounding.significant(quantile() * estimate.standardError(), 2)
                + " in this state"));
  }

  @Override
  public String toString() {
    return table().print();
  }
}
