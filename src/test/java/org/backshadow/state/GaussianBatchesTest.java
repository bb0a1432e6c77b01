package org.backshadow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.estimate.Moments;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class GaussianBatchesTest {
  private static final Circuit STATE = Circuit.of(1).ry(0, 1.0).rz(0, 0.7);

  private static double mean(String letter) {
    return Simulator.run(STATE).expectation(letter);
  }

  /**
   * Scaled variance of a reading of Z with noise 1e-3 after one of X with the given noise, over
   * 20,000 batches; its own deviation is 1 %.
   */
  private static double varianceAfter(double noise, long copies) {
    int batches = 20_000;
    var simulated = new GaussianBatches(STATE, batches, copies);
    var random = new Seed(5).random();
    simulated.read(PauliString.of("X"), noise, random);
    var moments = new Moments();
    for (double reading : simulated.read(PauliString.of("Z"), 1e-3, random)) {
      moments.add(reading, 1);
    }
    assertThat(moments.mean()).isCloseTo(mean("Z"), within(5 * moments.standardError(1)));
    return copies * moments.variance();
  }

  /**
   * For any number m of copies, exactly: reading sum X with noise s sqrt(m) turns all copies
   * together about X by a normal angle 2t, t of variance 1/(4 m s^2), whatever was read. Then Z is
   * z cos 2t + y sin 2t on each copy.
   */
  private static double exactVariance(double s, long copies) {
    double z = mean("Z");
    double y = mean("Y");
    double decay = Math.exp(-2 / (4 * copies * s * s)); // E cos 2t
    double twice = Math.exp(-8 / (4 * copies * s * s)); // E cos 4t
    double square = z * z * (1 + twice) / 2 + y * y * (1 - twice) / 2;
    return 1 - square + copies * (square - z * z * decay * decay);
  }

  @Test
  void back_action_is_that_of_the_exact_batch() {
    for (double noise : new double[] {0.7, 1, 3}) {
      double gaussian = varianceAfter(noise, 10_000);

      assertThat(gaussian)
          .as("noise %s", noise)
          .isCloseTo(exactVariance(noise, 10_000), within(0.05 * gaussian));
    }
    double y = mean("Y");
    double z = mean("Z");
    assertThat(exactVariance(0.7, 10_000)).isCloseTo(1 - z * z + y * y / 0.49, within(1e-3));
    assertThat(exactVariance(0.7, 10_000)).isGreaterThan(1.2 * (1 - z * z));
  }

  /** As in the prototype's check at 200 copies: exact 1.293, Gaussian 1.296, undisturbed 0.23. */
  @Test
  void two_hundred_copies_are_close_to_the_limit() {
    double s = Math.sqrt(0.5);

    assertThat(exactVariance(s, 200)).isCloseTo(exactVariance(s, 100_000_000), within(0.02));
  }

  @Test
  void a_reading_repeated_agrees_with_itself_up_to_the_noise() {
    var simulated = new GaussianBatches(STATE, 10, 100);
    var random = new Seed(1).random();

    double[] first = simulated.read(PauliString.of("X"), 1e-4, random);
    double[] again = simulated.read(PauliString.of("X"), 1e-4, random);

    for (int b = 0; b < first.length; b++) {
      assertThat(again[b]).isCloseTo(first[b], within(1e-4));
    }
    assertThat(first[0]).isNotCloseTo(first[1], within(1e-4));
  }

  @Test
  void what_is_read_before_a_gate_is_found_behind_it() {
    var simulated = new GaussianBatches(STATE, 5, 100);
    var random = new Seed(2).random();
    Circuit gate = Circuit.of(1).rx(0, 0.4).h(0);

    double[] first = simulated.read(PauliString.of("X"), 1e-4, random);
    gate.operations().forEach(simulated::apply);
    double[] behind = simulated.read(PauliString.of("Z"), 1e-4, random);

    for (int b = 0; b < first.length; b++) {
      assertThat(behind[b]).isCloseTo(first[b], within(1e-4));
    }
  }

  @Test
  void too_many_qubits_are_refused_with_the_arithmetic() {
    assertThatThrownBy(() -> new GaussianBatches(Circuit.of(11), 2, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weak readings of copies of 11 qubits need a covariance of 2^27 bytes (32 * 4^11); at"
                + " most 10 qubits are simulated");
  }
}
