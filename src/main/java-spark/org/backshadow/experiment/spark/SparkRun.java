package org.backshadow.experiment.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.backshadow.experiment.sweep.Tasks;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** One job of Spark: a partition a trial, each result handed on as it comes. */
final class SparkRun<P extends Record> {
  private static final long POLL_MILLIS = 20;

  private final SparkContext context;
  private final Tasks<P> tasks;
  private final RunTrial<P> function;
  private final Runnable arrived;
  private final BlockingQueue<Result> finished = new LinkedBlockingQueue<>();

  SparkRun(SparkContext context, Tasks<P> tasks, RunTrial<P> function, Runnable arrived) {
    this.context = context;
    this.tasks = tasks;
    this.function = function;
    this.arrived = arrived;
  }

  boolean run() {
    context.setLocalProperty("spark.job.interruptOnCancel", "true");
    SimpleFutureAction<BoxedUnit> job = submit();
    try {
      while (!job.isCompleted()) {
        hand(finished.poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
      }
      // Spark calls for each result before it says that the job is over.
      drain();
      if (job.value().get().isFailure()) {
        throw failure(job.value().get().failed().get());
      }
      return true;
    } catch (InterruptedException e) {
      job.cancel();
      drain();
      return false;
    } finally {
      job.cancel();
    }
  }

  private SimpleFutureAction<BoxedUnit> submit() {
    var all = new ArrayList<Task>();
    var partitions = new ArrayList<Object>();
    for (int number : tasks.numbers()) {
      partitions.add(all.size());
      all.add(new Task(number, tasks.values(number), tasks.seed(number).value()));
    }
    RDD<Task> rdd = new JavaSparkContext(context).parallelize(all, all.size()).rdd();
    Seq<Object> numbers = CollectionConverters.asScala((List<Object>) partitions).toSeq();
    return context.submitJob(
        rdd,
        function,
        numbers,
        (partition, result) -> {
          finished.add(result);
          return BoxedUnit.UNIT;
        },
        () -> BoxedUnit.UNIT);
  }

  private void drain() {
    for (Result one; (one = finished.poll()) != null; ) {
      hand(one);
    }
  }

  private void hand(@Nullable Result one) {
    if (one != null) {
      arrived.run();
      tasks.done(one.number(), one.type(), one.values());
    }
  }

  private RuntimeException failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TrialFailed trial) {
        return tasks.failed(trial.number(), trial);
      }
    }
    return new IllegalStateException("Spark ended the sweep: " + thrown.getMessage(), thrown);
  }
}
