package org.backshadow.shadow.bell;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.backshadow.estimate.Estimate;
import org.backshadow.estimate.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Outcomes of Bell measurements on pairs. Each outcome (a, b) has an eigenvalue, 1 or -1, of every
 * string on both states together; its mean is {@code tr(P rho) tr(P sigma)}, for two copies of one
 * state the square {@code tr(P rho)^2}. Immutable.
 *
 * <pre>{@code
 * var outcomes = bellSampling(circuit(2).h(0).cx(0, 1)).pairs(1000).seed(7).outcomes();
 * outcomes.mean(PauliString.of("YY")) // 1.0000 ± 0.0039 (95 %)
 * }</pre>
 */
public final class BellOutcomes {
  private final int qubits;
  private final Counts counts;

  private BellOutcomes(int qubits, Counts counts) {
    this.qubits = qubits;
    this.counts = counts;
  }

  /** Measures pairs of copies through the door: two copies a pair. */
  public static BellOutcomes measure(PreparedState state, long pairs) {
    return of(state.qubits(), state.measureBell(pairs));
  }

  /** Recorded outcomes of the readout {@link Readout#bell}, the bits a leftmost. */
  public static BellOutcomes of(int qubits, Counts counts) {
    if (counts.bits() != 2 * qubits || counts.shots() < 1) {
      throw new IllegalArgumentException(
          "Bell outcomes on %d qubits have %d bits and at least one pair; these have %d bits and %d"
              .formatted(qubits, 2 * qubits, counts.bits(), counts.shots()));
    }
    return new BellOutcomes(qubits, counts);
  }

  /** Outcomes of several measurements together. */
  static BellOutcomes merged(int qubits, List<Counts> parts) {
    var merged = new TreeMap<Long, Long>();
    for (Counts part : parts) {
      for (int k = 0; k < part.size(); k++) {
        merged.merge(part.outcome(k), part.count(k), Long::sum);
      }
    }
    var all = new Counts.Builder(2 * qubits);
    merged.forEach(all::add);
    return of(qubits, all.build());
  }

  /** Those of one copy. */
  public int qubits() {
    return qubits;
  }

  /** How many pairs were measured. */
  public long pairs() {
    return counts.shots();
  }

  /** The outcomes themselves: 2n bits, the difference a of the two states leftmost, then b. */
  public Counts counts() {
    return counts;
  }

  /**
   * The mean eigenvalue of a string on both states: unbiased, so that the estimate of a small
   * square may be negative. Error: the sample variance over pairs, {@code (1 - mean^2) / pairs}.
   */
  public Estimate mean(PauliString string) {
    if (string.qubits() != qubits) {
      throw new IllegalArgumentException(
          "%s has %d qubits, the pairs have %d each".formatted(string, string.qubits(), qubits));
    }
    if (string.isIdentity()) {
      return Estimate.of(1, 0, Double.POSITIVE_INFINITY);
    }
    var moments = new Moments();
    for (int k = 0; k < counts.size(); k++) {
      moments.add(Readout.bellSign(string, counts.outcome(k)), counts.count(k));
    }
    return Estimate.of(moments.mean(), moments.standardError(1), Math.max(1, pairs() - 1));
  }

  /**
   * The means of all strings at once: squares, if the pairs are copies of one state.
   *
   * @throws IllegalArgumentException for more than {@value PauliSquares#MAX_QUBITS} qubits
   */
  public PauliSquares squares() {
    return PauliSquares.of(this);
  }

  /** What {@link #mean} costs: a step for each different outcome. */
  Cost cost(int strings) {
    return Cost.classical((long) counts.size() * strings, 16L * counts.size());
  }

  /** As a table: a | b | count. */
  public Table table() {
    var a = StringColumn.create("a");
    var b = StringColumn.create("b");
    var count = LongColumn.create("count");
    for (int k = 0; k < counts.size(); k++) {
      String bits = Counts.bitString(counts.outcome(k), 2 * qubits);
      a.append(bits.substring(0, qubits));
      b.append(bits.substring(qubits));
      count.append(counts.count(k));
    }
    return Table.create(this + ", qubit 0 leftmost", a, b, count);
  }

  /** The counts as a matrix, row a and column b: what a picture shows. */
  public double[][] matrix() {
    PauliSquares.requireQubits(qubits);
    double[][] matrix = new double[1 << qubits][1 << qubits];
    for (int k = 0; k < counts.size(); k++) {
      long outcome = counts.outcome(k);
      matrix[(int) (outcome >>> qubits)][(int) (outcome & ((1L << qubits) - 1))] = counts.count(k);
    }
    return matrix;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Bell outcomes of %,d pairs, %,d different", pairs(), counts.size());
  }
}
