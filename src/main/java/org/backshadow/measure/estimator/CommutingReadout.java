package org.backshadow.measure.estimator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * The Clifford circuit that turns Pauli strings which all commute into products of Z, so that one
 * measurement reads them together. Where they commute qubit by qubit it is that of {@link Readout};
 * otherwise CX, H and S-dagger, at most {@code 2n} of them for each of up to n independent strings.
 *
 * <p><b>Source</b>: Gaussian elimination on stabilizers, as in Aaronson and Gottesman,
 * arXiv:quant-ph/0406196.
 *
 * <pre>{@code
 * var strings = List.of(PauliString.of("XX"), PauliString.of("ZZ"));
 * var readout = CommutingReadout.of(2, strings);
 * readout.circuit().gates() // 2
 * readout.sign(PauliString.of("XX"), 0b00) // 1
 * }</pre>
 */
public final class CommutingReadout {
  /** A string and what the circuit has made of it so far: {@code sign * image}. */
  private static final class Row {
    long x;
    long z;
    boolean minus;

    Row(PauliString string) {
      x = string.x();
      z = string.z();
    }
  }

  private final int qubits;
  private final Map<PauliString, Row> rows = new LinkedHashMap<>();
  private final List<Row> inOrder = new ArrayList<>();
  private Circuit circuit;

  private CommutingReadout(int qubits) {
    this.qubits = qubits;
    this.circuit = Circuit.of(qubits);
  }

  /**
   * The readout of these strings, which need not be different.
   *
   * @throws IllegalArgumentException if two of them do not commute
   */
  public static CommutingReadout of(int qubits, List<PauliString> strings) {
    var readout = new CommutingReadout(qubits);
    PauliString basis = PauliString.identity(qubits);
    boolean qubitWise = true;
    for (PauliString string : strings) {
      for (PauliString other : readout.rows.keySet()) {
        if (!string.commutesWith(other)) {
          throw new IllegalArgumentException(
              "%s and %s do not commute, so no circuit reads both".formatted(other, string));
        }
      }
      qubitWise = qubitWise && basis.qubitWiseCommutesWith(string);
      basis = new PauliString(qubits, basis.x() | string.x(), basis.z() | string.z());
      if (!readout.rows.containsKey(string)) {
        var row = new Row(string);
        readout.rows.put(string, row);
        readout.inOrder.add(row);
      }
    }
    if (qubitWise) {
      readout.readLetters(basis);
    } else {
      readout.diagonalize();
    }
    return readout;
  }

  /** The gates that stand before the measurement in the computational basis. */
  public Circuit circuit() {
    return circuit;
  }

  /**
   * The eigenvalue, 1 or -1, of one of the strings for a measured outcome.
   *
   * @throws IllegalArgumentException if the string is not one of those
   */
  public int sign(PauliString string, long outcome) {
    Row row = row(string);
    boolean odd = (Long.bitCount(row.z & outcome) & 1) == 1;
    return odd == row.minus ? 1 : -1;
  }

  /** Mean and variance of one shot's value of a sum of some of the strings. */
  public Moments moments(List<PauliSum.Term> terms, Counts counts) {
    Row[] images = terms.stream().map(term -> row(term.string())).toArray(Row[]::new);
    double[] signed = new double[images.length];
    for (int t = 0; t < signed.length; t++) {
      double coefficient = terms.get(t).coefficient();
      signed[t] = images[t].minus ? -coefficient : coefficient;
    }
    var moments = new Moments();
    for (int k = 0; k < counts.size(); k++) {
      double value = 0;
      for (int t = 0; t < signed.length; t++) {
        int parity = Long.bitCount(images[t].z & counts.outcome(k)) & 1;
        value += parity == 0 ? signed[t] : -signed[t];
      }
      moments.add(value, counts.count(k));
    }
    return moments;
  }

  private Row row(PauliString string) {
    Row row = rows.get(string);
    if (row == null) {
      throw new IllegalArgumentException(string + " is not among the strings of this readout");
    }
    return row;
  }

  private void readLetters(PauliString basis) {
    circuit = Readout.of(basis);
    for (Row row : inOrder) {
      row.z |= row.x;
      row.x = 0;
    }
  }

  /**
   * One string after the other is gathered on a qubit of its own, a pivot. A later string commutes
   * with Z there, so on pivots it has Z and I only and needs nothing more.
   */
  private void diagonalize() {
    long pivots = 0;
    for (Row row : inOrder) {
      long open = (row.x | row.z) & ~pivots;
      if (open == 0) {
        continue;
      }
      boolean flips = (row.x & open) != 0;
      if (flips) {
        turnToX(row, open);
      }
      long pivot = Long.highestOneBit(open);
      for (long rest = open ^ pivot; rest != 0; rest &= rest - 1) {
        long other = Long.lowestOneBit(rest);
        if (flips) {
          cx(pivot, other);
        } else {
          cx(other, pivot);
        }
      }
      if (flips) {
        h(pivot);
      }
      pivots |= pivot;
    }
  }

  private void turnToX(Row row, long open) {
    for (long rest = open; rest != 0; rest &= rest - 1) {
      long bit = Long.lowestOneBit(rest);
      if ((row.x & row.z & bit) != 0) {
        sdg(bit);
      } else if ((row.x & bit) == 0) {
        h(bit);
      }
    }
  }

  private void h(long bit) {
    circuit = circuit.h(qubit(bit));
    for (Row row : inOrder) {
      row.minus ^= (row.x & row.z & bit) != 0;
      long swapped = (row.x ^ row.z) & bit;
      row.x ^= swapped;
      row.z ^= swapped;
    }
  }

  /** Takes Y to X and X to -Y. */
  private void sdg(long bit) {
    circuit = circuit.sdg(qubit(bit));
    for (Row row : inOrder) {
      row.minus ^= (row.x & ~row.z & bit) != 0;
      row.z ^= row.x & bit;
    }
  }

  private void cx(long control, long target) {
    circuit = circuit.cx(qubit(control), qubit(target));
    for (Row row : inOrder) {
      boolean flips = (row.x & control) != 0;
      boolean reads = (row.z & target) != 0;
      row.minus ^= flips && reads && (row.x & target) != 0 == ((row.z & control) != 0);
      row.x ^= flips ? target : 0;
      row.z ^= reads ? control : 0;
    }
  }

  private int qubit(long bit) {
    return qubits - 1 - Long.numberOfTrailingZeros(bit);
  }
}
