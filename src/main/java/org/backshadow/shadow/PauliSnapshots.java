package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.backshadow.measure.Moments;
import org.backshadow.measure.PreparedState;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Interrupts;

/** Outcomes of random single-qubit Pauli bases, snapshots in the same basis kept together. */
final class PauliSnapshots {
  private record Setting(PauliString basis, Counts counts) {}

  private final List<Setting> settings;

  private PauliSnapshots(List<Setting> settings) {
    this.settings = settings;
  }

  /** Draws a basis for each snapshot, uniform over X, Y, Z on each qubit, and measures. */
  static PauliSnapshots collect(PreparedState state, long snapshots, RandomGenerator random) {
    int n = state.qubits();
    Map<PauliString, Long> times =
        new TreeMap<>(Comparator.comparingLong(PauliString::x).thenComparingLong(PauliString::z));
    for (long t = 0; t < snapshots; t++) {
      if ((t & 1023) == 0) {
        Interrupts.check();
      }
      times.merge(basis(n, random), 1L, Long::sum);
    }
    var settings = new ArrayList<Setting>();
    times.forEach(
        (basis, shots) -> {
          Interrupts.check();
          settings.add(new Setting(basis, state.measure(Readout.of(basis), shots)));
        });
    return new PauliSnapshots(settings);
  }

  private static PauliString basis(int qubits, RandomGenerator random) {
    long x = 0;
    long z = 0;
    for (int q = 0; q < qubits; q++) {
      int letter = random.nextInt(3);
      x = x << 1 | (letter < 2 ? 1 : 0);
      z = z << 1 | (letter > 0 ? 1 : 0);
    }
    return new PauliString(qubits, x, z);
  }

  /** What reading an observable off the snapshots costs: a step for each term and outcome. */
  Cost cost(PauliSum observable) {
    long outcomes = settings.stream().mapToLong(s -> s.counts().size()).sum();
    return Cost.classical(outcomes * observable.terms().size(), 16L * (settings.size() + outcomes));
  }

  /**
   * Mean and variance of the single-snapshot estimate of a sum: each string counts {@code 3^weight}
   * times its sign where the basis agrees with it, 0 elsewhere.
   */
  Moments moments(PauliSum observable) {
    var moments = new Moments();
    for (Setting setting : settings) {
      var seen = new ArrayList<PauliSum.Term>();
      for (PauliSum.Term term : observable.terms()) {
        if (reads(setting.basis(), term.string())) {
          double factor = StrictMath.pow(3, term.string().weight());
          seen.add(new PauliSum.Term(factor * term.coefficient(), term.string()));
        }
      }
      Counts counts = setting.counts();
      for (int k = 0; k < counts.size(); k++) {
        double value = 0;
        for (PauliSum.Term term : seen) {
          value += term.coefficient() * Readout.sign(term.string(), counts.outcome(k));
        }
        moments.add(value, counts.count(k));
      }
    }
    return moments;
  }

  private static boolean reads(PauliString basis, PauliString string) {
    long support = string.x() | string.z();
    return ((basis.x() ^ string.x()) & support) == 0 && ((basis.z() ^ string.z()) & support) == 0;
  }
}
