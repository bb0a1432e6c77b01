package org.backshadow.experiment.spark;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.experiment.sweep.Trial;
import org.backshadow.resources.Seed;

/** Times trials on Spark that do nothing. */
final class CostMeter {
  private static final int TASKS = 500;

  record Point(int number) {}

  record Empty(double value) {}

  private static final Trial<Point, Empty> TRIAL = (point, seed) -> new Empty(seed.value());

  private CostMeter() {}

  static SparkCost measure(Spark spark) {
    // The first run loads Spark's classes.
    seconds(spark, TASKS / 10);
    double one = seconds(spark, 1);
    double all = seconds(spark, TASKS + 1);
    long seed = new Seed(1).value();
    return new SparkCost(
        one,
        Math.max((all - one) / TASKS, 1e-6),
        Travel.bytes(new RunTrial<Point>(TRIAL, Point.class)),
        Travel.bytes(new Task(1, List.of(1L), seed)),
        Travel.bytes(new Result(1, Empty.class, List.of(1.0))));
  }

  private static double seconds(Spark spark, int trials) {
    List<Point> points = IntStream.range(0, trials).mapToObj(Point::new).toList();
    long start = System.nanoTime();
    if (!Sweep.over(points).trial(TRIAL).on(spark).run().isComplete()) {
      throw new CancellationException("interrupted; Spark's cost is not known");
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
