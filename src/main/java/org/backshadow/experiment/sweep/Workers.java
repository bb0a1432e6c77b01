package org.backshadow.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbered work on some threads, each result handed to the calling thread when it is there. An
 * interrupt of the calling thread reaches the workers; what is finished then is still handed over.
 */
final class Workers<T extends Object> {
  /** The work of one number. */
  interface Work<T> {
    T of(int number) throws Exception;
  }

  private record Finished<T>(int number, @Nullable T result, @Nullable Throwable failure) {}

  /** How long an end waits for work that does not heed the interrupt; then it goes on alone. */
  private static final long PATIENCE_MILLIS = 200;

  private final List<Integer> numbers;
  private final Work<T> work;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final BlockingQueue<Finished<T>> finished = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  Workers(List<Integer> numbers, Work<T> work) {
    this.numbers = numbers;
    this.work = work;
  }

  /**
   * Does all the work.
   *
   * @param done is called in this thread with the number and its result
   * @param failed is called in this thread for the first failure and gives what is thrown
   * @return false if an interrupt came before the end
   */
  boolean run(int count, BiConsumer<Integer, T> done, Failure failed) {
    for (int k = 0; k < Math.min(count, numbers.size()); k++) {
      var thread = new Thread(this::loop, "backshadow-worker");
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    try {
      for (int k = 0; k < numbers.size(); k++) {
        Finished<T> one = finished.take();
        if (one.failure != null) {
          stop();
          hand(done);
          if (isInterrupt(one.failure)) {
            return interrupted();
          }
          throw failed.of(one.number, one.failure);
        }
        hand(one, done);
      }
      return true;
    } catch (InterruptedException e) {
      stop();
      hand(done);
      return interrupted();
    } finally {
      stop();
    }
  }

  /** A kernel interrupts all threads of a cell: a worker may be faster to say so than this one. */
  private static boolean isInterrupt(Throwable failure) {
    return failure instanceof InterruptedException || failure instanceof CancellationException;
  }

  private static boolean interrupted() {
    // So that what follows is not interrupted once more by the same request.
    Thread.interrupted();
    return false;
  }

  /** What to throw when the work of a number failed. */
  interface Failure {
    RuntimeException of(int number, Throwable cause);
  }

  private void loop() {
    int k;
    while (!ending.get() && (k = next.getAndIncrement()) < numbers.size()) {
      int number = numbers.get(k);
      try {
        finished.add(new Finished<>(number, work.of(number), null));
      } catch (Throwable e) {
        ending.set(true);
        finished.add(new Finished<>(number, null, e));
      }
    }
  }

  private void stop() {
    ending.set(true);
    threads.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException again) {
      // Asked a second time: no more patience, and nothing is left to interrupt.
      return;
    }
  }

  /** Hands over what else is finished; failures at the end are the interrupt's. */
  private void hand(BiConsumer<Integer, T> done) {
    for (Finished<T> one; (one = finished.poll()) != null; ) {
      hand(one, done);
    }
  }

  private void hand(Finished<T> one, BiConsumer<Integer, T> done) {
    if (one.result != null) {
      done.accept(one.number, one.result);
    }
  }
}
