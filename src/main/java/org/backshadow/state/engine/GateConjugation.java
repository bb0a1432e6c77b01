package org.backshadow.state.engine;

import java.util.Optional;
import org.backshadow.circuit.Operation;
import org.backshadow.circuit.UnitaryForm;

/** {@code U^dagger P U} for the letters X and Z on each qubit of a Clifford gate U. */
final class GateConjugation {
  private static final double TOLERANCE = 1e-12;

  private final PhasedString[] ofX;
  private final PhasedString[] ofZ;

  private GateConjugation(PhasedString[] ofX, PhasedString[] ofZ) {
    this.ofX = ofX;
    this.ofZ = ofZ;
  }

  PhasedString ofX(int qubit) {
    return ofX[qubit];
  }

  PhasedString ofZ(int qubit) {
    return ofZ[qubit];
  }

  /** Empty if the bound gate is no Clifford: some letter becomes a sum of strings. */
  static Optional<GateConjugation> of(Operation operation) {
    int k = operation.qubits().size();
    var matrix = new Matrix(k, operation.gate().controls(), operation.form());
    var ofX = new PhasedString[k];
    var ofZ = new PhasedString[k];
    for (int q = 0; q < k; q++) {
      int bit = 1 << (k - 1 - q);
      PhasedString x = matrix.conjugate(bit, 0);
      PhasedString z = matrix.conjugate(0, bit);
      if (x == PhasedString.IDENTITY || z == PhasedString.IDENTITY) {
        return Optional.empty();
      }
      ofX[q] = x;
      ofZ[q] = z;
    }
    return Optional.of(new GateConjugation(ofX, ofZ));
  }

  /** The full matrix of a gate with its controls, which are the leading bits. */
  private static final class Matrix {
    private final int dimension;
    private final double[] re;
    private final double[] im;

    Matrix(int qubits, int controls, UnitaryForm form) {
      dimension = 1 << qubits;
      re = new double[dimension * dimension];
      im = new double[dimension * dimension];
      int start = dimension - (1 << (qubits - controls));
      for (int row = 0; row < dimension; row++) {
        for (int column = 0; column < dimension; column++) {
          boolean acted = row >= start && column >= start;
          int e = row * dimension + column;
          re[e] = acted ? form.re(row - start, column - start) : row == column ? 1 : 0;
          im[e] = acted ? form.im(row - start, column - start) : 0;
        }
      }
    }

    /** {@code U^dagger P U} for a letter X or Z; the identity stands for "not a string". */
    PhasedString conjugate(int x, int z) {
      double[][] column = column(x, z, 0);
      int image = 0;
      while (image < dimension && Math.hypot(column[0][image], column[1][image]) < 0.5) {
        image++;
      }
      if (image == dimension) {
        return PhasedString.IDENTITY;
      }
      int signs = 0;
      for (int bit = 1; bit < dimension; bit <<= 1) {
        double[][] other = column(x, z, bit);
        double same =
            other[0][image ^ bit] * column[0][image] + other[1][image ^ bit] * column[1][image];
        signs |= same < 0 ? bit : 0;
      }
      var found = power(image, signs, column);
      return isWhole(x, z, found) ? found : PhasedString.IDENTITY;
    }

    /** The string whose first column has its entry in the row {@code image}. */
    private PhasedString power(int image, int signs, double[][] column) {
      int ys = Integer.bitCount(image & signs);
      double re = column[0][image];
      double im = column[1][image];
      int entry = Math.abs(re) > Math.abs(im) ? (re > 0 ? 0 : 2) : (im > 0 ? 1 : 3);
      return new PhasedString(image, signs, entry - ys);
    }

    private boolean isWhole(int x, int z, PhasedString found) {
      int entry = found.power() + Long.bitCount(found.x() & found.z());
      for (int c = 0; c < dimension; c++) {
        double[][] column = column(x, z, c);
        int turns = (entry + 2 * Long.bitCount(found.z() & c)) & 3;
        double re = turns == 0 ? 1 : turns == 2 ? -1 : 0;
        double im = turns == 1 ? 1 : turns == 3 ? -1 : 0;
        int row = c ^ (int) found.x();
        if (Math.hypot(column[0][row] - re, column[1][row] - im) > TOLERANCE) {
          return false;
        }
      }
      return true;
    }

    /** Column c of {@code U^dagger X^x Z^z U}. */
    private double[][] column(int x, int z, int c) {
      double[][] result = new double[2][dimension];
      for (int k = 0; k < dimension; k++) {
        double sign = (Integer.bitCount(k & z) & 1) == 0 ? 1 : -1;
        int u = k * dimension + c;
        double ur = sign * re[u];
        double ui = sign * im[u];
        for (int row = 0; row < dimension; row++) {
          int v = (k ^ x) * dimension + row;
          result[0][row] += re[v] * ur + im[v] * ui;
          result[1][row] += re[v] * ui - im[v] * ur;
        }
      }
      return result;
    }
  }
}
