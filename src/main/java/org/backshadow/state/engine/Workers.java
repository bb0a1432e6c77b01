package org.backshadow.state.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.backshadow.resources.Interrupts;

/**
 * Threads that share the chunks of a loop. Which thread does a chunk is left to chance, so a chunk
 * must write only what is its own.
 */
final class Workers {
  /** Work on one chunk, with the buffers of the worker that does it. */
  interface Task {
    void run(int chunk, int worker);
  }

  private final int threads;

  Workers(int threads) {
    this.threads = threads;
  }

  /** As many as processors, or the number in the system property {@code backshadow.threads}. */
  static Workers standard() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Workers(Math.max(1, Integer.getInteger("backshadow.threads", processors)));
  }

  int threads() {
    return threads;
  }

  /**
   * Runs all chunks; the caller is worker 0.
   *
   * @throws java.util.concurrent.CancellationException if the caller was interrupted; no other
   *     worker runs on then
   */
  void run(int chunks, Task task) {
    var next = new AtomicInteger();
    var stop = new AtomicBoolean();
    List<ForkJoinTask<?>> others = new ArrayList<>();
    for (int w = 1; w < Math.min(threads, chunks); w++) {
      int worker = w;
      others.add(
          ForkJoinPool.commonPool()
              .submit(
                  () -> {
                    for (int k = next.getAndIncrement();
                        k < chunks && !stop.get();
                        k = next.getAndIncrement()) {
                      task.run(k, worker);
                    }
                  }));
    }
    boolean whole = false;
    try {
      for (int k = next.getAndIncrement(); k < chunks; k = next.getAndIncrement()) {
        Interrupts.check();
        task.run(k, 0);
      }
      whole = true;
    } finally {
      stop.set(!whole);
      others.forEach(ForkJoinTask::quietlyJoin);
    }
    others.forEach(ForkJoinTask::join);
  }
}
