package org.backshadow.circuit;

import java.util.List;
import java.util.Locale;
import org.ejml.data.MatrixType;
import org.ejml.simple.SimpleMatrix;

/** What lists of Kraus operators have in common. */
final class KrausOperators {
  /** How far {@code sum K^dagger K} may be from the identity in any entry. */
  private static final double TOLERANCE = 1e-10;

  private KrausOperators() {}

  /**
   * Checks operators on so many qubits.
   *
   * @throws IllegalArgumentException if there are none, a size is wrong, or they are not complete
   */
  static void requireChannel(List<SimpleMatrix> kraus, int qubits) {
    int dimension = 1 << qubits;
    if (kraus.isEmpty()) {
      throw new IllegalArgumentException("channel: at least one Kraus operator is needed");
    }
    for (int j = 0; j < kraus.size(); j++) {
      SimpleMatrix operator = kraus.get(j);
      if (operator.getNumRows() != dimension || operator.getNumCols() != dimension) {
        throw new IllegalArgumentException(
            "channel: Kraus operator %d is %d x %d; on %d qubit%s it is %d x %d"
                .formatted(
                    j,
                    operator.getNumRows(),
                    operator.getNumCols(),
                    qubits,
                    qubits == 1 ? "" : "s",
                    dimension,
                    dimension));
      }
    }
    double deviation = deviation(kraus, dimension);
    if (!(deviation <= TOLERANCE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "channel: the sum of K^dagger K differs from the identity by %.1e (allowed: %.0e);"
                  + " Kraus operators keep the trace",
              deviation,
              TOLERANCE));
    }
  }

  private static double deviation(List<SimpleMatrix> kraus, int dimension) {
    double worst = 0;
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < dimension; b++) {
        double re = a == b ? -1 : 0;
        double im = 0;
        for (SimpleMatrix k : kraus) {
          for (int r = 0; r < dimension; r++) {
            re += k.getReal(r, a) * k.getReal(r, b) + k.getImag(r, a) * k.getImag(r, b);
            im += k.getReal(r, a) * k.getImag(r, b) - k.getImag(r, a) * k.getReal(r, b);
          }
        }
        double off = Math.hypot(re, im);
        if (Double.isNaN(off)) {
          return off;
        }
        worst = Math.max(worst, off);
      }
    }
    return worst;
  }

  /** {@code sum_j K_j (x) conj(K_j)}. */
  static SimpleMatrix superoperator(List<SimpleMatrix> kraus) {
    int d = kraus.get(0).getNumRows();
    var sum = new SimpleMatrix(d * d, d * d, MatrixType.ZDRM);
    for (int row = 0; row < d * d; row++) {
      for (int column = 0; column < d * d; column++) {
        double re = 0;
        double im = 0;
        for (SimpleMatrix k : kraus) {
          double ar = k.getReal(row / d, column / d);
          double ai = k.getImag(row / d, column / d);
          double br = k.getReal(row % d, column % d);
          double bi = -k.getImag(row % d, column % d);
          re += ar * br - ai * bi;
          im += ar * bi + ai * br;
        }
        sum.set(row, column, re, im);
      }
    }
    return sum;
  }
}
