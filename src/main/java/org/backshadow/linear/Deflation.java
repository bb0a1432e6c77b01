package org.backshadow.linear;

import java.util.Arrays;

/**
 * Which columns a merge of two halves changes: a column whose coupling z is negligible, or that a
 * rotation against a column of nearly the same eigenvalue makes so, keeps its eigenvalue. Source:
 * Cuppen, Numer. Math. 36 (1981) 177; Dongarra and Sorensen, SIAM J. Sci. Stat. Comput. 8 (1987)
 * s139.
 */
final class Deflation {
  /** Where the entries of a column are that are not zero. */
  enum Span {
    UPPER,
    BOTH,
    LOWER
  }

  private final double[] values;
  private final double[] z;
  private final Span[] spans;

  /** The columns that couple, by ascending eigenvalue. */
  private final int[] coupled;

  private final int[] kept;
  private int coupledCount;
  private int keptCount;

  private Deflation(double[] values, double[] z, Span[] spans) {
    this.values = values;
    this.z = z;
    this.spans = spans;
    this.coupled = new int[z.length];
    this.kept = new int[z.length];
  }

  /**
   * Overwrites the eigenvalues and the columns of the rows from {@code low} to {@code low +
   * values.length}.
   */
  static Deflation of(
      double[] values, double[] z, double rho, int upper, double[][] rows, int low) {
    Span[] spans = new Span[z.length];
    for (int j = 0; j < z.length; j++) {
      spans[j] = j < upper ? Span.UPPER : Span.LOWER;
    }
    var deflation = new Deflation(values, z, spans);
    deflation.deflate(rho, rows, low);
    return deflation;
  }

  private void deflate(double rho, double[][] rows, int low) {
    double largest = 0;
    for (int j = 0; j < z.length; j++) {
      largest = Math.max(largest, Math.max(Math.abs(values[j]), Math.abs(z[j])));
    }
    double tolerance = 8 * 0x1p-53 * largest;
    int previous = -1;
    for (int column : ascending(values)) {
      if (rho * Math.abs(z[column]) <= tolerance) {
        kept[keptCount++] = column;
      } else if (previous < 0) {
        previous = column;
      } else {
        double size = Math.sqrt(z[previous] * z[previous] + z[column] * z[column]);
        double cosine = z[column] / size;
        double sine = -z[previous] / size;
        double gap = values[column] - values[previous];
        if (Math.abs(gap * cosine * sine) <= tolerance) {
          decouple(previous, column, cosine, sine, size);
          rotate(rows, low, previous, column, cosine, sine);
          kept[keptCount++] = previous;
        } else {
          coupled[coupledCount++] = previous;
        }
        previous = column;
      }
    }
    if (previous >= 0) {
      coupled[coupledCount++] = previous;
    }
  }

  private void decouple(int previous, int column, double cosine, double sine, double size) {
    double a = values[previous];
    double b = values[column];
    values[previous] = a * cosine * cosine + b * sine * sine;
    values[column] = a * sine * sine + b * cosine * cosine;
    z[column] = size;
    z[previous] = 0;
    if (spans[previous] != spans[column]) {
      spans[previous] = Span.BOTH;
      spans[column] = Span.BOTH;
    }
  }

  private void rotate(
      double[][] rows, int low, int previous, int column, double cosine, double sine) {
    for (int i = low; i < low + z.length; i++) {
      double[] row = rows[i];
      double a = row[low + previous];
      double b = row[low + column];
      row[low + previous] = cosine * a + sine * b;
      row[low + column] = cosine * b - sine * a;
    }
  }

  /** The indices in the order of the numbers; two ascending runs take few moves. */
  static int[] ascending(double[] numbers) {
    int[] order = new int[numbers.length];
    for (int i = 0; i < order.length; i++) {
      int place = i;
      while (place > 0 && numbers[order[place - 1]] > numbers[i]) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = i;
    }
    return order;
  }

  /** The columns that couple, by ascending eigenvalue. */
  int[] coupled() {
    return Arrays.copyOf(coupled, coupledCount);
  }

  /** The columns that stay as they are. */
  int[] kept() {
    return Arrays.copyOf(kept, keptCount);
  }

  Span span(int column) {
    return spans[column];
  }
}
