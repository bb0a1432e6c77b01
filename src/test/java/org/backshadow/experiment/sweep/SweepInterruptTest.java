package org.backshadow.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepInterruptTest {
  record Point(int number) {}

  record Row(double value) {}

  /** A hundred points, of which those from 30 on wait for the interrupt, or for the release. */
  private static Sweep<Point> plan(CountDownLatch reached, CountDownLatch release) {
    return Sweep.over(IntStream.range(0, 100).mapToObj(Point::new).toList())
        .seed(3)
        .trial(
            (p, seed) -> {
              if (p.number() >= 30) {
                reached.countDown();
                release.await();
              }
              return new Row(seed.random().nextDouble());
            });
  }

  private static SweepResults interrupted(Sweep<Point> plan, CountDownLatch reached)
      throws InterruptedException {
    var kept = new AtomicReference<SweepResults>();
    var thread = new Thread(() -> kept.set(plan.run()));
    thread.start();
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    Thread.sleep(50);

    thread.interrupt();
    thread.join(1000);

    assertThat(thread.isAlive()).isFalse();
    return kept.get();
  }

  @Test
  void an_interrupt_keeps_what_is_finished_and_says_how_to_go_on(@TempDir Path folder)
      throws InterruptedException {
    for (int threads : new int[] {1, 2, 4}) {
      var reached = new CountDownLatch(threads);
      Path file = folder.resolve(threads + ".jsonl");
      var results =
          interrupted(
              plan(reached, new CountDownLatch(1)).threads(threads).checkpoint(file), reached);

      assertThat(results.isComplete()).isFalse();
      assertThat(results.trials()).isEqualTo(30);
      assertThat(results.note())
          .isEqualTo(
              "30 of 100 trials are finished, seed 3; run the same again to go on: %s keeps them"
                  .formatted(file));
      assertThat(results).asString().startsWith(results.note());
      assertThat(results.plot().alt()).contains("value against number");
      assertThat(workers()).isZero();
    }
  }

  @Test
  void without_a_file_it_says_how_to_have_one() throws InterruptedException {
    var reached = new CountDownLatch(2);
    var results = interrupted(plan(reached, new CountDownLatch(1)).threads(2), reached);

    assertThat(results.note())
        .isEqualTo(
            "30 of 100 trials are finished, seed 3; add .checkpoint(\"sweep.jsonl\") to go on from"
                + " there next time");
  }

  /** A kernel interrupts every thread of a cell, so a worker may say so before the cell does. */
  @Test
  void an_interrupt_that_reaches_a_worker_first_is_the_same() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var results = new AtomicReference<SweepResults>();
    var plan = plan(reached, new CountDownLatch(1)).threads(1);
    var thread = new Thread(() -> results.set(plan.run()));
    thread.start();
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("backshadow-worker"))
        .forEach(Thread::interrupt);
    thread.join(1000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(results.get().trials()).isEqualTo(30);
    assertThat(results.get().isComplete()).isFalse();
  }

  /** A trial that never looks at the interrupt holds nobody up; its result is not kept. */
  @Test
  void work_that_does_not_heed_the_interrupt_is_left_behind() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Sweep<Point> deaf =
        plan(reached, release)
            .threads(1)
            .trial(
                (p, seed) -> {
                  reached.countDown();
                  while (release.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                  return new Row(1);
                });
    try {
      assertThat(interrupted(deaf, reached).trials()).isZero();
    } finally {
      release.countDown();
    }
    assertThat(workers()).isZero();
  }

  private static long workers() throws InterruptedException {
    long count = 1;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (count > 0 && System.nanoTime() < deadline) {
      Thread.sleep(5);
      count =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().equals("backshadow-worker"))
              .count();
    }
    return count;
  }

  /**
   * The trials sleep, so that the machine's load does not count: what is timed is the handing out.
   */
  @Test
  @Tag("full")
  void two_threads_are_faster_than_one() {
    Sweep<Point> plan =
        Sweep.over(IntStream.range(0, 200).mapToObj(Point::new).toList())
            .trial(
                (p, seed) -> {
                  Thread.sleep(50);
                  return new Row(p.number());
                });
    double[] seconds = new double[3];
    for (int threads = 1; threads <= 2; threads++) {
      long start = System.nanoTime();
      plan.threads(threads).run();
      seconds[threads] = (System.nanoTime() - start) / 1e9;
    }

    assertThat(seconds[1] / seconds[2]).as("one thread over two").isGreaterThan(1.8);
  }
}
