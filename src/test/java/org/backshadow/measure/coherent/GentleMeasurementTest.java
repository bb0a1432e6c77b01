package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.RandomCircuits;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.backshadow.state.StateVector;
import org.junit.jupiter.api.Test;

/**
 * The proven disturbance bounds the real one, after every passed check of many batches.
 *
 * <p>Not a matter of chance: the bound is a theorem, so that a single excess is a mistake.
 */
class GentleMeasurementTest {
  private static final int INSTANCES = 200;
  private static final int[] MOST_COPIES = {0, 40, 12, 5};
  private static final double ROUNDING = 1e-7;

  @Test
  void the_real_disturbance_of_200_batches_stays_below_the_proven_one() {
    int compared = 0;
    int telling = 0;
    for (int instance = 0; instance < INSTANCES; instance++) {
      var random = new Random(instance);
      int qubits = 1 + instance % 3;
      Circuit circuit = bound(RandomCircuits.of(qubits, 8, instance), random);
      StateVector state = Simulator.run(circuit);
      int copies = 2 + random.nextInt(MOST_COPIES[qubits] - 1);
      CoherentBatch batch =
          new SimulatedCopies(Ledger.unlimited(), new Seed(instance))
              .prepare(circuit)
              .batch(copies, BackAction.EXACT);
      for (int check = 0; check < 4; check++) {
        PauliString string = string(qubits, random);
        int outcome = random.nextBoolean() ? 1 : -1;
        double mean = copies * (1 + outcome * state.expectation(string.toString())) / 2;
        double scale = 0.3 + 3 * random.nextDouble();
        var noise = CheckNoise.values()[check % CheckNoise.values().length];
        double threshold = mean + scale * (5 * random.nextDouble() - 0.5);
        if (batch.alarms(string, outcome, new GentleCheck(copies, threshold, scale, noise))) {
          break;
        }
        Disturbance moved = batch.disturbance();
        double real = moved.real().orElseThrow();
        assertThat(real)
            .as("batch %d of %d copies on %d qubits, check %d", instance, copies, qubits, check)
            .isLessThanOrEqualTo(moved.proven() + ROUNDING);
        compared++;
        telling += moved.isProven() && real > 1e-3 ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(INSTANCES);
    assertThat(telling).as("moved, and by less than the bound allows").isGreaterThan(100);
  }

  private static Circuit bound(Circuit circuit, Random random) {
    double[] theta = random.doubles(circuit.parameters().size(), -3, 3).toArray();
    return circuit.bind(theta);
  }

  private static PauliString string(int qubits, Random random) {
    int index = 1 + random.nextInt((1 << 2 * qubits) - 1);
    return new PauliString(qubits, index & ((1 << qubits) - 1), index >>> qubits);
  }
}
