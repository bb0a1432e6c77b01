package org.backshadow.shadow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Interrupts;

/**
 * Chooses bases letter by letter, each letter by the bound that {@link DerandomizedBases} states.
 */
final class GreedyBases {
  private static final double HALF_EPSILON_SQUARED = 0.9 * 0.9 / 2;
  private static final String LETTERS = "XYZ";
  private final int qubits;
  private final PauliString[] strings;

  /** {@code eps^2 / 2} over the weight of the string. */
  private final double[] step;

  GreedyBases(List<PauliSum> observables) {
    qubits = observables.get(0).qubits();
    var largest = new LinkedHashMap<PauliString, Double>();
    for (PauliSum observable : observables) {
      for (PauliSum.Term term : observable.terms()) {
        if (!term.string().isIdentity()) {
          largest.merge(term.string(), Math.abs(term.coefficient()), Math::max);
        }
      }
    }
    double most = largest.values().stream().mapToDouble(c -> c).max().orElse(1);
    strings = largest.keySet().toArray(PauliString[]::new);
    step = new double[strings.length];
    Arrays.setAll(step, l -> HALF_EPSILON_SQUARED * most / largest.get(strings[l]));
  }

  PauliBases choose(int snapshots) {
    double[] exponent = new double[strings.length];
    long[] x = new long[snapshots];
    long[] z = new long[snapshots];
    for (int t = 0; t < snapshots; t++) {
      Interrupts.check();
      double[] worth = worth(exponent, snapshots - 1 - t);
      double[] readable = new double[strings.length];
      Arrays.setAll(readable, l -> StrictMath.pow(3, -strings[l].weight()));
      for (int q = 0; q < qubits; q++) {
        int letter = best(q, worth, readable);
        x[t] = x[t] << 1 | (letter < 2 ? 1 : 0);
        z[t] = z[t] << 1 | (letter > 0 ? 1 : 0);
        for (int l = 0; l < strings.length; l++) {
          readable[l] *= factor(l, q, letter);
        }
      }
      for (int l = 0; l < strings.length; l++) {
        exponent[l] += readable[l] > 0.5 ? step[l] : 0;
      }
    }
    return PauliBases.of(qubits, x, z);
  }

  /**
   * The bound's terms from the hits so far and the snapshots left, over the largest: only ratios
   * matter, and the terms themselves would vanish.
   */
  private double[] worth(double[] exponent, int left) {
    double[] logs = new double[strings.length];
    for (int l = 0; l < strings.length; l++) {
      double random = nu(l) * StrictMath.pow(3, -strings[l].weight());
      logs[l] = left * StrictMath.log1p(-random) - exponent[l];
    }
    double most = Arrays.stream(logs).max().orElse(0);
    for (int l = 0; l < logs.length; l++) {
      logs[l] = StrictMath.exp(logs[l] - most);
    }
    return logs;
  }

  private double nu(int l) {
    return -StrictMath.expm1(-step[l]);
  }

  private int best(int qubit, double[] worth, double[] readable) {
    int best = 2;
    double least = Double.POSITIVE_INFINITY;
    for (int letter = 2; letter >= 0; letter--) {
      double bound = 0;
      for (int l = 0; l < strings.length; l++) {
        bound += worth[l] * (1 - nu(l) * readable[l] * factor(l, qubit, letter));
      }
      if (bound < least) {
        least = bound;
        best = letter;
      }
    }
    return best;
  }

  /** What a letter does to the probability that the open snapshot reads a string. */
  private int factor(int l, int qubit, int letter) {
    int own = LETTERS.indexOf(strings[l].letter(qubit));
    return own < 0 ? 1 : own == letter ? 3 : 0;
  }
}
