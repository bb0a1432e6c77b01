package org.backshadow.resources;

import java.nio.charset.StandardCharsets;

/**
 * Where randomness comes from: a number, and child seeds derived from it by name or index, never by
 * order of arrival, so that results do not depend on threads.
 *
 * <p>Derivation is the SplitMix64 finalizer (Steele, Lea, Flood 2014).
 *
 * <pre>{@code
 * new Seed(7).child("angles").child(3).random().nextDouble() // 0.5909
 * }</pre>
 */
public record Seed(long value) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The child with this index. */
  public Seed child(long index) {
    return new Seed(mix(mix(value + GOLDEN) ^ (index * GOLDEN + 0x632BE59BD9B4E019L)));
  }

  /** A number in [0, 1), a multiple of 2^-53, that belongs to this index. */
  public double uniform(long index) {
    return (child(index).value >>> 11) * 0x1p-53;
  }

  /** The child with this name. */
  public Seed child(String name) {
    long hash = 0;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash + GOLDEN + b);
    }
    return child(hash);
  }

  /** A fresh stream that always starts the same. */
  public RandomStream random() {
    return new RandomStream(mix(value + GOLDEN));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
