package org.backshadow.state;

import java.util.function.Supplier;
import org.backshadow.figure.Figure;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.Multinomial;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.Table;

/**
 * A plan to measure all qubits so many times: drawn on first read, then remembered. Immutable.
 *
 * <pre>{@code
 * Sample sample = state(circuit(2).h(0).cx(0, 1)).sample(1000).seed(7);
 * sample.count("11") // 489
 * }</pre>
 */
public final class Sample {
  private final Supplier<Multinomial> distribution;
  private final long shots;
  private final long seed;
  private final Once<Counts> counts;

  Sample(Supplier<Multinomial> distribution, long shots, long seed) {
    if (shots < 1) {
      throw new IllegalArgumentException("sample: " + shots + " shots; at least 1 is needed");
    }
    this.distribution = distribution;
    this.shots = shots;
    this.seed = seed;
    this.counts = Once.of(() -> distribution.get().draw(shots, new Seed(seed).random()));
  }

  /** The same plan with another seed. */
  public Sample seed(long seed) {
    return new Sample(distribution, shots, seed);
  }

  /** What came out, drawn at the first call. */
  public Counts counts() {
    return counts.get();
  }

  /** How often a bit string came out. */
  public long count(String bitString) {
    return counts().count(bitString);
  }

  /** As a table: outcome | count. */
  public Table table() {
    return counts().table();
  }

  /** Bars of the relative frequencies with their standard errors. */
  public Figure plot() {
    return counts().plot();
  }

  @Override
  public String toString() {
    return counts() + " (" + shots + " shots, seed " + seed + ")";
  }
}
