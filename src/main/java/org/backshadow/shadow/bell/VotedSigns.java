package org.backshadow.shadow.bell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.backshadow.estimate.Estimate;
import org.backshadow.figure.Figure;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.coherent.StoredCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Signs of significant strings by majority votes of copies that are stored together: one batch
 * serves all strings, because a clear majority hardly disturbs it. No mimicking state and no
 * exponential classical work, but all stored copies have to stay coherent from the first vote to
 * the last. Immutable.
 *
 * <p><b>Cost</b>: {@code 8 ln(S / delta) / epsilon^2} copies for S strings whose values are at
 * least {@code 0.7 epsilon}; {@code n} coherent qubits each. <b>Error</b>: a sign is wrong with
 * probability {@code (delta / S)^2} on undisturbed copies, and the proven disturbance says how far
 * they are from that. <b>Source</b>: Huang, Kueng, Preskill, arXiv:2101.02464.
 *
 * <pre>{@code
 * var votes = bellSampling(circuit(2).ry(0, -0.8).cx(0, 1)).pairs(20_000).seed(7).voted(0.3);
 * votes.strings() // [XX, IZ, ZI, ZZ, YY]
 * votes.values().get(0) // -0.7121 ± 0.0084 (95 %)
 * }</pre>
 */
public final class VotedSigns {
  private final List<PauliString> strings;
  private final List<Estimate> values;
  private final StoredCopies stored;
  private final double disturbance;
  private final Cost cost;

  private VotedSigns(
      List<PauliString> strings, List<Estimate> values, StoredCopies stored, Cost cost) {
    this.strings = List.copyOf(strings);
    this.values = List.copyOf(values);
    this.stored = stored;
    this.disturbance = stored.disturbance();
    this.cost = cost;
  }

  /** Votes on each string; its size is the root of the square from pairs. */
  static VotedSigns vote(
      List<PauliString> strings,
      BellOutcomes pairs,
      PreparedState state,
      double epsilon,
      double delta) {
    long copies = copies(strings.size(), epsilon, delta);
    StoredCopies stored = state.store(copies);
    var values = new ArrayList<Estimate>();
    for (PauliString string : strings) {
      values.add(SignedStrings.root(pairs.mean(string), stored.majority(string)));
    }
    return new VotedSigns(strings, values, stored, state.ledger().cost());
  }

  /** An odd number. */
  static long copies(int strings, double epsilon, double delta) {
    double log = StrictMath.log(Math.max(1, strings) / delta);
    return (long) Math.ceil(8 * log / (epsilon * epsilon)) | 1;
  }

  /** The significant strings, by their masks. */
  public List<PauliString> strings() {
    return strings;
  }

  /** Their values with signs, in the order of {@link #strings}. */
  public List<Estimate> values() {
    return values;
  }

  /** How many copies were stored together. */
  public long storedCopies() {
    return stored.copies();
  }

  /** The qubits that had to stay coherent through all votes. */
  public long coherentQubits() {
    return stored.coherentQubits();
  }

  /** The proven bound on what the votes did to the stored copies, in trace distance. */
  public double disturbance() {
    return disturbance;
  }

  /** Everything: the pairs and the stored copies. */
  public Cost cost() {
    return cost;
  }

  /** As a table: string | value | standard error. */
  public Table table() {
    return Table.create(
        "signs by majority votes",
        StringColumn.create("string", strings.stream().map(PauliString::toString).toList()),
        DoubleColumn.create("value", values.stream().mapToDouble(Estimate::value).toArray()),
        DoubleColumn.create(
            "standard error", values.stream().mapToDouble(Estimate::standardError).toArray()));
  }

  /** Bars of the values with their standard errors, the largest sizes first, at most 24. */
  public Figure plot() {
    int[] shown =
        IntStream.range(0, strings.size())
            .boxed()
            .sorted((i, j) -> Double.compare(size(j), size(i)))
            .limit(24)
            .mapToInt(i -> i)
            .toArray();
    return Figure.of("values with signs by majority votes")
        .x("Pauli string (qubit 0 leftmost)")
        .y("tr(P rho)")
        .bars(
            "value",
            IntStream.of(shown).mapToObj(i -> strings.get(i).toString()).toList(),
            IntStream.of(shown).mapToDouble(i -> values.get(i).value()).toArray(),
            IntStream.of(shown).mapToDouble(i -> values.get(i).standardError()).toArray())
        .caption("%d of %d significant strings".formatted(shown.length, strings.size()));
  }

  private double size(int k) {
    return Math.abs(values.get(k).value());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d signs by majority votes of %,d stored copies: %,d qubits stay coherent; disturbance %s;"
            + " %,d copies in all",
        strings.size(),
        storedCopies(),
        coherentQubits(),
        disturbance < 1
            ? String.format(Locale.ROOT, "at most %.2g (proven)", disturbance)
            : "not bounded by anything",
        cost.copies());
  }
}
