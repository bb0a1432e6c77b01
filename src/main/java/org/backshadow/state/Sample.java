package org.backshadow.state;

import org.backshadow.figure.Figure;
import org.backshadow.outcome.Counts;
import org.backshadow.resources.Once;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.Table;

/** A plan to measure all qubits so many times: drawn on first read, then remembered. Immutable. */
public final class Sample {
  private final StateVector state;
  private final long shots;
  private final long seed;
  private final Once<Counts> counts;

  Sample(StateVector state, long shots, long seed) {
    if (shots < 1) {
      throw new IllegalArgumentException("sample: " + shots + " shots; at least 1 is needed");
    }
    this.state = state;
    this.shots = shots;
    this.seed = seed;
    this.counts = Once.of(() -> state.distribution().draw(shots, new Seed(seed).random()));
  }

  /** The same plan with another seed. */
  public Sample seed(long seed) {
    return new Sample(state, shots, seed);
  }

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
