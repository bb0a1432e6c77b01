package org.backshadow.linear;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.backshadow.resources.Interrupts;

/**
 * {@code A = V diag(values) V^dagger} of a complex Hermitian matrix. Immutable.
 *
 * <p>Reflections take A to tridiagonal form, divide and conquer solves that, and the reflections
 * take its eigenvectors back: about {@code 18 N^3} operations and {@code 100 N^2} bytes at most.
 * The errors are some {@code 1e-16 sqrt(N)} of the largest eigenvalue, in the eigenvalues, in
 * {@code A V - V diag(values)} and in {@code V^dagger V - 1}. One thread does all of it, and the
 * bits depend on nothing but A.
 *
 * <pre>{@code
 * double[] re = {0, 1, 1, 0}, im = {0, 0, 0, 0}; // X, row by row
 * HermitianEigen.of(2, re, im).values() // [-1.0, 1.0]
 * }</pre>
 */
public final class HermitianEigen {
  private final double[] values;

  /** The eigenvectors in columns. */
  private final double[][] vectors;

  private HermitianEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Of a matrix given row by row; both arrays are read only.
   *
   * @param re the real parts, {@code dimension^2} finite numbers, a symmetric matrix
   * @param im the imaginary parts, an antisymmetric matrix
   */
  public static HermitianEigen of(int dimension, double[] re, double[] im) {
    double scale = scale(re, im);
    TridiagonalForm form = TridiagonalForm.of(ComplexRows.of(dimension, re, im, 1 / scale));
    DivideAndConquer solved = DivideAndConquer.solve(form.diagonal(), form.offDiagonal());
    double[] found = solved.values();
    int[] order = Deflation.ascending(found);
    double[][] sorted = RowSums.zeros(dimension, dimension);
    double[] values = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      values[k] = scale * found[order[k]];
    }
    for (int i = 0; i < dimension; i++) {
      for (int k = 0; k < dimension; k++) {
        sorted[i][k] = solved.vectors()[i][order[k]];
      }
    }
    return new HermitianEigen(values, form.eigenvectors(sorted));
  }

  /** The eigenvalues alone, ascending, in half the time and less. */
  public static double[] values(int dimension, double[] re, double[] im) {
    double scale = scale(re, im);
    TridiagonalForm form = TridiagonalForm.of(ComplexRows.of(dimension, re, im, 1 / scale));
    double[] values = ImplicitQl.eigenvalues(form.diagonal(), form.offDiagonal());
    for (int k = 0; k < dimension; k++) {
      values[k] *= scale;
    }
    Arrays.sort(values);
    return values;
  }

  /** A power of two no smaller than the largest entry's parts, so that dividing by it is exact. */
  private static double scale(double[] re, double[] im) {
    double largest = 0;
    for (int k = 0; k < re.length; k++) {
      largest = Math.max(largest, Math.max(Math.abs(re[k]), Math.abs(im[k])));
    }
    if (!Double.isFinite(largest)) {
      throw new IllegalArgumentException("an entry of the matrix is not finite");
    }
    return largest == 0 ? 1 : Math.scalb(1.0, Math.max(-1000, Math.getExponent(largest) + 1));
  }

  /** The eigenvalues, ascending. */
  public double[] values() {
    return values.clone();
  }

  /** The real part of entry i of eigenvector k. */
  public double re(int i, int k) {
    return vectors[i][2 * k];
  }

  /** The imaginary part of entry i of eigenvector k. */
  public double im(int i, int k) {
    return vectors[i][2 * k + 1];
  }

  /**
   * Writes {@code f(A)}, row by row: the matrix with the same eigenvectors and with a function of
   * the eigenvalues. About {@code 4 N^3} operations.
   */
  public void function(DoubleUnaryOperator f, double[] re, double[] im) {
    int dimension = values.length;
    double[] weights = Arrays.stream(values).map(f).toArray();
    double[][] scaled = RowSums.zeros(dimension, 2 * dimension);
    for (int i = 0; i < dimension; i++) {
      for (int k = 0; k < dimension; k++) {
        scaled[i][2 * k] = weights[k] * vectors[i][2 * k];
        scaled[i][2 * k + 1] = weights[k] * vectors[i][2 * k + 1];
      }
    }
    double[][] adjoint = ComplexRows.withTurned(ComplexRows.adjoint(vectors));
    double[][] result = RowSums.zeros(dimension, 2 * dimension);
    // The other half follows by conjugation.
    int step = 16;
    for (int first = 0; first < dimension; first += step) {
      Interrupts.check();
      int last = Math.min(dimension, first + step);
      RowSums.add(
          Arrays.copyOfRange(result, first, last),
          Arrays.copyOfRange(scaled, first, last),
          adjoint,
          0,
          2 * last);
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        re[i * dimension + j] = result[i][2 * j];
        re[j * dimension + i] = result[i][2 * j];
        im[i * dimension + j] = i == j ? 0 : result[i][2 * j + 1];
        im[j * dimension + i] = i == j ? 0 : -result[i][2 * j + 1];
      }
    }
  }
}
