package org.backshadow.shadow;

import org.backshadow.circuit.Circuit;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;

/** Settings of product bases, for the contract. */
final class ProductSettings {
  private ProductSettings() {}

  /** A basis such as {@code "XZY"}, its readout written out again. */
  static ShadowEnsembleContract.Setting of(String letters, double probability) {
    int n = letters.length();
    var basis = PauliString.of(letters);
    Circuit readout = Circuit.of(n);
    for (int q = 0; q < n; q++) {
      readout =
          switch (letters.charAt(q)) {
            case 'X' -> readout.ry(q, -Math.PI / 2);
            case 'Y' -> readout.rx(q, Math.PI / 2);
            default -> readout;
          };
    }
    return new ShadowEnsembleContract.Setting(
        probability,
        readout,
        outcome ->
            new ProductSnapshots(
                PauliBases.of(n, new long[] {basis.x()}, new long[] {basis.z()}),
                new long[] {outcome}));
  }

  /** The k-th of all {@code 3^n} bases. */
  static String letters(int k, int qubits) {
    var letters = new StringBuilder();
    for (int q = 0; q < qubits; q++) {
      letters.append("XYZ".charAt(k % 3));
      k /= 3;
    }
    return letters.toString();
  }
}
