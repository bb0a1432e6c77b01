package org.backshadow.shadow.bell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.backshadow.estimate.Estimate;
import org.backshadow.figure.Figure;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.WalshHadamard;
import org.backshadow.pauli.PauliString;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The squares {@code tr(P rho)^2} of all {@code 4^n} Pauli strings from one set of pairs, by one
 * two-dimensional Walsh-Hadamard transform of the outcomes' histogram. Immutable.
 *
 * <p>These are magnitudes: a Bell measurement of two equal copies says nothing about signs. An
 * estimate is unbiased and may be negative. <b>Error</b>: {@code sqrt((1 - square^2) / pairs)} a
 * string; the strings share the pairs, so their errors are correlated. <b>Cost</b>: {@code 2n 4^n}
 * additions, {@code 8 * 4^n} bytes. <b>Source</b>: Huang, Kueng, Preskill, arXiv:2101.02464.
 *
 * <pre>{@code
 * PauliSquares squares = bellSampling(circuit(2).h(0).cx(0, 1)).pairs(2000).seed(7).magnitudes();
 * squares.squared("YY") // 1.0000 ± 0.0020 (95 %)
 * squares.squared("ZI") // -0.017 ± 0.044 (95 %)
 * }</pre>
 */
public final class PauliSquares {
  /** The most qubits for which all strings are held. */
  public static final int MAX_QUBITS = 10;

  private static final int BARS = 24;

  private final int qubits;
  private final long pairs;

  /** The mean eigenvalue of each string at index {@code z 2^n + x}. */
  private final double[] mean;

  private PauliSquares(int qubits, long pairs, double[] mean) {
    this.qubits = qubits;
    this.pairs = pairs;
    this.mean = mean;
  }

  static PauliSquares of(BellOutcomes outcomes) {
    int n = requireQubits(outcomes.qubits());
    double[] mean = new double[1 << 2 * n];
    Counts counts = outcomes.counts();
    for (int k = 0; k < counts.size(); k++) {
      mean[(int) counts.outcome(k)] = counts.count(k) / (double) counts.shots();
    }
    WalshHadamard.transform(mean);
    for (int index = 0; index < mean.length; index++) {
      int ys = Integer.bitCount(index >>> n & index & ((1 << n) - 1));
      mean[index] *= 1 - 2 * (ys & 1);
    }
    mean[0] = 1;
    return new PauliSquares(n, counts.shots(), mean);
  }

  static int requireQubits(int qubits) {
    if (qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          ("all 4^%d strings take 8 * 4^%d bytes; at most %d qubits are held. Ask for single"
                  + " strings with squared(..)")
              .formatted(qubits, qubits, MAX_QUBITS));
    }
    return qubits;
  }

  /** Those of one copy. */
  public int qubits() {
    return qubits;
  }

  /** The square of one string with its error. */
  public Estimate squared(PauliString string) {
    if (string.qubits() != qubits) {
      throw new IllegalArgumentException(
          "%s has %d qubits, the state %d".formatted(string, string.qubits(), qubits));
    }
    int index = (int) (string.z() << qubits | string.x());
    return Estimate.of(mean[index], error(index), Math.max(1, pairs - 1));
  }

  /** As {@link #squared(PauliString)}, for text such as {@code "XYZ"}. */
  public Estimate squared(String letters) {
    return squared(PauliString.of(letters));
  }

  /** The squares as a matrix: row z, column x, qubit 0 the most significant bit of each. */
  public double[][] matrix() {
    double[][] rows = new double[1 << qubits][1 << qubits];
    for (int index = 0; index < mean.length; index++) {
      rows[index >>> qubits][index & ((1 << qubits) - 1)] = mean[index];
    }
    return rows;
  }

  /** The strings, without the identity, whose estimated square is at least so large, in order. */
  List<PauliString> atLeast(double square) {
    var strings = new ArrayList<PauliString>();
    for (int index = 1; index < mean.length; index++) {
      if (mean[index] >= square) {
        strings.add(string(index));
      }
    }
    return strings;
  }

  /** The string with the largest square, the identity aside. */
  public PauliString largest() {
    int best = 1;
    for (int index = 2; index < mean.length; index++) {
      best = mean[index] > mean[best] ? index : best;
    }
    return string(best);
  }

  private PauliString string(int index) {
    return new PauliString(qubits, index & ((1 << qubits) - 1), index >>> qubits);
  }

  private double error(int index) {
    double square = mean[index] * mean[index];
    // Where all pairs agree, one at the other end is what they cannot exclude.
    return index == 0
        ? 0
        : square >= 1 || pairs < 2 ? 2.0 / pairs : Math.sqrt((1 - square) / (pairs - 1));
  }

  /** As a table, the largest first: string | square (no sign) | standard error. */
  public Table table() {
    return table("squares of all %,d strings, magnitudes only, %,d pairs", largest(mean.length));
  }

  private Table table(String title, int[] indices) {
    var string = StringColumn.create("string");
    var square = DoubleColumn.create("square (no sign)");
    var error = DoubleColumn.create("standard error");
    for (int index : indices) {
      string.append(string(index).toString());
      square.append(mean[index]);
      error.append(error(index));
    }
    return Table.create(
        String.format(Locale.ROOT, title, indices.length, pairs), string, square, error);
  }

  /** The strings of {@link #atLeast} as a table, the largest first. */
  Table significant(double square) {
    int[] indices =
        IntStream.of(largest(mean.length)).filter(i -> i > 0 && mean[i] >= square).toArray();
    return table("%,d strings with a significant square (no sign), %,d pairs", indices);
  }

  private int[] largest(int count) {
    return IntStream.range(0, mean.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -mean[i]).thenComparing(i -> i))
        .limit(count)
        .mapToInt(i -> i)
        .toArray();
  }

  /** Bars of the largest squares with their standard errors. */
  public Figure plot() {
    int[] shown = IntStream.of(largest(BARS + 1)).filter(i -> i > 0).limit(BARS).toArray();
    return Figure.of("largest squared expectation values, without signs")
        .x("Pauli string (qubit 0 leftmost)")
        .y("tr(P rho)^2")
        .bars(
            "square",
            IntStream.of(shown).mapToObj(i -> string(i).toString()).toList(),
            IntStream.of(shown).mapToDouble(i -> mean[i]).toArray(),
            IntStream.of(shown).mapToDouble(this::error).toArray())
        .caption("%d of %d strings; bars: one standard error".formatted(shown.length, mean.length));
  }

  @Override
  public String toString() {
    int[] shown = IntStream.of(largest(9)).filter(i -> i > 0).limit(8).toArray();
    var text = new StringBuilder("squares without signs: ");
    for (int k = 0; k < shown.length; k++) {
      Estimate estimate = squared(string(shown[k]));
      text.append(k == 0 ? "" : ", ").append(string(shown[k])).append(' ').append(estimate.text());
    }
    return text + ", ... (" + mean.length + " strings, 95 %)";
  }
}
