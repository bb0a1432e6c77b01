package org.backshadow.linear;

import java.util.Arrays;
import org.backshadow.resources.Interrupts;

/**
 * Eigenvalues and eigenvectors of a real symmetric tridiagonal matrix by divide and conquer: the
 * matrix is two blocks and a matrix of rank one, the blocks are solved, and their solutions merged.
 * Source: Cuppen, Numer. Math. 36 (1981) 177.
 */
final class DivideAndConquer {
  /** Blocks of this size or smaller are solved by QL steps. */
  private static final int LEAF = 24;

  private final double[] diagonal;
  private final double[] offDiagonal;

  /** Of each block that is solved, its eigenvalues and, in columns, its eigenvectors. */
  private final double[] values;

  private final double[][] vectors;

  /** Rows that a merge writes to. */
  private final double[][] next;

  private DivideAndConquer(double[] diagonal, double[] offDiagonal) {
    int dimension = diagonal.length;
    this.diagonal = diagonal.clone();
    this.offDiagonal = offDiagonal;
    this.values = new double[dimension];
    this.vectors = RowSums.zeros(dimension, dimension);
    this.next = RowSums.zeros(dimension, dimension);
  }

  /** Of a matrix with entries of about 1 at most, none beside the diagonal negative. */
  static DivideAndConquer solve(double[] diagonal, double[] offDiagonal) {
    var solver = new DivideAndConquer(diagonal, offDiagonal);
    solver.solve(0, diagonal.length);
    return solver;
  }

  /** The eigenvalues, in no order. */
  double[] values() {
    return values.clone();
  }

  /** The eigenvectors in columns, in the order of the eigenvalues; rows of this object. */
  double[][] vectors() {
    return vectors;
  }

  private void solve(int low, int high) {
    if (high - low <= LEAF) {
      solveLeaf(low, high);
      return;
    }
    int middle = low + (high - low) / 2;
    double rho = offDiagonal[middle - 1];
    diagonal[middle - 1] -= rho;
    diagonal[middle] -= rho;
    solve(low, middle);
    solve(middle, high);
    Interrupts.check();
    merge(low, middle, high, rho);
  }

  private void solveLeaf(int low, int high) {
    int size = high - low;
    double[][] rows = RowSums.zeros(size, size);
    for (int k = 0; k < size; k++) {
      rows[k][k] = 1;
    }
    double[] solved =
        ImplicitQl.solve(
            Arrays.copyOfRange(diagonal, low, high),
            Arrays.copyOfRange(offDiagonal, low, high - 1),
            rows);
    System.arraycopy(solved, 0, values, low, size);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        vectors[low + i][low + k] = rows[k][i];
      }
    }
  }

  private void merge(int low, int middle, int high, double rho) {
    int size = high - low;
    double[] z = new double[size];
    for (int j = 0; j < size; j++) {
      z[j] = Math.sqrt(0.5) * vectors[low + j < middle ? middle - 1 : middle][low + j];
    }
    for (int i = low; i < high; i++) {
      Arrays.fill(vectors[i], i < middle ? middle : low, i < middle ? high : middle, 0);
    }
    double[] old = Arrays.copyOfRange(values, low, high);
    Deflation deflation = Deflation.of(old, z, 2 * rho, middle - low, vectors, low);
    int[] kept = deflation.kept();
    int coupled = size - kept.length;
    for (int t = 0; t < kept.length; t++) {
      values[low + coupled + t] = old[kept[t]];
      for (int i = low; i < high; i++) {
        next[i][low + coupled + t] = vectors[i][low + kept[t]];
      }
    }
    if (coupled > 0) {
      rotateCoupled(low, middle, high, 2 * rho, old, z, deflation);
    }
    for (int i = low; i < high; i++) {
      double[] row = vectors[i];
      vectors[i] = next[i];
      next[i] = row;
    }
  }

  /** Writes the eigenvalues and eigenvectors that the coupled columns have together. */
  private void rotateCoupled(
      int low, int middle, int high, double rho, double[] old, double[] z, Deflation deflation) {
    int[] coupled = deflation.coupled();
    int count = coupled.length;
    double[] poles = new double[count];
    double[] weights = new double[count];
    for (int j = 0; j < count; j++) {
      poles[j] = old[coupled[j]];
      weights[j] = z[coupled[j]];
    }
    var update = new RankOneUpdate(poles, weights, rho);
    System.arraycopy(update.roots(), 0, values, low, count);

    // Columns without entries in the lower half first, those without in the upper half last.
    int[] bySpan = new int[count];
    int place = 0;
    int[] begin = new int[Deflation.Span.values().length];
    for (Deflation.Span span : Deflation.Span.values()) {
      begin[span.ordinal()] = place;
      for (int j = 0; j < count; j++) {
        if (deflation.span(coupled[j]) == span) {
          bySpan[place++] = j;
        }
      }
    }
    double[][] rotation = RowSums.zeros(count, low + count);
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < count; i++) {
        rotation[k][low + i] = update.entry(i, bySpan[k]);
      }
    }
    int[] columns = new int[count];
    for (int k = 0; k < count; k++) {
      columns[k] = low + coupled[bySpan[k]];
    }
    int lowerOnly = begin[Deflation.Span.LOWER.ordinal()];
    int upperOnly = begin[Deflation.Span.BOTH.ordinal()];
    multiply(low, middle, columns, rotation, 0, lowerOnly, low);
    multiply(middle, high, columns, rotation, upperOnly, count, low);
  }

  /** Rows of {@code next} from some columns of the same rows of {@code vectors}. */
  private void multiply(
      int from, int to, int[] columns, double[][] rotation, int first, int last, int low) {
    double[][] coefficients = RowSums.zeros(to - from, last - first);
    for (int i = from; i < to; i++) {
      Arrays.fill(next[i], low, low + columns.length, 0);
      for (int k = first; k < last; k++) {
        coefficients[i - from][k - first] = vectors[i][columns[k]];
      }
    }
    RowSums.add(
        Arrays.copyOfRange(next, from, to),
        coefficients,
        Arrays.copyOfRange(rotation, first, last),
        low,
        low + columns.length);
  }
}
