package org.backshadow.resources;

import java.util.concurrent.CancellationException;

/**
 * How long work stops when a notebook's interrupt arrives.
 *
 * <pre>{@code
 * double sum = 0;
 * for (int k = 1; k <= 1_000_000; k++) {
 *   Interrupts.check(); // stops here when the notebook's stop button is pressed
 *   sum += 1.0 / k;
 * }
 * }</pre>
 */
public final class Interrupts {
  private Interrupts() {}

  /**
   * To be called in every long loop.
   *
   * @throws CancellationException if the thread was interrupted; the flag is cleared
   */
  public static void check() {
    if (Thread.interrupted()) {
      throw new CancellationException("interrupted; nothing of this run is kept");
    }
  }
}
