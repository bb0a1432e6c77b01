package org.backshadow.experiment.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backshadow.estimate.Moments;

/**
 * Values at sizes, one or more a size. Immutable.
 *
 * <pre>{@code
 * double[] n = {2, 3, 4, 5, 6, 7}, copies = {41, 79, 165, 318, 652, 1270};
 * GrowthData.of("qubits", "copies", n, copies).values().firstKey() // 2.0
 * }</pre>
 *
 * @param x what the sizes are, such as {@code parameters}
 * @param y what the values are
 * @param values by size
 */
public record GrowthData(String x, String y, SortedMap<Double, List<Double>> values) {
  /** From so many repeats a size on, their own spread says what the size weighs. */
  private static final int OWN_SPREAD = 10;

  /** Keeps copies of the values. */
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
    return Arrays.stream(repeats()).mapToDouble(own -> moments(own).mean()).toArray();
  }

  /** True if every size has at least two values, so that their spread is known. */
  boolean hasRepeats() {
    return Arrays.stream(repeats()).allMatch(own -> own.length > 1 && moments(own).variance() > 0);
  }

  /** The variance of the logarithm of each mean, by the size's own repeats. */
  double[] ownVariances() {
    return Arrays.stream(repeats()).mapToDouble(GrowthData::own).toArray();
  }

  /** What the sizes weigh by: {@link #variances(double[][])}, or all 1 without repeats. */
  double[] variances() {
    double[] ones = new double[values.size()];
    Arrays.fill(ones, 1);
    return hasRepeats() ? variances(repeats()) : ones;
  }

  /**
   * The variances of the logarithms of means, by the relative spread of their repeats: the average
   * over all sizes and, from ten repeats on, half a size's own. Wholly their own would weigh sizes
   * by chance, and the errors would come out too small.
   */
  static double[] variances(double[][] repeats) {
    boolean many = Arrays.stream(repeats).allMatch(own -> own.length >= OWN_SPREAD);
    double average =
        Arrays.stream(repeats).mapToDouble(own -> own(own) * own.length).average().orElse(1);
    double[] variances = new double[repeats.length];
    for (int k = 0; k < repeats.length; k++) {
      double shared = average / repeats[k].length;
      variances[k] = many ? (own(repeats[k]) + shared) / 2 : shared;
    }
    return variances;
  }

  private static double own(double[] values) {
    Moments moments = moments(values);
    return moments.variance() / (moments.mean() * moments.mean()) / values.length;
  }

  private static Moments moments(double[] values) {
    var moments = new Moments();
    for (double value : values) {
      moments.add(value, 1);
    }
    return moments;
  }
}
