package org.backshadow.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.backshadow.figure.Figure;
import org.backshadow.outcome.Counts;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The exact probabilities of all bit strings; qubit 0 is the leftmost bit. Immutable.
 *
 * <pre>{@code
 * Probabilities p = state(circuit(2).h(0).cx(0, 1)).probabilities();
 * p.of("11") // 0.5
 * p.plot()
 * }</pre>
 */
public final class Probabilities {
  private static final double SHOWN = 1e-12;
  private final int bits;
  private final double[] values;

  Probabilities(int bits, double[] values) {
    this.bits = bits;
    this.values = values;
  }

  /** The probability of one bit string. */
  public double of(String bitString) {
    return values[(int) Counts.index(bitString, bits)];
  }

  /** All of them, indexed with qubit 0 as the most significant bit; a copy. */
  public double[] values() {
    return values.clone();
  }

  /** As a table of those that are not zero: outcome | probability. */
  public Table table() {
    var outcome = StringColumn.create("outcome");
    var probability = DoubleColumn.create("probability");
    for (int i = 0; i < values.length; i++) {
      if (values[i] > SHOWN) {
        outcome.append(Counts.bitString(i, bits));
        probability.append(values[i]);
      }
    }
    return Table.create("exact probabilities, qubit 0 leftmost", outcome, probability);
  }

  /** Bars of the 64 most probable outcomes, in ascending order of the strings. */
  public Figure plot() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double least = Math.max(SHOWN, sorted[Math.max(0, sorted.length - 64)]);
    List<String> categories = new ArrayList<>();
    var heights = new ArrayList<Double>();
    for (int i = 0; i < values.length && categories.size() < 64; i++) {
      if (values[i] >= least) {
        categories.add(Counts.bitString(i, bits));
        heights.add(values[i]);
      }
    }
    return Figure.of("exact probabilities")
        .x("outcome (qubit 0 leftmost)")
        .y("probability")
        .bars("exact", categories, heights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < values.length && shown < 16; i++) {
      if (values[i] > SHOWN) {
        text.append(shown++ == 0 ? "" : ", ");
        text.append(Counts.bitString(i, bits)).append(": ");
        text.append(String.format(Locale.ROOT, "%.4g", values[i]));
      }
    }
    return text + " (exact)";
  }
}
