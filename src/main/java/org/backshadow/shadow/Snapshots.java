package org.backshadow.shadow;

import java.util.Arrays;
import org.backshadow.estimate.Moments;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;

/**
 * Outcomes of single copies, each measured in a setting of its own: a setting reads some Pauli
 * strings, and the outcome gives each of them a sign. Immutable.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * PreparedState state = door.prepare(circuit(2).h(0));
 * var bases = PauliBases.of(2, new long[] {0b10, 0b10}, new long[] {0b01, 0b01}); // XZ, twice
 * Snapshots.inBases(bases, state.snapshots(bases)).tally(PauliString.of("XI"), 0, 2).hits() // 2
 * }</pre>
 */
public interface Snapshots {
  /**
   * Of single copies, each measured in a product basis of Pauli letters: for ensembles of one's
   * own.
   *
   * @param outcomes as {@code state.snapshots(bases)} returns them, <i>read</i>
   */
  static Snapshots inBases(PauliBases bases, long[] outcomes) {
    if (outcomes.length != bases.size()) {
      throw new IllegalArgumentException(
          "%,d bases but %,d outcomes; each snapshot has one of both"
              .formatted(bases.size(), outcomes.length));
    }
    return new ProductSnapshots(bases, outcomes.clone());
  }

  /** Those of one copy. */
  int qubits();

  /** How many there are. */
  int size();

  /** What is done with a string's sign, 1 or -1, in snapshot t. */
  interface Reading {
    /** Takes a sign, 1 or -1, of snapshot t. */
    void at(int t, int sign);
  }

  /** Goes over the snapshots that read a string, in ascending order. */
  void forEach(PauliString string, Reading reading);

  /** These snapshots, then others of the same kind. */
  Snapshots then(Snapshots more);

  /** One snapshot in words, as files have it. */
  String text(int t);

  /** How many of the snapshots from..to-1 read a string, and how many of them as -1. */
  default Tally tally(PauliString string, int from, int to) {
    int[] count = new int[2];
    forEach(
        string,
        (t, sign) -> {
          if (t >= from && t < to) {
            count[0]++;
            count[1] += sign < 0 ? 1 : 0;
          }
        });
    return new Tally(to - from, count[0], count[1]);
  }

  /**
   * Adds to the value of each snapshot, <i>overwritten</i>, coefficient times sign of each term.
   */
  default void addTo(double[] values, PauliSum sum) {
    for (PauliSum.Term term : sum.terms()) {
      double coefficient = term.coefficient();
      forEach(term.string(), (t, sign) -> values[t] += coefficient * sign);
    }
  }

  /**
   * Adds the value of each snapshot, which is the sum of coefficient times sign of the terms.
   *
   * @param values a place for them, <i>overwritten</i>
   */
  default void addTo(Moments moments, PauliSum sum, double[] values) {
    if (sum.terms().size() == 1) {
      PauliSum.Term term = sum.terms().get(0);
      tally(term.string(), 0, size()).addTo(moments, term.coefficient());
      return;
    }
    Arrays.fill(values, 0);
    addTo(values, sum);
    int zeros = 0;
    for (double value : values) {
      if (value == 0) {
        zeros++;
      } else {
        moments.add(value, 1);
      }
    }
    moments.add(0, zeros);
  }

  /** For every string, indexed {@code x 2^n + z}, the sum of its signs. */
  long[] signSums();

  /**
   * A count of signs.
   *
   * @param snapshots looked at
   * @param hits snapshots that read the string
   * @param negative hits with the sign -1
   */
  record Tally(long snapshots, long hits, long negative) {
    /** What was counted in several parts of the snapshots. */
    static Tally total(Tally... parts) {
      long snapshots = 0;
      long hits = 0;
      long negative = 0;
      for (Tally part : parts) {
        snapshots += part.snapshots;
        hits += part.hits;
        negative += part.negative;
      }
      return new Tally(snapshots, hits, negative);
    }

    /** The sum of the signs. */
    public long sum() {
      return hits - 2 * negative;
    }

    /** Adds {@code weight * sign} where the string is read, 0 elsewhere. */
    void addTo(Moments moments, double weight) {
      moments.add(0, snapshots - hits);
      moments.add(weight, hits - negative);
      moments.add(-weight, negative);
    }
  }
}
