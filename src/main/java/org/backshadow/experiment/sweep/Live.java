package org.backshadow.experiment.sweep;

import java.util.function.Supplier;
import org.backshadow.progress.Progress;

/**
 * What a sweep shows while it runs: the bar with the time left and, below, the results so far.
 * Drawing takes at most a tenth of the time, and {@link Progress} limits the updates.
 */
final class Live implements AutoCloseable {
  private static final long SHORTEST = 400_000_000L;
  private static final int SHARE = 10;

  private final Progress progress;
  private final Supplier<?> results;
  private long due = System.nanoTime() + SHORTEST;

  Live(Progress progress, Supplier<?> results) {
    this.progress = progress;
    this.results = results;
  }

  void advance() {
    progress.advance(1);
    long start = System.nanoTime();
    if (start - due >= 0) {
      progress.show(results.get());
      long end = System.nanoTime();
      due = end + Math.max(SHORTEST, SHARE * (end - start));
    }
  }

  @Override
  public void close() {
    progress.close();
  }
}
