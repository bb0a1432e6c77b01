package org.backshadow.shadow;

import org.backshadow.measure.PreparedState;
import org.backshadow.outcome.PauliBases;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;

/**
 * Random Pauli bases for a faulty detector: half of the qubits, at random, are measured with X as
 * their last gate and their bits turned back, so that on average 0 and 1 are misread alike. A
 * string is then shrunk by a factor of its support, which the same detector shows on {@code
 * |0...0>}; {@link ReadoutCalibration} divides by it.
 *
 * <p>Errors of the detector may be correlated between qubits; those of gates are not mended.
 * <b>Source</b>: Chen, Yu, Zeng, Flammia, arXiv:2011.09636.
 */
final class CalibratedBases implements ShadowEnsemble {
  private final RandomPauliBases plain = new RandomPauliBases();

  @Override
  public String name() {
    return "calibrated random Pauli bases";
  }

  @Override
  public Snapshots measure(PreparedState state, long first, int count, Seed seed) {
    PauliBases bases = RandomPauliBases.draw(state.qubits(), first, count, seed);
    return measure(state, bases, first, seed.child("flips"));
  }

  /** Measures in given bases with random flips, and turns the bits back. */
  static ProductSnapshots measure(PreparedState state, PauliBases bases, long first, Seed seed) {
    long[] flips = new long[bases.size()];
    long all = -1L >>> (64 - bases.qubits());
    for (int t = 0; t < flips.length; t++) {
      flips[t] = seed.child(first + t).random().nextLong() & all;
    }
    long[] outcomes = state.snapshots(bases.flipped(flips));
    for (int t = 0; t < flips.length; t++) {
      outcomes[t] ^= flips[t];
    }
    return new ProductSnapshots(bases, outcomes);
  }

  @Override
  public double probability(PauliString string) {
    return plain.probability(string);
  }

  @Override
  public double probability(PauliString a, PauliString b) {
    return plain.probability(a, b);
  }

  @Override
  public void requireApplicable(int qubits) {
    plain.requireApplicable(qubits);
  }
}
