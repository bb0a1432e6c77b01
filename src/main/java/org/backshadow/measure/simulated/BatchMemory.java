package org.backshadow.measure.simulated;

import org.backshadow.state.GaussianBatches;
import org.backshadow.state.symmetric.SymmetricBatch;

/**
 * How many coherent copies an exact simulation can hold.
 *
 * <pre>{@code
 * BatchMemory.practicalCopies(2) // 65
 * }</pre>
 */
public final class BatchMemory {
  /** The most qubits of a copy in batches that are read weakly. */
  public static final int MAX_WEAK_QUBITS = GaussianBatches.MAX_QUBITS;

  private BatchMemory() {}

  /** The most copies of so many qubits with which an exactly simulated run takes seconds. */
  public static long practicalCopies(int qubits) {
    return SymmetricBatch.practicalCopies(qubits);
  }

  /**
   * Refuses a batch that cannot be simulated exactly, before any work.
   *
   * @throws IllegalArgumentException with the arithmetic
   */
  public static void require(int qubits, long copies) {
    SymmetricBatch.requireMemory(qubits, (int) Math.min(copies, Integer.MAX_VALUE));
  }
}
