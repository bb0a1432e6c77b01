package org.backshadow.shadow;

import org.backshadow.measure.PreparedState;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;

/**
 * Which settings the snapshots of a shadow are measured in. A string that a setting reads with
 * probability p is estimated by its sign over p where it is read, 0 elsewhere, without bias.
 *
 * <pre>{@code
 * ShadowEnsemble ensemble = new RandomPauliBases();
 * ensemble.probability(PauliString.of("XX"), PauliString.of("XI")) // 0.1111
 * classicalShadow(circuit(2).h(0)).ensemble(ensemble).snapshots(1000).seed(7).estimate("XI")
 * // 0.981 ± 0.087 (95 %), 1,000 copies, random Pauli bases, seed 7
 * }</pre>
 */
public interface ShadowEnsemble {
  /** Such as {@code random Pauli bases}. */
  String name();

  /**
   * Measures snapshots through the door. The setting of each depends on the seed and its index
   * only.
   *
   * @param first the index of the first one
   */
  Snapshots measure(PreparedState state, long first, int count, Seed seed);

  /** The probability that a setting reads a string; 1 for the identity. */
  double probability(PauliString string);

  /** The probability that a setting reads both strings. */
  double probability(PauliString a, PauliString b);

  /** False if the settings are chosen rather than drawn: only outcomes are random then. */
  default boolean isRandom() {
    return true;
  }

  /** The ensemble for so many snapshots, where the choice of settings depends on their number. */
  default ShadowEnsemble over(int snapshots) {
    return this;
  }

  /**
   * Refuses states that it is not made for.
   *
   * @throws IllegalArgumentException with what is possible
   */
  void requireApplicable(int qubits);
}
