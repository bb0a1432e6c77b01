package org.backshadow.shadow;

import java.util.Arrays;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Copies;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Seed;

/**
 * By how much a detector shrinks Pauli strings: the mean sign that it gives to Z on each support in
 * {@code |0...0>}, where the sign is 1.
 */
final class ReadoutCalibration {
  private final Snapshots zeros;

  /** Takes snapshots of {@code |0...0>}. */
  ReadoutCalibration(Snapshots zeros) {
    this.zeros = zeros;
  }

  /** Measures {@code |0...0>} in the computational basis so many times, with random flips. */
  static ReadoutCalibration measure(Copies copies, int qubits, int count, Seed seed) {
    long[] z = new long[count];
    Arrays.fill(z, -1L >>> (64 - qubits));
    PauliBases bases = PauliBases.of(qubits, new long[count], z);
    return new ReadoutCalibration(
        CalibratedBases.measure(copies.prepare(Circuit.of(qubits)), bases, 0, seed));
  }

  Snapshots zeros() {
    return zeros;
  }

  int size() {
    return zeros.size();
  }

  /**
   * The factor of a string.
   *
   * @throws IllegalArgumentException if it is not known to be positive
   */
  double factor(PauliString string) {
    PauliString support = support(string);
    Snapshots.Tally tally = zeros.tally(support, 0, zeros.size());
    double factor = tally.hits() == 0 ? 0 : (double) tally.sum() / tally.hits();
    if (factor * factor * tally.hits() < 4) {
      throw new IllegalArgumentException(
          "%s: the calibration leaves its factor at %.2g, within two standard errors of 0; take"
                  .formatted(string, factor)
              + " more calibration snapshots");
    }
    return factor;
  }

  /**
   * The variance that the factors' own errors bring into an estimate.
   *
   * @param parts the estimate's terms, each coefficient the term's share of the value
   */
  double variance(PauliSum parts) {
    double[] values = new double[zeros.size()];
    double variance = 0;
    for (PauliSum.Term term : parts.terms()) {
      PauliString support = support(term.string());
      double factor = factor(term.string());
      long hits = zeros.tally(support, 0, zeros.size()).hits();
      double slope = term.coefficient() / factor / hits;
      zeros.forEach(support, (u, sign) -> values[u] += slope * (sign - factor));
    }
    for (double value : values) {
      variance += value * value;
    }
    return variance;
  }

  private static PauliString support(PauliString string) {
    return new PauliString(string.qubits(), 0, string.x() | string.z());
  }
}
