package org.backshadow.measure.simulated;

import java.util.Map;
import java.util.TreeMap;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import org.backshadow.state.BellDistribution;
import org.backshadow.state.DensityMatrix;
import org.backshadow.state.StateVector;
import org.backshadow.state.Trajectories;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of a preparation with noise: from its density matrix, made once, where there can be one;
 * on more qubits each shot is the end of a quantum trajectory of its own, which has the same
 * distribution and takes a pass over the circuit a shot.
 */
final class NoisyOutcomes {
  private final Circuit circuit;
  private @Nullable DensityMatrix state;

  NoisyOutcomes(Circuit circuit) {
    this.circuit = circuit;
  }

  /** So many shots after a readout circuit, which may have noise too. */
  Counts draw(Circuit readout, long shots, RandomStream random) {
    if (hasMatrix()) {
      return prepared().after(readout).distribution().draw(shots, random);
    }
    var trajectories = Trajectories.of(circuit.then(readout), Ledger.unlimited());
    var times = new TreeMap<Long, Long>();
    for (long shot = 0; shot < shots; shot++) {
      Counts one = trajectories.draw(random).distribution().draw(1, random);
      times.merge(one.outcome(0), 1L, Long::sum);
    }
    return counts(circuit.qubits(), times);
  }

  /** Bell measurements of so many pairs with the state of a second circuit. */
  Counts drawPairs(Circuit second, long pairs, RandomStream random) {
    if (hasMatrix()) {
      var other = second == circuit ? prepared() : DensityMatrix.of(second);
      return prepared().bellDistribution(other).draw(pairs, random);
    }
    var one = Trajectories.of(circuit, Ledger.unlimited());
    var other = Trajectories.of(second, Ledger.unlimited());
    var times = new TreeMap<Long, Long>();
    for (long pair = 0; pair < pairs; pair++) {
      var states = BellDistribution.of(one.draw(random), other.draw(random));
      times.merge(states.draw(1, random).outcome(0), 1L, Long::sum);
    }
    return counts(2 * circuit.qubits(), times);
  }

  private static Counts counts(int bits, Map<Long, Long> times) {
    var counts = new Counts.Builder(bits);
    times.forEach(counts::add);
    return counts.build();
  }

  /** Single copies, the first with the seed's child of this index. */
  long[] snapshots(PauliBases bases, Seed seed, long first) {
    if (hasMatrix()) {
      return prepared().snapshots(bases, seed, first);
    }
    // What stands before the first channel is simulated once for all copies.
    var trajectories = Trajectories.of(circuit, Ledger.unlimited());
    long[] outcomes = new long[bases.size()];
    for (int t = 0; t < outcomes.length; t++) {
      RandomStream random = seed.child(first + t).random();
      StateVector end = trajectories.draw(random).after(Readout.of(bases, t));
      outcomes[t] = end.distribution().draw(1, random).outcome(0);
    }
    return outcomes;
  }

  private boolean hasMatrix() {
    return circuit.qubits() <= DensityMatrix.MAX_QUBITS;
  }

  private DensityMatrix prepared() {
    DensityMatrix known = state;
    if (known == null) {
      known = DensityMatrix.of(circuit);
      state = known;
    }
    return known;
  }
}
