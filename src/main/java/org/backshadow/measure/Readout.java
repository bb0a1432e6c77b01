package org.backshadow.measure;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Moments;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * The circuit that turns a basis of Pauli letters into the computational one, and its reading.
 *
 * <pre>{@code
 * Readout.of(PauliString.of("XZ")).operations().size() // 1
 * Readout.sign(PauliString.of("XZ"), 0b10) // -1
 * }</pre>
 */
public final class Readout {

  private Readout() {}

  /** H where the letter is X, S-dagger and H where it is Y, nothing for Z and I. */
  public static Circuit of(PauliString basis) {
    Circuit readout = Circuit.of(basis.qubits());
    for (int q = 0; q < basis.qubits(); q++) {
      char letter = basis.letter(q);
      if (letter == 'Y') {
        readout = readout.sdg(q);
      }
      if (letter == 'X' || letter == 'Y') {
        readout = readout.h(q);
      }
    }
    return readout;
  }

  /** The readout of one copy of many: its basis, and X last on the qubits that are flipped. */
  public static Circuit of(PauliBases bases, int t) {
    Circuit readout = of(bases.basis(t));
    for (int q = 0; q < bases.qubits(); q++) {
      if ((bases.flips(t) >>> (bases.qubits() - 1 - q) & 1) == 1) {
        readout = readout.x(q);
      }
    }
    return readout;
  }

  /**
   * The Bell readout of two registers of n qubits: CNOT from each qubit of the second to its
   * partner in the first, then H on the second. An outcome has the bits a of the first register
   * leftmost and then b of the second.
   */
  public static Circuit bell(int qubits) {
    Circuit readout = Circuit.of(2 * qubits);
    for (int q = 0; q < qubits; q++) {
      readout = readout.cx(qubits + q, q).h(qubits + q);
    }
    return readout;
  }

  /**
   * The eigenvalue, 1 or -1, of a string on both registers together for an outcome of the Bell
   * readout: {@code (-1)^(x.z + x.b + z.a)}.
   */
  public static int bellSign(PauliString string, long outcome) {
    long b = outcome & ((1L << string.qubits()) - 1);
    long a = outcome >>> string.qubits();
    int parity =
        Long.bitCount(string.x() & string.z())
            + Long.bitCount(string.x() & b)
            + Long.bitCount(string.z() & a);
    return 1 - 2 * (parity & 1);
  }

  /** The eigenvalue, 1 or -1, of a string that the basis reads, for a measured outcome. */
  public static int sign(PauliString string, long outcome) {
    return 1 - 2 * (Long.bitCount((string.x() | string.z()) & outcome) & 1);
  }

  /** Mean and variance of one shot's value of a sum whose strings the basis reads. */
  public static Moments moments(List<PauliSum.Term> terms, Counts counts) {
    var moments = new Moments();
    for (int k = 0; k < counts.size(); k++) {
      double value = 0;
      for (PauliSum.Term term : terms) {
        value += term.coefficient() * sign(term.string(), counts.outcome(k));
      }
      moments.add(value, counts.count(k));
    }
    return moments;
  }
}
