package org.backshadow.resources;

import java.util.Locale;

/**
 * The memory that large arrays take: what is free, and how a number of bytes is written.
 *
 * <pre>{@code
 * Heap.size(16.0 * (1L << 20)) // 16.0 MiB
 * }</pre>
 */
public final class Heap {
  private Heap() {}

  /** Bytes that may still be allocated, garbage that was not yet collected left out. */
  public static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  /** {@code "1.5 GiB"}. */
  public static String size(double bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = 0;
    while (bytes >= 1024 && unit < units.length - 1) {
      bytes /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", bytes, units[unit]);
  }
}
