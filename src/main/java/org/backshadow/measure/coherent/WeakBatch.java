package org.backshadow.measure.coherent;

import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;

/**
 * Equal batches of copies that are held coherently, one batch after the other, and read weakly: the
 * mean of an observable over a batch with so much noise that the copies can be used again.
 *
 * <p>This hands out a noisy count, which disturbs by {@code 1/noise}; the threshold checks of
 * shadow tomography hand out one bit.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * WeakBatch batch = door.prepare(circuit(1).ry(0, 0.7)).weakBatches(100, 400);
 * double[] z = batch.read(PauliString.of("Z"), 3); // a reading for each batch
 * Arrays.stream(z).average().getAsDouble() // 0.7712
 * }</pre>
 */
public interface WeakBatch {
  /**
   * Applies a bound gate to each copy.
   *
   * <p>Cost: one gate application a copy.
   */
  void apply(Operation operation);

  /**
   * Reads the mean of a Pauli string over each batch.
   *
   * <p>Cost: for each copy the gates that turn the string's letters into Z, one coupling to the
   * meter, and those gates back.
   *
   * @param noise standard deviation that is added for one copy: {@code noise / sqrt(copies)} on the
   *     mean of a batch
   * @return one mean a batch, in the order of the batches
   * @throws IllegalArgumentException unless the noise is positive and finite
   */
  double[] read(PauliString string, double noise);
}
