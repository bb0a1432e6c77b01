package org.backshadow.outcome;

import org.backshadow.resources.Interrupts;

/**
 * The Walsh-Hadamard transform {@code h[k] -> sum_i (-1)^{k.i} h[i]} over bit strings: with it the
 * expectation values of all Pauli strings that share their X part are one transform, and all of
 * them two.
 *
 * <pre>{@code
 * double[] values = {0.5, 0, 0, 0.5}; // probabilities of 00, 01, 10, 11
 * WalshHadamard.transform(values);
 * values // [1.0, 0.0, 0.0, 1.0]
 * }</pre>
 */
public final class WalshHadamard {
  private WalshHadamard() {}

  /**
   * Transforms in place; twice gives the input times its length.
   *
   * <p>Cost: {@code n 2^n} additions.
   *
   * @param values {@code 2^n} of them, <i>overwritten</i>
   */
  public static void transform(double[] values) {
    if (Integer.bitCount(values.length) != 1) {
      throw new IllegalArgumentException(
          values.length + " values; a Walsh-Hadamard transform needs a power of 2");
    }
    for (int half = 1; half < values.length; half *= 2) {
      Interrupts.check();
      for (int block = 0; block < values.length; block += 2 * half) {
        for (int i = block; i < block + half; i++) {
          double sum = values[i] + values[i + half];
          values[i + half] = values[i] - values[i + half];
          values[i] = sum;
        }
      }
    }
  }
}
