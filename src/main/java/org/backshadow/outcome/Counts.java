package org.backshadow.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.figure.Figure;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often each bit string came out, in ascending order of the strings; qubit 0 is the leftmost
 * bit. Immutable.
 *
 * <pre>{@code
 * Counts counts = state(circuit(2).h(0).cx(0, 1)).sample(1000).seed(7).counts();
 * counts.count("00") // 511
 * counts.count("01") // 0
 * }</pre>
 */
public final class Counts {
  private final int bits;
  private final long[] outcomes;
  private final long[] counts;
  private final long shots;

  private Counts(int bits, long[] outcomes, long[] counts) {
    this.bits = bits;
    this.outcomes = outcomes;
    this.counts = counts;
    this.shots = Arrays.stream(counts).sum();
  }

  /** Collects outcomes in ascending order. */
  public static final class Builder {
    private final int bits;
    private long[] outcomes = new long[16];
    private long[] counts = new long[16];
    private int size;

    /** For strings of so many bits. */
    public Builder(int bits) {
      this.bits = bits;
    }

    /** Adds so many shots of an outcome that is larger than all before. */
    public void add(long outcome, long shots) {
      if (size > 0 && outcome <= outcomes[size - 1]) {
        throw new IllegalArgumentException(outcome + " does not come after " + outcomes[size - 1]);
      }
      if (size == outcomes.length) {
        outcomes = Arrays.copyOf(outcomes, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      outcomes[size] = outcome;
      counts[size++] = shots;
    }

    /** What was counted so far. */
    public Counts build() {
      return new Counts(bits, Arrays.copyOf(outcomes, size), Arrays.copyOf(counts, size));
    }
  }

  /** The number of measured qubits. */
  public int bits() {
    return bits;
  }

  /** All shots together. */
  public long shots() {
    return shots;
  }

  /** The number of different outcomes. */
  public int size() {
    return outcomes.length;
  }

  /** The k-th outcome as an index: qubit 0 is the most significant bit. */
  public long outcome(int k) {
    return outcomes[k];
  }

  /** How often the k-th outcome came out. */
  public long count(int k) {
    return counts[k];
  }

  /**
   * How often a bit string came out.
   *
   * @throws IllegalArgumentException if it is not a string of so many 0s and 1s
   */
  public long count(String bitString) {
    int k = Arrays.binarySearch(outcomes, index(bitString, bits));
    return k < 0 ? 0 : counts[k];
  }

  /** The index of a bit string of the given length. */
  public static long index(String bitString, int bits) {
    requireBits(bits);
    if (bitString.length() != bits || !bitString.chars().allMatch(c -> c == '0' || c == '1')) {
      throw new IllegalArgumentException(
          "\"%.80s\" is not a string of %d bits, such as %s"
              .formatted(bitString, bits, "0".repeat(bits)));
    }
    return Long.parseLong("0" + bitString, 2);
  }

  /** The bit string of an index. */
  public static String bitString(long index, int bits) {
    requireBits(bits);
    var text = new StringBuilder(bits);
    for (int bit = bits - 1; bit >= 0; bit--) {
      text.append((char) ('0' + (index >>> bit & 1)));
    }
    return text.toString();
  }

  private static void requireBits(int bits) {
    if (bits < 0 || bits > Long.SIZE - 2) {
      throw new IllegalArgumentException(
          "an index has 0 to %d bits, not %d".formatted(Long.SIZE - 2, bits));
    }
  }

  private String title() {
    return String.format(Locale.ROOT, "%,d shots", shots);
  }

  /** As a table: outcome | count. */
  public Table table() {
    var outcome = StringColumn.create("outcome");
    var count = LongColumn.create("count");
    for (int k = 0; k < size(); k++) {
      outcome.append(bitString(outcomes[k], bits));
      count.append(counts[k]);
    }
    return Table.create(title() + ", qubit 0 leftmost", outcome, count);
  }

  /** Bars of the relative frequencies with their standard errors. */
  public Figure plot() {
    List<String> categories = new ArrayList<>();
    double[] frequency = new double[size()];
    double[] error = new double[size()];
    for (int k = 0; k < size(); k++) {
      categories.add(bitString(outcomes[k], bits));
      frequency[k] = counts[k] / (double) shots;
      error[k] = Math.sqrt(frequency[k] * (1 - frequency[k]) / shots);
    }
    return Figure.of(title())
        .x("outcome (qubit 0 leftmost)")
        .y("relative frequency")
        .bars("frequency", categories, frequency, error);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts c
        && bits == c.bits
        && Arrays.equals(outcomes, c.outcomes)
        && Arrays.equals(counts, c.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(outcomes) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int k = 0; k < Math.min(size(), 16); k++) {
      text.append(k == 0 ? "" : ", ").append(bitString(outcomes[k], bits)).append(": ");
      text.append(counts[k]);
    }
    return text + (size() > 16 ? ", ... (" + size() + " outcomes)" : "");
  }
}
