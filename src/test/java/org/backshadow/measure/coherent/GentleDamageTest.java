package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.circuit.Circuit;
import org.backshadow.pauli.PauliString;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.backshadow.state.symmetric.SymmetricBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage of one passed check, against figures of an independent program (numpy). */
class GentleDamageTest {
  /**
   * Columns: qubits, copies, accuracy, divisor of the noise, mean of X...X; probability of an alarm
   * and trace distance of the batch after none. The threshold is accuracy * copies / 2 above the
   * mean, the noise that over the divisor.
   */
  @ParameterizedTest
  @CsvSource({
    "1,40,0.2,1,0.5107011840,4.378426e-01,3.224447e-01",
    "1,40,0.4,4,0.5107011840,4.250828e-02,4.489005e-02",
    "1,160,0.2,2,0.3555177024,1.763973e-01,1.066807e-01",
    "1,160,0.4,2,0.3555177024,1.448203e-01,3.265850e-02",
    "1,400,0.2,4,0.9656838400,1.892383e-02,2.425571e-03",
    "1,400,0.4,1,0.9656838400,3.680726e-01,9.389637e-03",
    "2,12,0.2,1,0.6248266078,4.995158e-01,5.661165e-01",
    "2,12,0.4,4,0.6248266078,1.076391e-01,1.509833e-01",
    "2,20,0.4,2,0.0312229675,2.266104e-01,2.297313e-01",
    "2,40,0.2,4,-0.0730196105,1.793801e-01,3.369911e-01",
    "2,40,0.4,1,-0.0730196105,3.968713e-01,1.612775e-01"
  })
  void one_check_damages_as_much_as_the_reference_says(
      int qubits,
      int copies,
      double accuracy,
      double divisor,
      double mean,
      double alarm,
      double distance) {
    Circuit preparation = Circuit.of(qubits).ry(0, Math.asin(mean));
    StateVector one = Simulator.run(qubits == 1 ? preparation : preparation.h(1));
    var string = PauliString.of("X".repeat(qubits));
    double step = accuracy * copies / 2;
    var check = new GentleCheck(copies, copies * (1 + mean) / 2 + step, step / divisor);

    SymmetricBatch.Count count = SymmetricBatch.product(one, copies).count(string, 1);
    double[] p = count.probabilities();
    double probability = 0;
    for (int n = 0; n < p.length; n++) {
      probability += p[n] * check.alarmAt(n);
    }
    double damage = count.filtered(n -> Math.sqrt(1 - check.alarmAt(n))).distance(one);

    assertThat(probability).isCloseTo(alarm, within(1e-6));
    assertThat(damage).isCloseTo(distance, within(1e-6));
    GentleCheck.Passage passage = check.passage((1 + mean) / 2);
    assertThat(passage.alarm()).isCloseTo(alarm, within(1e-6));
    assertThat(passage.disturbance() / passage.overlap()).isGreaterThanOrEqualTo(damage - 1e-12);
  }

  /**
   * A hard threshold damages by the root of p (1 - p), noise of one deviation far less; the second
   * figure has one digit.
   */
  @ParameterizedTest
  @CsvSource({"0.08,0.28,0.062", "0.02,0.145,0.016", "0.0009,0.030,0.0007"})
  void at_equal_alarm_probability_noise_makes_a_check_gentler(
      double alarm, double hard, double noisy) {
    int copies = 40_000;
    double deviation = Math.sqrt(copies) / 2;

    assertThat(damage(alarm, copies, 0.02 * deviation)).isCloseTo(hard, within(0.05 * hard));
    assertThat(damage(alarm, copies, deviation)).isCloseTo(noisy, within(0.2 * noisy));
  }

  private static double damage(double alarm, int copies, double noise) {
    double low = copies / 2.0 - 5 * Math.sqrt(copies);
    double high = copies / 2.0 + 20 * Math.sqrt(copies);
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      if (new GentleCheck(copies, middle, noise).alarmProbability(0.5) > alarm) {
        low = middle;
      } else {
        high = middle;
      }
    }
    GentleCheck.Passage passage = new GentleCheck(copies, high, noise).passage(0.5);
    return passage.disturbance() / Math.sqrt(1 - passage.alarm());
  }

  @Test
  void rounding_of_many_checks_stays_small() {
    StateVector one = Simulator.run(Circuit.of(1).ry(0, 0.7));
    SymmetricBatch batch = SymmetricBatch.product(one, 100);
    for (int k = 0; k < 10; k++) {
      batch = batch.count(PauliString.of("X"), 1).filtered(n -> 1);
    }

    assertThat(batch.distance(one)).isLessThan(1e-12);
  }
}
