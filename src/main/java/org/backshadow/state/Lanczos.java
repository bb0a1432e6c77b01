package org.backshadow.state;

import java.util.ArrayList;
import java.util.List;
import org.backshadow.linear.HermitianEigen;
import org.backshadow.resources.Interrupts;

/**
 * The Krylov space {@code v, A v, A^2 v, ...} of a Hermitian matrix in an orthonormal basis, in
 * which the matrix is tridiagonal. {@code 4^n} steps a vector; the basis is kept orthogonal in
 * full.
 */
final class Lanczos {
  private static final int MOST_VECTORS = 200;
  private static final double NEGLIGIBLE = 1e-13;
  private static final double CONVERGED = 1e-12;

  private final HermitianMatrix matrix;
  private final double norm;
  private final List<Amplitudes> basis = new ArrayList<>();
  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();
  private Amplitudes next;

  Lanczos(HermitianMatrix matrix, Amplitudes start) {
    this.matrix = matrix;
    this.norm = Math.sqrt(start.normSquared());
    this.next = start.copy();
    next.scale(1 / norm);
  }

  /** One more vector; false if the space was complete. */
  private boolean grow() {
    Interrupts.check();
    if (basis.size() == MOST_VECTORS || !beside.isEmpty() && last(beside) < NEGLIGIBLE) {
      return false;
    }
    basis.add(next);
    Amplitudes product = matrix.times(next);
    diagonal.add(next.inner(product).re());
    for (int pass = 0; pass < 2; pass++) {
      for (Amplitudes vector : basis) {
        product.subtract(vector.inner(product), vector);
      }
    }
    double rest = Math.sqrt(product.normSquared());
    beside.add(rest);
    if (rest >= NEGLIGIBLE) {
      product.scale(1 / rest);
    }
    next = product;
    return true;
  }

  private static double last(List<Double> values) {
    return values.get(values.size() - 1);
  }

  private HermitianEigen tridiagonal() {
    int k = basis.size();
    double[] re = new double[k * k];
    for (int i = 0; i < k; i++) {
      re[i * k + i] = diagonal.get(i);
      if (i + 1 < k) {
        re[i * k + i + 1] = beside.get(i);
        re[(i + 1) * k + i] = beside.get(i);
      }
    }
    return HermitianEigen.of(k, re, new double[k * k]);
  }

  /** The smallest and the largest eigenvalue, from inside, after so many vectors. */
  double[] extremes(int vectors) {
    boolean more = true;
    while (more && basis.size() < vectors) {
      more = grow();
    }
    double[] values = tridiagonal().values();
    return new double[] {values[0], values[values.length - 1]};
  }

  /**
   * {@code exp(A/2) v}, divided by {@code exp(shift/2)}.
   *
   * @param vector the result
   */
  record Exponential(Amplitudes vector, double shift) {}

  Exponential halfExponential() {
    boolean more = grow();
    while (true) {
      for (int k = 0; more && k < 4; k++) {
        more = grow();
      }
      HermitianEigen eigen = tridiagonal();
      double[] values = eigen.values();
      int size = values.length;
      double shift = values[size - 1];
      double[] weights = new double[size];
      for (int i = 0; i < size; i++) {
        for (int l = 0; l < size; l++) {
          double product = eigen.re(i, l) * eigen.re(0, l) + eigen.im(i, l) * eigen.im(0, l);
          weights[i] += norm * StrictMath.exp((values[l] - shift) / 2) * product;
        }
      }
      if (!more || Math.abs(weights[size - 1]) * last(beside) < CONVERGED * norm) {
        return new Exponential(combined(weights), shift);
      }
    }
  }

  private Amplitudes combined(double[] weights) {
    Amplitudes sum = basis.get(0).copy();
    sum.scale(weights[0]);
    for (int i = 1; i < weights.length; i++) {
      sum.subtract(-weights[i], basis.get(i));
    }
    return sum;
  }
}
