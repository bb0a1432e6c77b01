package org.backshadow.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;

/**
 * A door with a faulty detector: the outcomes of another door, with bits flipped by chance. As
 * there, the chance of single copies belongs to their number. Not thread-safe.
 *
 * <pre>{@code
 * var device = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * var noisy = new NoisyReadout(device, new ReadoutErrors(0.1, 0.2), new Seed(8), 0);
 * noisy.prepare(circuit(1).x(0)).measure(circuit(1), 1000).count("1") // 820
 * }</pre>
 */
public final class NoisyReadout implements Copies {
  private final Copies inner;
  private final ReadoutErrors errors;
  private final RandomStream random;
  private final Seed singles;
  private long handedOut;

  /**
   * A faulty detector behind a door.
   *
   * @param handedOut how many single copies the door has handed out already, as in {@link
   *     SimulatedCopies#after}
   */
  public NoisyReadout(Copies inner, ReadoutErrors errors, Seed seed, long handedOut) {
    requireNonNull(inner, "inner");
    requireNonNull(errors, "errors");
    this.inner = inner;
    this.errors = errors;
    this.random = seed.random();
    this.singles = seed.child("single copies");
    this.handedOut = handedOut;
  }

  @Override
  public Ledger ledger() {
    return inner.ledger();
  }

  @Override
  public PreparedState prepare(Circuit circuit) {
    PreparedState state = inner.prepare(circuit);
    return new PreparedState() {
      @Override
      public int qubits() {
        return state.qubits();
      }

      @Override
      public Ledger ledger() {
        return state.ledger();
      }

      @Override
      public Counts measure(Circuit readout, long shots) {
        return noisy(state.measure(readout, shots));
      }

      @Override
      public long[] snapshots(List<Circuit> readouts) {
        return noisy(state.snapshots(readouts), qubits());
      }

      @Override
      public long[] snapshots(PauliBases bases) {
        return noisy(state.snapshots(bases), qubits());
      }
    };
  }

  private Counts noisy(Counts counts) {
    var times = new TreeMap<Long, Long>();
    for (int k = 0; k < counts.size(); k++) {
      for (long shot = 0; shot < counts.count(k); shot++) {
        long outcome = counts.outcome(k);
        for (int bit = 0; bit < counts.bits(); bit++) {
          boolean one = (counts.outcome(k) >>> bit & 1) == 1;
          outcome ^= errors.flips(one, random.nextDouble()) ? 1L << bit : 0;
        }
        times.merge(outcome, 1L, Long::sum);
      }
    }
    var noisy = new Counts.Builder(counts.bits());
    times.forEach(noisy::add);
    return noisy.build();
  }

  private long[] noisy(long[] outcomes, int qubits) {
    for (int t = 0; t < outcomes.length; t++) {
      Seed seed = singles.child(handedOut++);
      long flips = 0;
      for (int bit = 0; bit < qubits; bit++) {
        boolean one = (outcomes[t] >>> bit & 1) == 1;
        flips |= errors.flips(one, seed.uniform(bit)) ? 1L << bit : 0;
      }
      outcomes[t] ^= flips;
    }
    return outcomes;
  }
}
