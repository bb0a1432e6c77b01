package org.backshadow.experiment.spark;

import java.util.Arrays;
import org.backshadow.estimate.Rounding;
import org.backshadow.figure.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What Spark costs a sweep, as {@link Spark#cost()} measured it, and what a sweep then takes:
 * {@code start + n (task + t / cores)} for n trials of t seconds. The cost of a task is that of an
 * empty trial, all of it taken for work of the one driver, which more cores do not share; so the
 * times are on the safe side as far as the network is as fast as where it was measured.
 *
 * @param startSeconds to start Spark, run one trial and end Spark
 * @param taskSeconds of one more trial that does nothing
 * @param trialBytes of the trial, sent once to an executor
 * @param taskBytes of a point and its seed, sent once a task
 * @param resultBytes of a result, sent back once a task
 */
public record SparkCost(
    double startSeconds, double taskSeconds, int trialBytes, int taskBytes, int resultBytes) {
  private static final int[] CORES = {4, 10, 32, 100, 320, 1000};
  private static final double[] LENGTHS = {0.1, 1, 10};

  /** Half a decade from point to point of a curve. */
  private static final double STEP = Math.sqrt(10);

  public SparkCost {
    if (!(startSeconds >= 0) || !(taskSeconds > 0)) {
      throw new IllegalArgumentException(
          "SparkCost: a start of %s s and a task of %s s; times are positive"
              .formatted(startSeconds, taskSeconds));
    }
  }

  /** Seconds of a sweep of so many trials of so many seconds each. */
  public double seconds(int trials, double trialSeconds, int cores) {
    require(trials, 1, cores, 0);
    return startSeconds + trials * (taskSeconds + trialSeconds / cores);
  }

  /** How many times as fast as on so many threads of this machine. */
  public double speedup(int trials, double trialSeconds, int threads, int cores) {
    require(trials, threads, cores, 0);
    return trials * trialSeconds / threads / seconds(trials, trialSeconds, cores);
  }

  /**
   * The seconds of a trial from which a sweep is faster than on so many threads of this machine.
   *
   * @throws IllegalArgumentException if the cluster has no more cores than that
   */
  public double paysFrom(int trials, int threads, int cores) {
    require(trials, threads, cores, threads);
    return (startSeconds / trials + taskSeconds) / (1.0 / threads - 1.0 / cores);
  }

  private static void require(int trials, int threads, int cores, int fewer) {
    if (trials < 1 || threads < 1 || cores <= fewer) {
      throw new IllegalArgumentException(
          "SparkCost: %d trials on %d cores against %d threads; Spark pays with more cores only"
              .formatted(trials, cores, threads));
    }
  }

  /**
   * A row a number of cores, those above {@code threads}: from which length of a trial it is faster
   * than so many threads of this machine, and how many times as fast at 0.1, 1 and 10 s a trial.
   */
  public Table table(int trials, int threads) {
    var cores = IntColumn.create("cores");
    var from = DoubleColumn.create("pays from (s a trial)");
    var speedups =
        Arrays.stream(LENGTHS)
            .mapToObj(t -> DoubleColumn.create("times as fast at %s s".formatted(text(t))))
            .toList();
    for (int count : above(threads)) {
      cores.append(count);
      from.append(rounded(paysFrom(trials, threads, count)));
      for (int k = 0; k < LENGTHS.length; k++) {
        speedups.get(k).append(rounded(speedup(trials, LENGTHS[k], threads, count)));
      }
    }
    Table table = Table.create(title(trials, threads), cores, from);
    speedups.forEach(table::addColumns);
    return table;
  }

  /** How many times as fast as so many threads of this machine, against the length of a trial. */
  public Figure plot(int trials, int threads) {
    Figure figure =
        Figure.of(title(trials, threads))
            .x("seconds a trial")
            .y("times as fast")
            .caption(toString())
            .logX()
            .logY();
    double[] length = new double[11];
    Arrays.setAll(length, k -> 1e-3 * Math.pow(STEP, k));
    for (int count : above(threads)) {
      if (count == 10 || count == 100 || count == 1000) {
        double[] speedup =
            Arrays.stream(length).map(t -> speedup(trials, t, threads, count)).toArray();
        figure = figure.line(Rounding.count(count) + " cores", length, speedup);
      }
    }
    return figure.horizontal("threads of this machine", 1);
  }

  private static int[] above(int threads) {
    return Arrays.stream(CORES).filter(count -> count > threads).toArray();
  }

  private static String title(int trials, int threads) {
    return "\u23f1 Spark against %d threads, %s trials".formatted(threads, Rounding.count(trials));
  }

  private static String text(double seconds) {
    return seconds < 1 ? Double.toString(seconds) : Long.toString(Math.round(seconds));
  }

  /** To three digits: what is measured has no more. */
  private static double rounded(double value) {
    return Double.parseDouble("%.2e".formatted(value));
  }

  @Override
  public String toString() {
    return "\u23f1 Spark: %.1f s to start, %.2f ms a task; bytes: %d a trial, %d a task, %d a result"
        .formatted(startSeconds, taskSeconds * 1e3, trialBytes, taskBytes, resultBytes);
  }
}
