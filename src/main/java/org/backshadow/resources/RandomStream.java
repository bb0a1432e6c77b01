package org.backshadow.resources;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers whose bits are the same on every JDK: {@link SplittableRandom}'s longs
 * with conversions of our own, since those of the JDK have changed between versions. Not
 * thread-safe.
 *
 * <pre>{@code
 * RandomStream random = new Seed(7).random();
 * random.nextDouble() // 0.7215
 * random.gaussians(2, 0.1) // [0.2041, 0.113]
 * }</pre>
 */
public final class RandomStream implements RandomGenerator {
  private final SplittableRandom source;

  RandomStream(long seed) {
    source = new SplittableRandom(seed);
  }

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in 0..bound-1, without modulo bias. */
  @Override
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be positive, not " + bound);
    }
    long limit = (1L << 32) - (1L << 32) % bound;
    while (true) {
      long word = nextLong() >>> 32;
      if (word < limit) {
        return (int) (word % bound);
      }
    }
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** Standard normal, by Box and Muller's polar method (Marsaglia and Bray 1964). */
  @Override
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** So many normal numbers with mean 0 and the given standard deviation. */
  public double[] gaussians(int count, double deviation) {
    if (count < 0 || !(deviation >= 0) || !Double.isFinite(deviation)) {
      throw new IllegalArgumentException(
          "%d numbers with standard deviation %s; neither is negative or infinite"
              .formatted(count, deviation));
    }
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = deviation * nextGaussian();
    }
    return numbers;
  }
}
