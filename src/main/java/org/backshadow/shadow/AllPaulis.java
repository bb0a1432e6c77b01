package org.backshadow.shadow;

import java.util.Locale;
import org.backshadow.estimate.Rounding;
import org.backshadow.pauli.PauliString;

/**
 * Estimates of all {@code 4^n} Pauli strings from one shadow, all by the mean; the identity is 1.
 *
 * <p><b>Cost</b>: {@code 2^n} additions a snapshot, one for each string that it reads, and {@code
 * 16 * 4^n} bytes. <b>Error</b>: of one string as of any estimate; the largest error of all needs
 * copies that grow as {@code ln 4^n} beside the single variance.
 *
 * <pre>{@code
 * var all = classicalShadow(circuit(2).h(0).cx(0, 1)).snapshots(5000).seed(7).allPaulis();
 * all.value("XX") // 0.9792
 * all.values().length // 16
 * }</pre>
 */
public final class AllPaulis {
  private static final int MAX_QUBITS = 10;
  private final int qubits;
  private final int snapshots;

  /** Indexed {@code x 2^n + z}. */
  private final double[] values;

  AllPaulis(ShadowMeans means) {
    qubits = means.snapshots().qubits();
    snapshots = means.snapshots().size();
    if (qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "allPaulis: %d qubits have 4^%d strings; possible are up to %d qubits"
              .formatted(qubits, qubits, MAX_QUBITS));
    }
    long[] sums = means.snapshots().signSums();
    values = new double[sums.length];
    for (int index = 0; index < sums.length; index++) {
      if (sums[index] != 0) {
        values[index] = means.weight(string(index)) * sums[index] / snapshots;
      }
    }
  }

  private PauliString string(int index) {
    return new PauliString(qubits, index >> qubits, index & (1 << qubits) - 1);
  }

  /** The estimate of a string such as {@code "XYZ"}. */
  public double value(String letters) {
    var string = PauliString.of(letters);
    if (string.qubits() != qubits) {
      throw new IllegalArgumentException(
          "%s has %d qubits but the shadow has %d".formatted(letters, string.qubits(), qubits));
    }
    return values[(int) (string.x() << qubits | string.z())];
  }

  /** All estimates, indexed {@code x 2^n + z} by the string's masks; a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The string other than the identity whose estimate is largest in absolute value. */
  public PauliString largest() {
    int most = 1;
    for (int index = 2; index < values.length; index++) {
      most = Math.abs(values[index]) > Math.abs(values[most]) ? index : most;
    }
    return string(most);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d Pauli strings from %,d snapshots, largest %s with %s",
        values.length,
        snapshots,
        largest(),
        Rounding.significant(value(largest().toString()), 4));
  }
}
