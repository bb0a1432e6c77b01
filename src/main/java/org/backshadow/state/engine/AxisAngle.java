package org.backshadow.state.engine;

import org.backshadow.circuit.UnitaryForm;

/**
 * A 2 x 2 unitary as {@code exp(i phase) exp(-i angle (n . sigma) / 2)} with a unit vector n.
 *
 * @param letterX n is the letter X or Y
 * @param letterZ n is the letter Z or Y
 * @param polar n's angle from Z, if it is no letter
 * @param azimuth n's angle from X around Z, if it is no letter
 * @param defect how far the matrix is from being this product
 */
record AxisAngle(
    double phase,
    double angle,
    boolean letterX,
    boolean letterZ,
    double polar,
    double azimuth,
    double defect) {
  private static final double NEGLIGIBLE = 1e-15;

  static AxisAngle of(UnitaryForm u) {
    // U = e^(i phase) (w - i (x X + y Y + z Z)) with w^2 + x^2 + y^2 + z^2 = 1
    double detRe =
        u.re(0, 0) * u.re(1, 1)
            - u.im(0, 0) * u.im(1, 1)
            - u.re(0, 1) * u.re(1, 0)
            + u.im(0, 1) * u.im(1, 0);
    double detIm =
        u.re(0, 0) * u.im(1, 1)
            + u.im(0, 0) * u.re(1, 1)
            - u.re(0, 1) * u.im(1, 0)
            - u.im(0, 1) * u.re(1, 0);
    double phase = StrictMath.atan2(detIm, detRe) / 2;
    double c = StrictMath.cos(phase);
    double s = StrictMath.sin(phase);
    double w = part(u.re(0, 0) + u.re(1, 1), u.im(0, 0) + u.im(1, 1), c, s, false);
    double z = -part(u.re(0, 0) - u.re(1, 1), u.im(0, 0) - u.im(1, 1), c, s, true);
    double x = -part(u.re(0, 1) + u.re(1, 0), u.im(0, 1) + u.im(1, 0), c, s, true);
    double y = part(u.re(1, 0) - u.re(0, 1), u.im(1, 0) - u.im(0, 1), c, s, false);
    double length = Math.sqrt(x * x + y * y + z * z);
    double defect = defect(u, w, x, y, z, c, s);
    double angle = 2 * StrictMath.atan2(length, w);
    double least = NEGLIGIBLE * 4;
    if (Math.abs(x) < least && Math.abs(y) < least) {
      return new AxisAngle(phase, z < 0 ? -angle : angle, false, true, 0, 0, defect);
    }
    if (Math.abs(y) < least && Math.abs(z) < least) {
      return new AxisAngle(phase, x < 0 ? -angle : angle, true, false, 0, 0, defect);
    }
    if (Math.abs(x) < least && Math.abs(z) < least) {
      return new AxisAngle(phase, y < 0 ? -angle : angle, true, true, 0, 0, defect);
    }
    double polar = StrictMath.atan2(Math.hypot(x, y), z);
    return new AxisAngle(phase, angle, false, false, polar, StrictMath.atan2(y, x), defect);
  }

  /** Half of the real or imaginary part of {@code e^(-i phase) (re + i im)}. */
  private static double part(double re, double im, double c, double s, boolean imaginary) {
    return (imaginary ? im * c - re * s : re * c + im * s) / 2;
  }

  /** The largest difference between an entry of U and that of {@code e^(i phase) (w - i n)}. */
  private static double defect(
      UnitaryForm u, double w, double x, double y, double z, double c, double s) {
    double[] re = {w, -y, y, w};
    double[] im = {-z, -x, -x, z};
    double norm = Math.abs(w * w + x * x + y * y + z * z - 1);
    for (int e = 0; e < 4; e++) {
      double dr = c * re[e] - s * im[e] - u.re(e >> 1, e & 1);
      double di = c * im[e] + s * re[e] - u.im(e >> 1, e & 1);
      norm = Math.max(norm, Math.hypot(dr, di));
    }
    return norm;
  }
}
