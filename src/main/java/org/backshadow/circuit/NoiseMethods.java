package org.backshadow.circuit;

import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * Noise as fluent calls: qubits first, strengths last. A strength is a number from 0 to 1, or a
 * parameter or an expression whose value is.
 */
abstract sealed class NoiseMethods permits GateMethods {
  /** A superoperator on k qubits has {@code 16^k} entries. */
  private static final int MOST_QUBITS = 4;

  /** Appends a channel of your own, or one of {@link StandardChannel}. */
  public abstract Circuit channel(Channel channel, List<Integer> qubits, Angle... strengths);

  private Circuit on(Channel channel, int qubit, double... strengths) {
    var angles = new Angle[strengths.length];
    for (int k = 0; k < angles.length; k++) {
      channel.requireStrength(k, strengths[k]);
      angles[k] = Angle.of(strengths[k]);
    }
    return channel(channel, List.of(qubit), angles);
  }

  /** X, Y or Z, each with probability p/3. */
  public Circuit depolarize(int qubit, double p) {
    return on(StandardChannel.DEPOLARIZE, qubit, p);
  }

  /** As {@link #depolarize(int, double)}. */
  public Circuit depolarize(int qubit, Angle p) {
    return channel(StandardChannel.DEPOLARIZE, List.of(qubit), p);
  }

  /** X with probability p. */
  public Circuit bitFlip(int qubit, double p) {
    return on(StandardChannel.BIT_FLIP, qubit, p);
  }

  /** As {@link #bitFlip(int, double)}. */
  public Circuit bitFlip(int qubit, Angle p) {
    return channel(StandardChannel.BIT_FLIP, List.of(qubit), p);
  }

  /** Z with probability p. */
  public Circuit phaseFlip(int qubit, double p) {
    return on(StandardChannel.PHASE_FLIP, qubit, p);
  }

  /** As {@link #phaseFlip(int, double)}. */
  public Circuit phaseFlip(int qubit, Angle p) {
    return channel(StandardChannel.PHASE_FLIP, List.of(qubit), p);
  }

  /** {@code |1>} falls to {@code |0>} with probability gamma. */
  public Circuit amplitudeDamping(int qubit, double gamma) {
    return on(StandardChannel.AMPLITUDE_DAMPING, qubit, gamma);
  }

  /** As {@link #amplitudeDamping(int, double)}. */
  public Circuit amplitudeDamping(int qubit, Angle gamma) {
    return channel(StandardChannel.AMPLITUDE_DAMPING, List.of(qubit), gamma);
  }

  /** Coherences shrink by {@code sqrt(1 - lambda)}. */
  public Circuit phaseDamping(int qubit, double lambda) {
    return on(StandardChannel.PHASE_DAMPING, qubit, lambda);
  }

  /** As {@link #phaseDamping(int, double)}. */
  public Circuit phaseDamping(int qubit, Angle lambda) {
    return channel(StandardChannel.PHASE_DAMPING, List.of(qubit), lambda);
  }

  /**
   * Damping by gamma towards the mixture whose population of {@code |1>} is {@code excitation}: 0
   * gives {@link #amplitudeDamping(int, double)}. Many texts write {@code p = 1 - excitation}, the
   * population of {@code |0>}.
   */
  public Circuit generalizedAmplitudeDamping(int qubit, double gamma, double excitation) {
    return on(StandardChannel.GENERALIZED_AMPLITUDE_DAMPING, qubit, gamma, excitation);
  }

  /**
   * As {@link #generalizedAmplitudeDamping(int, double, double)}; {@code angle(0.1)} makes a
   * strength of a number.
   */
  public Circuit generalizedAmplitudeDamping(int qubit, Angle gamma, Angle excitation) {
    return channel(
        StandardChannel.GENERALIZED_AMPLITUDE_DAMPING, List.of(qubit), gamma, excitation);
  }

  /**
   * {@code rho -> sum_j K_j rho K_j^dagger} for 2 x 2 matrices K, real or complex.
   *
   * @throws IllegalArgumentException if {@code sum K^dagger K} is not the identity to 1e-10
   */
  public Circuit channel(int qubit, SimpleMatrix... kraus) {
    return channel(List.of(qubit), kraus);
  }

  /** As {@link #channel(int, SimpleMatrix...)} for 4 x 4 matrices, the first qubit in front. */
  public Circuit channel(int first, int second, SimpleMatrix... kraus) {
    return channel(List.of(first, second), kraus);
  }

  /**
   * As {@link #channel(int, SimpleMatrix...)} on up to {@value #MOST_QUBITS} qubits, the first one
   * the most significant bit of the matrices' index.
   */
  public Circuit channel(List<Integer> qubits, SimpleMatrix... kraus) {
    if (qubits.isEmpty() || qubits.size() > MOST_QUBITS) {
      throw new IllegalArgumentException(
          "channel: on 1 to %d qubits, not %d".formatted(MOST_QUBITS, qubits.size()));
    }
    return channel(KrausChannel.of(qubits.size(), kraus), qubits);
  }
}
