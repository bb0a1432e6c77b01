package org.backshadow.circuit.propagation;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/** {@code U P U^dagger} for Pauli strings P on the qubits of one bound gate, by its full matrix. */
final class LocalConjugation {
  private static final double NEGLIGIBLE = 1e-15;
  private final int qubits;
  private final int dimension;
  private final double[] re;
  private final double[] im;

  LocalConjugation(Operation operation) {
    qubits = operation.qubits().size();
    dimension = 1 << qubits;
    re = new double[dimension * dimension];
    im = new double[dimension * dimension];
    UnitaryForm form = operation.form();
    int targets = 1 << form.qubits();
    int start = dimension - targets; // where all controls, the leading bits, are 1
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        boolean acted = row >= start && column >= start;
        int entry = row * dimension + column;
        re[entry] = acted ? form.re(row - start, column - start) : row == column ? 1 : 0;
        im[entry] = acted ? form.im(row - start, column - start) : 0;
      }
    }
  }

  /** The image as terms with real coefficients {@code tr(R U P U^dagger) / 2^k}. */
  List<PauliSum.Term> of(PauliString p) {
    var terms = new ArrayList<PauliSum.Term>();
    for (long x = 0; x < dimension; x++) {
      for (long z = 0; z < dimension; z++) {
        var r = new PauliString(qubits, x, z);
        double coefficient = overlap(r, p) / dimension;
        if (Math.abs(coefficient) > NEGLIGIBLE) {
          terms.add(new PauliSum.Term(coefficient, r));
        }
      }
    }
    return terms;
  }

  /** {@code Re tr(R U P U^dagger)}; the trace is real. */
  private double overlap(PauliString r, PauliString p) {
    // tr(R U P U^dagger) = sum_{a, c} R[a ^ rx, a] (U P U^dagger)[a, a ^ rx]
    //                    = sum_{a, c} phaseR(a) U[a, c ^ px] phaseP(c) conj(U[a ^ rx, c])
    int phase = Long.bitCount(r.x() & r.z()) + Long.bitCount(p.x() & p.z());
    double sumRe = 0;
    double sumIm = 0;
    for (int a = 0; a < dimension; a++) {
      int b = a ^ (int) r.x();
      for (int c = 0; c < dimension; c++) {
        int u = a * dimension + (c ^ (int) p.x());
        int v = b * dimension + c;
        int flips = Long.bitCount(r.z() & a) + Long.bitCount(p.z() & c);
        double sign = 1 - 2 * (flips & 1);
        sumRe += sign * (re[u] * re[v] + im[u] * im[v]);
        sumIm += sign * (im[u] * re[v] - re[u] * im[v]);
      }
    }
    return switch (phase & 3) {
      case 0 -> sumRe;
      case 1 -> -sumIm;
      case 2 -> -sumRe;
      default -> sumIm;
    };
  }
}
