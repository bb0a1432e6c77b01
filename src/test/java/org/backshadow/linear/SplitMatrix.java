package org.backshadow.linear;

import java.util.Arrays;
import java.util.Random;

/** Hermitian matrices to solve, in two arrays row by row, and what must hold of a solution. */
record SplitMatrix(int dimension, double[] re, double[] im) {
  static SplitMatrix zero(int dimension) {
    return new SplitMatrix(
        dimension, new double[dimension * dimension], new double[dimension * dimension]);
  }

  /** Independent entries, uniform between -1 and 1. */
  static SplitMatrix random(int dimension, long seed) {
    var random = new Random(seed);
    var matrix = zero(dimension);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        matrix.set(i, j, random.nextDouble() * 2 - 1, i == j ? 0 : random.nextDouble() * 2 - 1);
      }
    }
    return matrix;
  }

  static SplitMatrix diagonal(double... numbers) {
    return tridiagonal(numbers, new double[numbers.length - 1]);
  }

  static SplitMatrix tridiagonal(double[] diagonal, double[] beside) {
    var matrix = zero(diagonal.length);
    for (int i = 0; i < diagonal.length; i++) {
      matrix.set(i, i, diagonal[i], 0);
      if (i > 0) {
        matrix.set(i, i - 1, beside[i - 1], 0);
      }
    }
    return matrix;
  }

  private void set(int i, int j, double real, double imaginary) {
    re[i * dimension + j] = real;
    re[j * dimension + i] = real;
    im[i * dimension + j] = imaginary;
    im[j * dimension + i] = -imaginary;
  }

  SplitMatrix times(double factor) {
    return new SplitMatrix(
        dimension,
        Arrays.stream(re).map(x -> factor * x).toArray(),
        Arrays.stream(im).map(x -> factor * x).toArray());
  }

  /** The same eigenvalues: {@code H A H} with the reflection of a random vector, three times. */
  SplitMatrix turned(long seed) {
    var random = new Random(seed);
    var result = this;
    for (int round = 0; round < 3; round++) {
      double[] ur = random.doubles(dimension, -1, 1).toArray();
      double[] ui = random.doubles(dimension, -1, 1).toArray();
      result = result.reflected(ur, ui).adjoint().reflected(ur, ui).hermitianPart();
    }
    return result;
  }

  /** {@code (1 - 2 u u^dagger / |u|^2) A}. */
  private SplitMatrix reflected(double[] ur, double[] ui) {
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      squares += ur[i] * ur[i] + ui[i] * ui[i];
    }
    var result = new SplitMatrix(dimension, re.clone(), im.clone());
    for (int j = 0; j < dimension; j++) {
      double a = 0;
      double b = 0;
      for (int i = 0; i < dimension; i++) {
        a += ur[i] * re[i * dimension + j] + ui[i] * im[i * dimension + j];
        b += ur[i] * im[i * dimension + j] - ui[i] * re[i * dimension + j];
      }
      for (int i = 0; i < dimension; i++) {
        result.re[i * dimension + j] -= 2 / squares * (ur[i] * a - ui[i] * b);
        result.im[i * dimension + j] -= 2 / squares * (ur[i] * b + ui[i] * a);
      }
    }
    return result;
  }

  private SplitMatrix adjoint() {
    var result = zero(dimension);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        result.re[i * dimension + j] = re[j * dimension + i];
        result.im[i * dimension + j] = -im[j * dimension + i];
      }
    }
    return result;
  }

  private SplitMatrix hermitianPart() {
    var result = zero(dimension);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        int a = i * dimension + j;
        int b = j * dimension + i;
        result.set(i, j, (re[a] + re[b]) / 2, (im[a] - im[b]) / 2);
      }
    }
    return result;
  }

  /** The largest size of a number in {@code A V - V diag(values)}. */
  double residual(HermitianEigen eigen) {
    double worst = 0;
    double[] values = eigen.values();
    double[][] v = columns(eigen);
    for (int k = 0; k < dimension; k++) {
      double[] x = v[k];
      for (int i = 0; i < dimension; i++) {
        double a = -values[k] * x[2 * i];
        double b = -values[k] * x[2 * i + 1];
        for (int j = 0; j < dimension; j++) {
          int entry = i * dimension + j;
          a += re[entry] * x[2 * j] - im[entry] * x[2 * j + 1];
          b += re[entry] * x[2 * j + 1] + im[entry] * x[2 * j];
        }
        worst = Math.max(worst, Math.max(Math.abs(a), Math.abs(b)));
      }
    }
    return worst;
  }

  /** The largest size of a number in {@code V^dagger V - 1}. */
  double disorder(HermitianEigen eigen) {
    double worst = 0;
    double[][] v = columns(eigen);
    for (int k = 0; k < dimension; k++) {
      for (int l = 0; l <= k; l++) {
        double a = k == l ? -1 : 0;
        double b = 0;
        for (int i = 0; i < 2 * dimension; i += 2) {
          a += v[k][i] * v[l][i] + v[k][i + 1] * v[l][i + 1];
          b += v[k][i] * v[l][i + 1] - v[k][i + 1] * v[l][i];
        }
        worst = Math.max(worst, Math.max(Math.abs(a), Math.abs(b)));
      }
    }
    return worst;
  }

  private double[][] columns(HermitianEigen eigen) {
    double[][] columns = new double[dimension][2 * dimension];
    for (int k = 0; k < dimension; k++) {
      for (int i = 0; i < dimension; i++) {
        columns[k][2 * i] = eigen.re(i, k);
        columns[k][2 * i + 1] = eigen.im(i, k);
      }
    }
    return columns;
  }
}
