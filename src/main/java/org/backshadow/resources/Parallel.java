package org.backshadow.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The same work for the indices 0 to count-1 on some threads, results in the order of the indices.
 * An interrupt of the calling thread reaches the workers, and none is left running.
 *
 * <pre>{@code
 * Parallel.map(3, 2, k -> new Seed(7).child(k).random().nextInt(100)) // [2, 77, 52]
 * }</pre>
 */
public final class Parallel {
  private Parallel() {}

  /**
   * The results of {@code work} for 0 to count-1.
   *
   * @param threads at most so many work at once; with one, the calling thread does
   * @throws CancellationException if the calling thread is interrupted
   */
  public static <T> List<T> map(int count, int threads, IntFunction<T> work) {
    if (Math.min(threads, count) <= 1) {
      return IntStream.range(0, count).mapToObj(work).toList();
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(threads, count),
            task -> {
              var thread = new Thread(task, "backshadow-worker");
              thread.setDaemon(true);
              return thread;
            });
    try {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < count; i++) {
        int index = i;
        futures.add(workers.submit(() -> work.apply(index)));
      }
      var results = new ArrayList<T>();
      for (Future<T> future : futures) {
        // A result that is there already is handed out whether or not there was an interrupt.
        Interrupts.check();
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
