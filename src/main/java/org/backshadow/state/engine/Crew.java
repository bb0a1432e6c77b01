package org.backshadow.state.engine;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.backshadow.resources.Interrupts;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one call, which share the chunks of loop after loop. Which thread does a chunk is
 * left to chance, so a chunk must write only what is its own.
 *
 * <p>A loop may be over in 100 microseconds, and to wake a thread takes about half of that. So a
 * helper that has nothing left watches out for the next loop for a while before it goes.
 */
final class Crew {
  private static final long WATCH_NANOS = 100_000;

  private static final Loop NOTHING = new Loop(0, (chunk, worker) -> {});

  private final AtomicBoolean[] present;
  private volatile Loop current = NOTHING;

  /** Work on one chunk, with the buffers of the worker that does it. */
  interface Task {
    void run(int chunk, int worker);
  }

  /** With so many threads, the caller among them. */
  Crew(int threads) {
    present = new AtomicBoolean[threads - 1];
    for (int k = 0; k < present.length; k++) {
      present[k] = new AtomicBoolean();
    }
  }

  /**
   * Runs all chunks; the caller is worker 0.
   *
   * @throws java.util.concurrent.CancellationException if the caller was interrupted; no other
   *     worker is at a chunk then
   */
  void run(int chunks, Task task) {
    var loop = new Loop(chunks, task);
    current = loop;
    for (int k = 0; k < Math.min(present.length, chunks - 1); k++) {
      if (present[k].compareAndSet(false, true)) {
        int helper = k;
        ForkJoinPool.commonPool().execute(() -> help(helper));
      }
    }
    loop.share(0);
    loop.finish();
    current = NOTHING;
  }

  private void help(int helper) {
    Loop seen = NOTHING;
    do {
      long since = System.nanoTime();
      while (System.nanoTime() - since < WATCH_NANOS) {
        Loop loop = current;
        if (loop != seen) {
          seen = loop;
          loop.share(helper + 1);
          since = System.nanoTime();
        }
        Thread.onSpinWait();
      }
      present[helper].set(false);
      // The caller may have come with a loop just before, and counts on this helper then.
    } while (current != seen && present[helper].compareAndSet(false, true));
  }

  /** Chunks to be taken by whoever is free. */
  private static final class Loop {
    private final int chunks;
    private final Task task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    private Loop(int chunks, Task task) {
      this.chunks = chunks;
      this.task = task;
    }

    /** Does chunks, or passes over them once one has failed. */
    private void share(int worker) {
      for (int k = next.getAndIncrement(); k < chunks; k = next.getAndIncrement()) {
        try {
          if (failure == null) {
            Interrupts.check(); // no helper is ever interrupted
            task.run(k, worker);
          }
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          done.incrementAndGet();
        }
      }
    }

    /** Waits for the chunks that others are at. */
    private void finish() {
      for (long since = System.nanoTime(); done.get() < chunks; Thread.onSpinWait()) {
        if (System.nanoTime() - since > WATCH_NANOS) {
          Thread.yield();
        }
      }
      if (failure instanceof Error error) {
        throw error;
      } else if (failure instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
