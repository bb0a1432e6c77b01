package org.backshadow.experiment.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backshadow.measure.Moments;

/**
 * Values at sizes, one or more a size. Immutable.
 *
 * @param x what the sizes are, such as {@code parameters}
 * @param y what the values are
 * @param values by size
 */
public record GrowthData(String x, String y, SortedMap<Double, List<Double>> values) {
  /** From so many repeats a size on, their own spread says what the size weighs. */
  private static final int OWN_SPREAD = 10;

  public GrowthData {
    var copy = new TreeMap<Double, List<Double>>();
    values.forEach((size, own) -> copy.put(size, List.copyOf(own)));
    values = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Values at sizes; a size that stands more than once has repeats.
   *
   * @throws IllegalArgumentException if the arrays differ in length, or a number is infinite or not
   *     a number
   */
  public static GrowthData of(String x, String y, double[] sizes, double[] values) {
    if (sizes.length != values.length) {
      throw new IllegalArgumentException(
          "%d values of %s for %d of %s".formatted(values.length, y, sizes.length, x));
    }
    var all = new TreeMap<Double, List<Double>>();
    for (int k = 0; k < sizes.length; k++) {
      if (!Double.isFinite(sizes[k]) || !Double.isFinite(values[k])) {
        throw new IllegalArgumentException(
            "%s %s at %s %s: finite numbers are needed".formatted(y, values[k], x, sizes[k]));
      }
      all.computeIfAbsent(sizes[k], size -> new ArrayList<>()).add(values[k]);
    }
    return new GrowthData(x, y, all);
  }

  double[] sizes() {
    return values.keySet().stream().mapToDouble(size -> size).toArray();
  }

  /** The values at each size. */
  double[][] repeats() {
    return values.values().stream()
        .map(own -> own.stream().mapToDouble(value -> value).toArray())
        .toArray(double[][]::new);
  }

  double[] means() {
    return values.values().stream().mapToDouble(own -> moments(own).mean()).toArray();
  }

  /** True if every size has at least two values, so that their spread is known. */
  boolean hasRepeats() {
    return values.values().stream().allMatch(own -> own.size() > 1 && moments(own).variance() > 0);
  }

  /** The variance of the logarithm of each mean, by the size's own repeats. */
  double[] ownVariances() {
    return values.values().stream()
        .mapToDouble(own -> relativeVariance(own) / own.size())
        .toArray();
  }

  /**
   * The variances of the logarithms of the means, by the relative spread of the repeats: the
   * average over all sizes and, from ten repeats on, half a size's own. Wholly their own would
   * weigh sizes by chance, and the errors would come out too small. All 1 without repeats.
   */
  double[] variances() {
    double[] variances = new double[values.size()];
    if (!hasRepeats()) {
      Arrays.fill(variances, 1);
      return variances;
    }
    boolean own = values.values().stream().allMatch(v -> v.size() >= OWN_SPREAD);
    double average =
        values.values().stream().mapToDouble(GrowthData::relativeVariance).average().orElse(1);
    int k = 0;
    for (List<Double> at : values.values()) {
      variances[k++] = (own ? (relativeVariance(at) + average) / 2 : average) / at.size();
    }
    return variances;
  }

  private static double relativeVariance(List<Double> values) {
    Moments moments = moments(values);
    return moments.variance() / (moments.mean() * moments.mean());
  }

  private static Moments moments(List<Double> values) {
    var moments = new Moments();
    values.forEach(value -> moments.add(value, 1));
    return moments;
  }
}
