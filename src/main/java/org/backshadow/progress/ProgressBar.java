package org.backshadow.progress;

/**
 * How far some work is.
 *
 * <pre>{@code
 * new ProgressBar("sweep", 30, 120, "2 min left").fraction() // 0.25
 * }</pre>
 *
 * @param task what is being done
 * @param done steps taken, 0..total
 * @param total steps in all, at least 1
 * @param timeLeft such as {@code "2 min left"}; {@code "stopped"} at an early end, empty when not
 *     known yet
 */
public record ProgressBar(String task, long done, long total, String timeLeft) {

  private static final int CELLS = 20;

  /** Done over total, 0..1. */
  public double fraction() {
    return (double) done / total;
  }

  /** One line of text: {@code "sweep [########............] 40/100, 2 min left"}. */
  @Override
  public String toString() {
    int full = (int) Math.floor(fraction() * CELLS);
    String bar = "#".repeat(full) + ".".repeat(CELLS - full);
    String rest = timeLeft.isEmpty() ? "" : ", " + timeLeft;
    return "%s [%s] %d/%d%s".formatted(task, bar, done, total, rest);
  }
}
