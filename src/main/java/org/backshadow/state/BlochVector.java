package org.backshadow.state;

import java.util.Locale;

/**
 * The expectation values of X, Y and Z of one qubit: a point in the unit ball, on its surface if
 * the qubit is in a pure state.
 *
 * <pre>{@code
 * BlochVector r = state(circuit(1).ry(0, 0.7)).bloch(0);
 * r.polarAngle() // 0.7
 * r.length() // 1.0
 * }</pre>
 */
public record BlochVector(double x, double y, double z) {
  /** The distance from the center, 1 for a pure state, 0 for a maximally mixed one. */
  public double length() {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** The angle from the north pole {@code |0>}, in radians. */
  public double polarAngle() {
    return StrictMath.atan2(Math.hypot(x, y), z);
  }

  /** The angle from the x axis towards y, in radians. */
  public double azimuth() {
    return StrictMath.atan2(y, x);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "(%.4f, %.4f, %.4f), length %.4f, polar angle %.4f, azimuth %.4f (exact)",
        x + 0.0,
        y + 0.0,
        z + 0.0,
        length(),
        polarAngle(),
        azimuth());
  }
}
