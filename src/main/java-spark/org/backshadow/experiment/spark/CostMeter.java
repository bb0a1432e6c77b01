package org.backshadow.experiment.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.backshadow.experiment.sweep.Machines;
import org.backshadow.experiment.sweep.Sweep;
import org.backshadow.experiment.sweep.Tasks;
import org.backshadow.experiment.sweep.Trial;
import org.backshadow.resources.Seed;

/** Times trials on Spark that do nothing. */
final class CostMeter implements Machines {
  private static final int TASKS = 200;

  /** Results before this one wait for executors that load their classes. */
  private static final int FIRST = TASKS / 4;

  record Point(int number) {}

  record Empty(double value) {}

  private static final Trial<Point, Empty> TRIAL = (point, seed) -> new Empty(seed.value());

  private final Spark spark;
  private final List<Long> arrivals = new ArrayList<>();

  private CostMeter(Spark spark) {
    this.spark = spark;
  }

  static SparkCost measure(Spark spark) {
    // The first run loads Spark's classes here.
    run(spark, 1);
    var meter = new CostMeter(spark);
    long begin = System.nanoTime();
    run(meter, TASKS);
    double all = (System.nanoTime() - begin) / 1e9;
    double task = meter.secondsBetweenResults();
    long seed = new Seed(1).value();
    return new SparkCost(
        Math.max(all - TASKS * task, 0),
        task,
        Travel.bytes(new RunTrial<Point>(TRIAL, Point.class)),
        Travel.bytes(new Task(1, List.of(1L), seed)),
        Travel.bytes(new Result(1, Empty.class, List.of(1.0))));
  }

  private static void run(Machines where, int trials) {
    List<Point> points = IntStream.range(0, trials).mapToObj(Point::new).toList();
    if (!Sweep.over(points).trial(TRIAL).on(where).run().isComplete()) {
      throw new CancellationException("interrupted; Spark's cost is not known");
    }
  }

  /** Within one run, so that one start being slower than another does not count. */
  private double secondsBetweenResults() {
    long last = arrivals.get(arrivals.size() - 1);
    return Math.max((last - arrivals.get(FIRST)) / 1e9 / (arrivals.size() - 1 - FIRST), 1e-6);
  }

  @Override
  public <P extends Record> boolean run(Tasks<P> tasks) {
    return spark.run(tasks, () -> arrivals.add(System.nanoTime()));
  }
}
