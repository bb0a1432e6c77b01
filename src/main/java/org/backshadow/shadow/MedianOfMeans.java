package org.backshadow.shadow;

import java.util.Arrays;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;

/**
 * The median of the means of k groups of snapshots, whose sizes differ by one at most: the
 * estimator of the guarantee, which holds for outcomes of any distribution. The plain mean has the
 * smaller error.
 *
 * <p><b>Error</b>: {@code sqrt(pi/2)} times that of the mean, which is the limit for many groups
 * and never too little (Kenney and Keeping 1962); equal for one and two groups. <b>Source</b>:
 * Huang, Kueng, Preskill, arXiv:2002.08953.
 *
 * <pre>{@code
 * var shadow = classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(5000).seed(7);
 * shadow.medianOfMeans(10).estimate("XX")
 * // 0.954 ± 0.097 (95 %), 5,000 copies, median of 10 means, random Pauli bases, seed 7
 * }</pre>
 */
public final class MedianOfMeans {
  private static final Snapshots.Tally[] NONE = {};

  private final ShadowMeans means;
  private final int groups;
  private final Cost cost;
  private final String about;

  MedianOfMeans(ShadowMeans means, int groups, Cost cost, String about) {
    this.means = means;
    this.groups = groups;
    this.cost = cost;
    this.about = about;
  }

  static int requireGroups(int groups, int snapshots) {
    if (groups < 1 || groups > snapshots) {
      throw new IllegalArgumentException(
          "medianOfMeans: %,d groups of %,d snapshots; possible are 1 to %,d"
              .formatted(groups, snapshots, snapshots));
    }
    return groups;
  }

  /** The first snapshot of a group. */
  static int start(int group, int groups, int snapshots) {
    return (int) ((long) group * snapshots / groups);
  }

  /** Estimates an observable. */
  public Estimate estimate(PauliSum observable) {
    PauliSum weighted = means.weighted(observable);
    boolean single = weighted.terms().size() == 1;
    Snapshots.Tally[] tallies = single ? tallies(weighted.terms().get(0).string()) : NONE;
    Estimate whole =
        single
            ? means.estimate(observable, weighted, Snapshots.Tally.total(tallies))
            : means.estimate(observable);
    double[] mean =
        single
            ? groupMeans(observable.constant(), weighted.terms().get(0).coefficient(), tallies)
            : groupMeans(observable.constant(), weighted);
    Arrays.sort(mean);
    double median = (mean[(groups - 1) / 2] + mean[groups / 2]) / 2;
    double wider = groups < 3 ? 1 : Math.sqrt(Math.PI / 2);
    return new ShadowEstimate(
        median,
        wider * whole.standardError(),
        whole.degreesOfFreedom(),
        cost,
        "median of " + groups + " means, " + about);
  }

  /** Estimates a Pauli string such as {@code "ZZI"}. */
  public Estimate estimate(String letters) {
    return estimate(PauliSum.of(PauliString.of(letters)));
  }

  /** The counts of a string's signs in each group: together, those in all snapshots. */
  private Snapshots.Tally[] tallies(PauliString string) {
    int size = means.snapshots().size();
    var tallies = new Snapshots.Tally[groups];
    Arrays.setAll(
        tallies,
        g -> means.snapshots().tally(string, start(g, groups, size), start(g + 1, groups, size)));
    return tallies;
  }

  private static double[] groupMeans(
      double constant, double coefficient, Snapshots.Tally[] tallies) {
    return Arrays.stream(tallies)
        .mapToDouble(tally -> constant + coefficient * tally.sum() / tally.snapshots())
        .toArray();
  }

  private double[] groupMeans(double constant, PauliSum weighted) {
    int size = means.snapshots().size();
    double[] mean = new double[groups];
    double[] values = new double[size];
    means.snapshots().addTo(values, weighted);
    for (int g = 0; g < groups; g++) {
      var moments = new Moments();
      for (int t = start(g, groups, size); t < start(g + 1, groups, size); t++) {
        moments.add(values[t], 1);
      }
      mean[g] = constant + moments.mean();
    }
    return mean;
  }

  @Override
  public String toString() {
    return "median of " + groups + " means, " + about;
  }
}
