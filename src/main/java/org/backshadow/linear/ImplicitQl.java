package org.backshadow.linear;

import org.backshadow.resources.Interrupts;

/**
 * The eigenvalues of a real symmetric tridiagonal matrix by implicit QL steps with Wilkinson's
 * shift, with or without the eigenvectors. Source: Dubrulle, Martin, Wilkinson, Numer. Math. 12
 * (1968) 377.
 */
final class ImplicitQl {
  /** Steps an eigenvalue, in most cases two; what is left after so many may be rounding. */
  private static final int PATIENCE = 60;

  private static final int MOST_STEPS = 90;

  /** Between equal levels a step's own rounding leaves up to so many times what is negligible. */
  private static final double ROUNDING = 4;

  private static final double PRECISION = 0x1p-53;

  /** Beside the largest number of the matrix; where levels are equal there is noise only. */
  private final double negligible;

  private final double[] diagonal;

  /** One longer than the matrix has: the last is a place to write to. */
  private final double[] beside;

  /** The eigenvectors in rows, or none. */
  private final double[][] rows;

  private ImplicitQl(double[] diagonal, double[] beside, double[][] rows) {
    this.diagonal = diagonal;
    this.beside = beside;
    this.rows = rows;
    double largest = 0;
    for (int i = 0; i < diagonal.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(diagonal[i]), Math.abs(beside[i])));
    }
    this.negligible = PRECISION * largest;
  }

  /** The eigenvalues, in no order. */
  static double[] eigenvalues(double[] diagonal, double[] offDiagonal) {
    return solve(diagonal, offDiagonal, new double[0][]);
  }

  /** The eigenvalues, in no order; rows that held the identity hold the eigenvectors. */
  static double[] solve(double[] diagonal, double[] offDiagonal, double[][] rows) {
    double[] beside = new double[diagonal.length];
    System.arraycopy(offDiagonal, 0, beside, 0, diagonal.length - 1);
    var ql = new ImplicitQl(diagonal.clone(), beside, rows);
    for (int first = 0; first < diagonal.length; first++) {
      Interrupts.check();
      ql.isolate(first);
    }
    return ql.diagonal;
  }

  private void isolate(int first) {
    int steps = 0;
    double nothing = negligible;
    for (int last = blockEnd(first, nothing); last > first; last = blockEnd(first, nothing)) {
      if (++steps > MOST_STEPS) {
        throw new ArithmeticException("the QL steps for an eigenvalue do not converge");
      }
      nothing = steps < PATIENCE ? negligible : ROUNDING * negligible;
      step(first, last);
    }
  }

  /** The last index of the block that begins here: behind it is nothing beside the diagonal. */
  private int blockEnd(int first, double nothing) {
    int last = first;
    while (last < diagonal.length - 1) {
      if (Math.abs(beside[last]) <= nothing) {
        break;
      }
      last++;
    }
    return last;
  }

  private void step(int first, int last) {
    double shift = diagonal[first] - shiftFrom(first);
    double g = diagonal[last] - shift;
    double sine = 1;
    double cosine = 1;
    double moved = 0;
    for (int i = last - 1; i >= first; i--) {
      double f = sine * beside[i];
      double b = cosine * beside[i];
      double r = Math.sqrt(f * f + g * g);
      beside[i + 1] = r;
      if (r == 0) {
        diagonal[i + 1] -= moved;
        beside[last] = 0;
        return;
      }
      sine = f / r;
      cosine = g / r;
      g = diagonal[i + 1] - moved;
      double t = (diagonal[i] - g) * sine + 2 * cosine * b;
      moved = sine * t;
      diagonal[i + 1] = g + moved;
      g = cosine * t - b;
      if (rows.length > 0) {
        rotate(rows[i], rows[i + 1], cosine, sine);
      }
    }
    diagonal[first] -= moved;
    beside[first] = g;
    beside[last] = 0;
  }

  /** What the shift is below the first entry of the diagonal. */
  private double shiftFrom(int first) {
    double e = beside[first];
    double half = (diagonal[first + 1] - diagonal[first]) / (2 * e);
    double root = Math.sqrt(half * half + 1);
    return e / (half + Math.copySign(root, half));
  }

  private static void rotate(double[] row0, double[] row1, double cosine, double sine) {
    for (int k = 0; k < row0.length; k++) {
      double a = row0[k];
      double b = row1[k];
      row1[k] = Math.fma(sine, a, cosine * b);
      row0[k] = Math.fma(cosine, a, -sine * b);
    }
  }
}
