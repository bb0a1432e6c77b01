package org.backshadow.progress;

import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The progress of long work, shown where a {@link LiveDisplay} is on the class path and nowhere
 * else. Safe to use from many threads; at most ten updates a second, shared by the bar and the
 * value.
 *
 * <p>Work that is over within 0.3 s shows nothing. A display that fails is not asked again; the
 * work goes on.
 *
 * <pre>{@code
 * try (var progress = Progress.of("angles", 100)) {
 *   for (int k = 0; k < 100; k++) {
 *     state(circuit(4).ry(0, 0.1 * k));
 *     progress.advance(1);
 *   }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE = 300_000_000L;
  private static final long INTERVAL = 300_000_000L;

  private final String task;
  private final long total;
  private final LongSupplier nanos;
  private final long start;
  private final Slot bar = new Slot();
  private final Slot value = new Slot();
  private @Nullable LiveDisplay display;
  private long done;
  private boolean closed;

  Progress(String task, long total, @Nullable LiveDisplay display, LongSupplier nanos) {
    if (total < 0) {
      throw new IllegalArgumentException(
          "progress of \"%s\": total is %d; it must be at least 0".formatted(task, total));
    }
    this.task = task;
    this.total = Math.max(1, total);
    this.display = display;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /**
   * The progress of a task of so many steps, none of them taken.
   *
   * @throws IllegalArgumentException if {@code total} is negative
   */
  public static Progress of(String task, long total) {
    return new Progress(task, total, Provider.DISPLAY.orElse(null), System::nanoTime);
  }

  /** Counts steps taken; more than the total count as the total. */
  public synchronized void advance(long steps) {
    if (closed) {
      return;
    }
    done = Math.max(0, Math.min(total, done + steps));
    long now = nanos.getAsLong();
    if (now - start >= PATIENCE) {
      bar.offer(new ProgressBar(task, done, total, timeLeft(now - start)), now);
      value.flushIfDue(now);
    }
  }

  /** Steps taken so far. */
  public synchronized long done() {
    return done;
  }

  /** Shows a value below the bar, in place of the one before. */
  public synchronized void show(Object shown) {
    if (closed) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - start >= PATIENCE) {
      // The bar comes first, so that it stands above.
      bar.openWith(new ProgressBar(task, done, total, timeLeft(now - start)), now);
      value.offer(shown, now);
    }
  }

  /**
   * Clears what was shown if all steps were taken, since the work's own result follows; otherwise
   * says how far it came and leaves the last value.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    long now = nanos.getAsLong();
    if (done == total) {
      bar.clear(now);
      value.clear(now);
    } else if (bar.isOpen()) {
      bar.put(new ProgressBar(task, done, total, "stopped"), now);
      value.flush(now);
    }
  }

  private String timeLeft(long elapsed) {
    if (done == 0 || done == total) {
      return "";
    }
    double seconds = elapsed / 1e9 * (total - done) / done;
    if (seconds < 1) {
      return "1 s left";
    }
    if (seconds < 90) {
      return Math.round(seconds) + " s left";
    }
    return seconds < 5400
        ? Math.round(seconds / 60) + " min left"
        : Math.round(seconds / 3600) + " h left";
  }

  /** One display with its own id and its own pace. */
  private final class Slot {
    private @Nullable String id;
    private @Nullable Object waiting;
    private long last;

    boolean isOpen() {
      return id != null;
    }

    void clear(long now) {
      waiting = null;
      if (id != null) {
        put(Nothing.SHOWN, now);
      }
    }

    void openWith(Object shown, long now) {
      if (id == null) {
        put(shown, now);
      }
    }

    void offer(Object shown, long now) {
      waiting = shown;
      flushIfDue(now);
    }

    void flushIfDue(long now) {
      if (id == null || now - last >= INTERVAL) {
        flush(now);
      }
    }

    void flush(long now) {
      if (waiting != null) {
        put(waiting, now);
      }
    }

    void put(Object shown, long now) {
      waiting = null;
      last = now;
      LiveDisplay target = display;
      if (target == null) {
        return;
      }
      try {
        if (id == null) {
          id = target.display(shown);
        } else {
          target.update(id, shown);
        }
      } catch (RuntimeException | Error e) {
        display = null;
      }
    }
  }

  /** The display, looked up once. */
  private static final class Provider {
    static final Optional<LiveDisplay> DISPLAY = find();

    private static Optional<LiveDisplay> find() {
      try {
        Iterator<LiveDisplay> found =
            ServiceLoader.load(LiveDisplay.class, LiveDisplay.class.getClassLoader()).iterator();
        return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
      } catch (RuntimeException | Error e) {
        // A broken provider is no reason to stop the work it would have shown.
        return Optional.empty();
      }
    }
  }
}
