package org.backshadow.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.Readout;
import org.backshadow.outcome.PauliBases;
import org.backshadow.resources.Seed;
import org.junit.jupiter.api.Test;

class NoisyOutcomesTest {
  @Test
  void above_ten_qubits_a_single_copy_is_a_shot_after_its_own_readout() {
    Circuit circuit = Circuit.of(11).ry(0, 0.7).cx(0, 1).depolarize(1, 0.4).ry(5, 1.2).cx(1, 2);
    var noisy = new NoisyOutcomes(circuit.amplitudeDamping(5, 0.5));
    long[] x = {0, 0b11111111111L, 0b10100001000L, 0b00000100000L, 0b11000000001L};
    long[] z = {0b11111111111L, 0, 0b11111110111L, 0b11111111111L, 0b00111111111L};
    PauliBases bases = PauliBases.of(11, x, z);
    var seed = new Seed(4);

    long[] outcomes = noisy.snapshots(bases, seed, 7);

    long[] shots = new long[x.length];
    Arrays.setAll(
        shots, t -> noisy.draw(Readout.of(bases, t), 1, seed.child(7 + t).random()).outcome(0));
    assertThat(outcomes).containsExactly(shots);
    assertThat(Arrays.stream(outcomes).distinct().count()).isGreaterThan(1);
  }
}
