package org.backshadow.linear;

import java.util.Arrays;
import org.backshadow.resources.Interrupts;

/**
 * {@code A = Q D T D^dagger Q^dagger} of a Hermitian A: T real and tridiagonal with no negative
 * number beside the diagonal, D a diagonal of phases, Q a product of reflections {@code 1 - u
 * u^dagger}. About {@code 8 N^3} operations.
 */
final class TridiagonalForm {
  /** A column whose square is smaller than this, beside entries of about 1, is none. */
  private static final double TINY = 1e-290;

  private final int dimension;
  private final double[] diagonal;
  private final double[] offDiagonal;

  /** The complex numbers of D. */
  private final double[] phases;

  /** The vectors u, the first with zeros before index 1, the next before 2, and so on. */
  private final double[][] reflections;

  private TridiagonalForm(int dimension) {
    this.dimension = dimension;
    this.diagonal = new double[dimension];
    this.offDiagonal = new double[Math.max(0, dimension - 1)];
    this.phases = new double[2 * dimension];
    this.reflections = new double[Math.max(0, dimension - 2)][];
  }

  /** Of a Hermitian matrix with entries of about 1 at most, which is overwritten. */
  static TridiagonalForm of(double[][] a) {
    var form = new TridiagonalForm(a.length);
    form.reduce(a);
    return form;
  }

  private void reduce(double[][] a) {
    var panel = new ReductionPanel(a);
    phases[0] = 1;
    for (int k = 0; k < dimension; k++) {
      Interrupts.check();
      panel.correctRow(k);
      diagonal[k] = a[k][2 * k];
      if (k < dimension - 2) {
        reflections[k] = reflection(a[k], k + 1);
        panel.add(reflections[k], k + 1);
        if (panel.isFull()) {
          panel.updateMatrix(k + 1);
        }
      } else if (k == dimension - 2) {
        couple(k, a[k][2 * k + 2], -a[k][2 * k + 3]);
      }
    }
  }

  /**
   * The vector u whose reflection takes the conjugated row, from index {@code first} on, to a
   * multiple of the first unit vector; zero if it is one already.
   */
  private double[] reflection(double[] row, int first) {
    double[] u = new double[2 * dimension];
    double re = row[2 * first];
    double im = -row[2 * first + 1];
    double rest = 0;
    for (int j = 2 * first + 2; j < 2 * dimension; j++) {
      rest += row[j] * row[j];
    }
    if (rest < TINY) {
      couple(first - 1, re, im);
      return u;
    }
    double head = Math.sqrt(re * re + im * im);
    double norm = Math.sqrt(re * re + im * im + rest);
    double phaseRe = head == 0 ? 1 : re / head;
    double phaseIm = head == 0 ? 0 : im / head;
    couple(first - 1, -phaseRe * norm, -phaseIm * norm);
    // x + phase |x| e, scaled so that its square is 2
    double scale = 1 / Math.sqrt(norm * (norm + head));
    u[2 * first] = scale * phaseRe * (head + norm);
    u[2 * first + 1] = scale * phaseIm * (head + norm);
    for (int j = 2 * first + 2; j < 2 * dimension; j += 2) {
      u[j] = scale * row[j];
      u[j + 1] = -scale * row[j + 1];
    }
    return u;
  }

  /** Takes the entry of row k + 1 and column k, its size into T and its phase into D. */
  private void couple(int k, double re, double im) {
    double size = Math.sqrt(re * re + im * im);
    offDiagonal[k] = size;
    double phaseRe = size == 0 ? 1 : re / size;
    double phaseIm = size == 0 ? 0 : im / size;
    phases[2 * k + 2] = phases[2 * k] * phaseRe - phases[2 * k + 1] * phaseIm;
    phases[2 * k + 3] = phases[2 * k] * phaseIm + phases[2 * k + 1] * phaseRe;
  }

  double[] diagonal() {
    return diagonal.clone();
  }

  double[] offDiagonal() {
    return offDiagonal.clone();
  }

  /** {@code Q D S}: the eigenvectors of A, in columns, from those of T. */
  double[][] eigenvectors(double[][] s) {
    double[][] x = RowSums.zeros(dimension, 2 * dimension);
    for (int i = 0; i < dimension; i++) {
      for (int k = 0; k < dimension; k++) {
        x[i][2 * k] = phases[2 * i] * s[i][k];
        x[i][2 * k + 1] = phases[2 * i + 1] * s[i][k];
      }
    }
    int count = reflections.length;
    int blocks = (count + ReflectionBlock.SIZE - 1) / ReflectionBlock.SIZE;
    for (int block = blocks - 1; block >= 0; block--) {
      Interrupts.check();
      int first = block * ReflectionBlock.SIZE;
      int last = Math.min(count, first + ReflectionBlock.SIZE);
      double[][] rows = Arrays.copyOfRange(x, first + 1, dimension);
      new ReflectionBlock(Arrays.copyOfRange(reflections, first, last), first + 1).apply(rows);
    }
    return x;
  }
}
