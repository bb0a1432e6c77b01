package org.backshadow.resources;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done on first read and remembered. A run that fails or is interrupted is not
 * remembered: the next read tries again. Thread-safe.
 *
 * <pre>{@code
 * var mean = Once.of(() -> new Seed(7).random().doubles(1000).sum() / 1000);
 * mean.get() // 0.4912
 * mean.get() == mean.get() // true
 * }</pre>
 */
public final class Once<T extends Object> {
  private final Supplier<T> work;
  private @Nullable T result;

  private Once(Supplier<T> work, @Nullable T result) {
    this.work = work;
    this.result = result;
  }

  /** Work that is to be done on first read. */
  public static <T extends Object> Once<T> of(Supplier<T> work) {
    return new Once<>(work, null);
  }

  /** Work that is done already. */
  public static <T extends Object> Once<T> done(T result) {
    return new Once<>(() -> result, result);
  }

  /** The result, of this read or an earlier one. */
  public synchronized T get() {
    T known = result;
    if (known == null) {
      known = work.get();
      result = known;
    }
    return known;
  }
}
