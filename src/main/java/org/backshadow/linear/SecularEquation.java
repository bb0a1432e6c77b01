package org.backshadow.linear;

/**
 * The roots of {@code 1 / rho + sum_j z_j^2 / (d_j - x) = 0}, which are the eigenvalues of {@code
 * diag(d) + rho z z^T}: one between each pole and the next, one beyond the last.
 *
 * <p>Each root is sought as a distance from the nearest pole, by fitting one pole to the terms on
 * its left and one to those on its right ("the middle way"), inside a bracket. The distances to all
 * poles are then accurate in their own size. Source: Li, LAPACK Working Note 89 (1993).
 */
final class SecularEquation {
  /** Steps for a root; four are usual. */
  private static final int MOST_STEPS = 200;

  private static final double PRECISION = 0x1p-53;

  private final double[] poles;
  private final double[] weights;
  private final double constant;

  /** The poles less the origin, and what the terms are at a distance from it. */
  private final double[] shifted;

  private final double[] terms;
  private final double[] slopes;

  private double value;
  private double size;
  private double slopeLeft;
  private double slopeRight;

  /** The poles ascending, the numbers z not zero, rho positive. */
  SecularEquation(double[] poles, double[] z, double rho) {
    this.poles = poles;
    this.weights = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      weights[j] = z[j] * z[j];
    }
    this.constant = 1 / rho;
    this.shifted = new double[z.length];
    this.terms = new double[z.length];
    this.slopes = new double[z.length];
  }

  /** The root after a pole; {@code differences[j]} becomes {@code d_j} less the root. */
  double root(int pole, double[] differences) {
    double distance;
    int origin = pole;
    if (poles.length == 1) {
      shift(0);
      distance = weights[0] / constant;
    } else {
      boolean beyond = pole == poles.length - 1;
      double width = beyond ? weightSum() / constant : poles[pole + 1] - poles[pole];
      shift(pole);
      int left = beyond ? pole - 1 : pole;
      evaluate(width / 2, left);
      if (beyond || value >= 0) {
        // Beyond the last pole the root may be in either half.
        distance = search(left, beyond, width / 2, 0, beyond ? width : width / 2);
      } else {
        origin = pole + 1;
        shift(origin);
        distance = search(left, false, -width / 2, -width / 2, 0);
      }
    }
    for (int j = 0; j < poles.length; j++) {
      differences[j] = shifted[j] - distance;
    }
    return poles[origin] + distance;
  }

  private double weightSum() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private void shift(int origin) {
    double pole = poles[origin];
    for (int j = 0; j < poles.length; j++) {
      shifted[j] = poles[j] - pole;
    }
  }

  /**
   * The root between two distances from the origin, from the values at {@code middle} that were
   * just computed; the terms up to {@code left} belong to the left pole.
   */
  private double search(int left, boolean beyond, double middle, double low, double high) {
    double x = firstGuess(left, beyond);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (!(x > low && x < high)) {
        x = low + (high - low) / 2;
      }
      evaluate(x, left);
      if (Math.abs(value) <= 8 * PRECISION * size) {
        break;
      }
      if (value < 0) {
        low = x;
      } else {
        high = x;
      }
      double next = x + towardRoot(shifted[left] - x, shifted[left + 1] - x, beyond);
      boolean settled = Math.abs(next - x) <= 2 * PRECISION * Math.abs(x);
      x = next;
      if (settled || high - low <= 2 * PRECISION * Math.abs(low)) {
        x = Math.min(high, Math.max(low, x));
        break;
      }
    }
    return x;
  }

  /** The root if all but the two nearest terms stayed as they are where they were computed. */
  private double firstGuess(int left, boolean beyond) {
    double rest = value - terms[left] - terms[left + 1];
    double l = shifted[left];
    double r = shifted[left + 1];
    double a = rest * (l + r) + weights[left] + weights[left + 1];
    double b = rest * l * r + weights[left] * r + weights[left + 1] * l;
    return quadraticRoot(rest, a, b, beyond);
  }

  /** The step to the root of the two fitted poles, which lie at these distances. */
  private double towardRoot(double l, double r, boolean beyond) {
    double c = value - l * slopeLeft - r * slopeRight;
    double a = (l + r) * value - l * r * (slopeLeft + slopeRight);
    return quadraticRoot(c, a, l * r * value, beyond);
  }

  /** The smaller root of {@code c x^2 - a x + b} for a positive c, or the larger one. */
  private static double quadraticRoot(double c, double a, double b, boolean larger) {
    double root = Math.sqrt(Math.max(0, a * a - 4 * b * c));
    if (larger) {
      return a >= 0 ? (a + root) / (2 * c) : 2 * b / (a - root);
    }
    return a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root);
  }

  private void evaluate(double x, int left) {
    for (int j = 0; j < terms.length; j++) {
      double inverse = 1 / (shifted[j] - x);
      double term = weights[j] * inverse;
      terms[j] = term;
      slopes[j] = term * inverse;
    }
    double sumLeft = sum(terms, 0, left + 1);
    double sumRight = sum(terms, left + 1, terms.length);
    slopeLeft = sum(slopes, 0, left + 1);
    slopeRight = sum(slopes, left + 1, terms.length);
    value = constant + sumLeft + sumRight;
    size = constant + Math.abs(sumLeft) + Math.abs(sumRight);
  }

  /** Four sums side by side: the processor need not wait for each addition. */
  private static double sum(double[] numbers, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = from;
    for (; j + 4 <= to; j += 4) {
      s0 += numbers[j];
      s1 += numbers[j + 1];
      s2 += numbers[j + 2];
      s3 += numbers[j + 3];
    }
    for (; j < to; j++) {
      s0 += numbers[j];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
