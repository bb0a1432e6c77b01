package org.backshadow.estimate;

/**
 * Mean and sample variance of weighted values, by West's update (Comm. ACM 22, 1979): no
 * cancellation when the mean is large.
 *
 * <pre>{@code
 * var moments = new Moments();
 * moments.add(1, 60); // the outcome +1, sixty times
 * moments.add(-1, 40);
 * moments.mean() // 0.2
 * moments.standardError(1) // 0.0985
 * }</pre>
 */
public final class Moments {
  private long count;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /** Adds a value that occurred so many times. */
  public void add(double value, long times) {
    if (times == 0) {
      return;
    }
    count += times;
    double step = value - mean;
    mean += step * times / count;
    squares += times * step * (value - mean);
    least = Math.min(least, value);
    largest = Math.max(largest, value);
  }

  /** How many values were added. */
  public long count() {
    return count;
  }

  /** Their mean; 0 before the first. */
  public double mean() {
    return mean;
  }

  /** The unbiased sample variance; 0 for fewer than two values. */
  public double variance() {
    return count < 2 ? 0 : Math.max(0, squares / (count - 1));
  }

  /**
   * The standard error of the mean. Where all values agree the sample says nothing about the
   * spread: the error is then that of one value at the other end of the range.
   *
   * @param halfRange half the distance between the largest and the smallest possible value
   */
  public double standardError(double halfRange) {
    if (count < 2 || least == largest) {
      return 2 * halfRange / Math.max(1, count);
    }
    return Math.sqrt(variance() / count);
  }
}
