package org.backshadow.experiment.spark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * The one context that Spark allows in a process; who comes second waits until the first is closed.
 * Starting and ending take seconds and do not heed interrupts: they go on in the background then.
 */
final class OneContext implements AutoCloseable {
  private static final Semaphore FREE = new Semaphore(1);

  private final SparkContext spark;
  private boolean handedOver;

  private OneContext(SparkContext spark) {
    this.spark = spark;
  }

  /**
   * Starts Spark.
   *
   * @throws InterruptedException if interrupted before it is there
   * @throws IllegalStateException if it does not start
   */
  static OneContext open(SparkConf configuration) throws InterruptedException {
    FREE.acquire();
    var start = new CompletableFuture<SparkContext>();
    background("backshadow-spark-start", () -> start(configuration, start));
    try {
      return new OneContext(start.get());
    } catch (InterruptedException e) {
      start.whenComplete((spark, failure) -> stop(spark));
      throw e;
    } catch (ExecutionException e) {
      FREE.release();
      throw new IllegalStateException("Spark did not start: " + e.getCause(), e.getCause());
    }
  }

  private static void start(SparkConf configuration, CompletableFuture<SparkContext> start) {
    try {
      start.complete(new SparkContext(configuration));
    } catch (Throwable e) {
      start.completeExceptionally(e);
    }
  }

  SparkContext spark() {
    return spark;
  }

  /** Closes it in the background: an interrupted cell does not wait for Spark's end. */
  void closeLater() {
    handedOver = true;
    background("backshadow-spark-end", () -> stop(spark));
  }

  @Override
  public void close() {
    if (!handedOver) {
      stop(spark);
    }
  }

  private static void stop(@Nullable SparkContext spark) {
    try {
      if (spark != null) {
        spark.stop();
      }
    } finally {
      FREE.release();
    }
  }

  private static void background(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
