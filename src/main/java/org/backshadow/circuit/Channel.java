package org.backshadow.circuit;

import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * A channel of noise, {@code rho -> sum_j K_j rho K_j^dagger}: the extension point for noise of
 * your own. Its strengths are numbers from 0 to 1, which {@link #angles} counts.
 *
 * <p>A superoperator acts on the entries of {@code rho} row by row: for k qubits it has {@code 4^k}
 * rows and columns, and the index is the row's bits, then the column's.
 *
 * <pre>{@code
 * Channel damping = StandardChannel.AMPLITUDE_DAMPING;
 * damping.kraus(0.2).size() // 2
 * circuit(1).x(0).channel(damping, List.of(0), angle(0.2))
 * }</pre>
 */
public non-sealed interface Channel extends Instruction {
  /**
   * The operators K, each {@code 2^k} rows and columns, the first qubit the most significant bit;
   * {@code sum_j K_j^dagger K_j} is the identity.
   */
  List<SimpleMatrix> kraus(double... strengths);

  /** The name of a strength, for messages: {@code p}. */
  default String strength(int k) {
    return "strength " + k;
  }

  /** {@code sum_j K_j (x) conj(K_j)}. */
  default SimpleMatrix superoperator(double... strengths) {
    return KrausOperators.superoperator(kraus(strengths));
  }

  /**
   * True if the superoperator is a linear function of this strength plus a constant, as where a
   * strength is the probability of an error: then two values give the derivative.
   */
  default boolean isAffine(int k) {
    return false;
  }

  /**
   * The derivative of the superoperator by a strength. Not taken from the operators K, since they
   * may hold square roots that have no derivative at 0.
   *
   * @throws UnsupportedOperationException if the channel does not say, which makes it fixed for
   *     exact gradients
   * @throws IllegalArgumentException if there is none at these strengths
   */
  default SimpleMatrix derivative(int k, double... strengths) {
    throw new UnsupportedOperationException(
        "channel " + label() + " has no derivative, so nothing can be differentiated by its noise");
  }

  /** The second derivative of the superoperator by two strengths, as {@link #derivative}. */
  default SimpleMatrix secondDerivative(int k, int l, double... strengths) {
    throw new UnsupportedOperationException(
        "channel " + label() + " has no second derivative by its noise");
  }

  /**
   * Refuses strengths that are no probabilities.
   *
   * @throws IllegalArgumentException with the name of the strength unless it is from 0 to 1
   */
  default void requireStrength(int k, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s: %s is %s; it must be from 0 to 1".formatted(label(), strength(k), value));
    }
  }
}
