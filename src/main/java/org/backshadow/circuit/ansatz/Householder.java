package org.backshadow.circuit.ansatz;

import org.ejml.data.ZMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** A unitary matrix whose first column is a given vector. */
final class Householder {
  private static final double TOLERANCE = 1e-9;

  private Householder() {}

  /**
   * {@code U = p (I - 2 v v^dagger / v^dagger v)} with {@code v = psi / p - e_0} and p the phase of
   * {@code -psi_0}, so that v never cancels and {@code U e_0 = psi}.
   */
  static SimpleMatrix to(double[] re, double[] im) {
    double norm = 0;
    for (int i = 0; i < re.length; i++) {
      norm += re[i] * re[i] + im[i] * im[i];
    }
    if (!(Math.abs(norm - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "the squares of the amplitudes sum to " + norm + "; they must sum to 1");
    }
    double size = Math.hypot(re[0], im[0]);
    double pr = size == 0 ? -1 : -re[0] / size;
    double pi = size == 0 ? 0 : -im[0] / size;
    double[] vr = new double[re.length];
    double[] vi = new double[re.length];
    double length = 0;
    for (int i = 0; i < re.length; i++) {
      vr[i] = re[i] * pr + im[i] * pi - (i == 0 ? 1 : 0);
      vi[i] = im[i] * pr - re[i] * pi;
      length += vr[i] * vr[i] + vi[i] * vi[i];
    }
    var matrix = new ZMatrixRMaj(re.length, re.length);
    for (int row = 0; row < re.length; row++) {
      for (int column = 0; column < re.length; column++) {
        double hr = -2 * (vr[row] * vr[column] + vi[row] * vi[column]) / length;
        double hi = -2 * (vi[row] * vr[column] - vr[row] * vi[column]) / length;
        hr += row == column ? 1 : 0;
        matrix.set(row, column, pr * hr - pi * hi, pr * hi + pi * hr);
      }
    }
    return SimpleMatrix.wrap(matrix);
  }
}
