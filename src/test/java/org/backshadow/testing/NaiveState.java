package org.backshadow.testing;

import java.util.List;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.Operation;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** A state vector that textbook matrices are multiplied to, entry by entry. */
public final class NaiveState {
  private final int qubits;
  private double[] re;
  private double[] im;

  private NaiveState(int qubits) {
    this.qubits = qubits;
    re = new double[1 << qubits];
    im = new double[1 << qubits];
    re[0] = 1;
  }

  public static NaiveState of(Circuit circuit) {
    var state = new NaiveState(circuit.qubits());
    for (Operation operation : circuit.operations()) {
      state.multiply(TextbookGates.matrix(operation), operation.qubits());
    }
    return state;
  }

  public double re(int i) {
    return re[i];
  }

  public double im(int i) {
    return im[i];
  }

  private void multiply(NaiveMatrix matrix, List<Integer> places) {
    double[] nextRe = new double[re.length];
    double[] nextIm = new double[im.length];
    int count = places.size();
    for (int i = 0; i < re.length; i++) {
      int row = 0;
      int rest = i;
      for (int place : places) {
        int bit = 1 << (qubits - 1 - place);
        row = 2 * row + ((i & bit) != 0 ? 1 : 0);
        rest &= ~bit;
      }
      for (int column = 0; column < 1 << count; column++) {
        int j = rest;
        for (int k = 0; k < count; k++) {
          if ((column >> (count - 1 - k) & 1) == 1) {
            j |= 1 << (qubits - 1 - places.get(k));
          }
        }
        double mr = matrix.re(row, column);
        double mi = matrix.im(row, column);
        nextRe[i] += mr * re[j] - mi * im[j];
        nextIm[i] += mr * im[j] + mi * re[j];
      }
    }
    re = nextRe;
    im = nextIm;
  }

  /** {@code <psi|O|psi>}, letter by letter. */
  public double expectation(PauliSum observable) {
    double total = 0;
    for (PauliSum.Term term : observable.terms()) {
      total += term.coefficient() * expectation(term.string());
    }
    return total;
  }

  private double expectation(PauliString string) {
    double total = 0;
    for (int i = 0; i < re.length; i++) {
      int j = i;
      int turns = 0;
      for (int q = 0; q < qubits; q++) {
        int bit = 1 << (qubits - 1 - q);
        boolean one = (i & bit) != 0;
        switch (string.letter(q)) {
          case 'X' -> j ^= bit;
          case 'Y' -> {
            j ^= bit;
            turns += one ? 3 : 1;
          }
          case 'Z' -> turns += one ? 2 : 0;
          default -> {}
        }
      }
      // <j| conj times i^turns times amplitude i
      double real = re[j] * re[i] + im[j] * im[i];
      double imaginary = re[j] * im[i] - im[j] * re[i];
      total +=
          switch (turns & 3) {
            case 0 -> real;
            case 1 -> -imaginary;
            case 2 -> -real;
            default -> imaginary;
          };
    }
    return total;
  }
}
