package org.backshadow.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * The same work for the indices 0 to count-1 on some threads, results in the order of the indices.
 * An interrupt of the calling thread reaches the workers, and none is left running.
 */
public final class Parallel {
  private Parallel() {}

  /** The results of the work for each index. */
  public static <T> List<T> map(int count, int threads, IntFunction<T> work) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(threads, count)),
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
