package org.backshadow.measure.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.backshadow.circuit.Circuit;
import org.backshadow.measure.simulated.SimulatedCopies;
import org.backshadow.pauli.PauliString;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Seed;
import org.backshadow.state.Simulator;
import org.junit.jupiter.api.Test;

class WeakBatchTest {
  private static final Circuit CIRCUIT = Circuit.of(2).ry(0, 0.9).cx(0, 1).rz(1, 0.5);

  private final Ledger ledger = Ledger.unlimited();

  private WeakBatch batches(Circuit circuit, int batches, long copies) {
    return new SimulatedCopies(ledger, new Seed(5)).prepare(circuit).weakBatches(batches, copies);
  }

  /** {@code (1 - <P>^2 + noise^2) / copies}: five standard errors of mean and variance. */
  @Test
  void a_reading_is_the_mean_with_the_spread_of_the_copies_and_of_the_meter() {
    for (String letters : new String[] {"ZI", "XX", "YX", "IZ"}) {
      int count = 4000;
      long copies = 500;
      double noise = 1.5;
      double mean = Simulator.run(CIRCUIT).expectation(letters);
      double variance = (1 - mean * mean + noise * noise) / copies;

      double[] read = batches(CIRCUIT, count, copies).read(PauliString.of(letters), noise);

      double average = Arrays.stream(read).average().orElseThrow();
      double spread = Arrays.stream(read).map(r -> (r - mean) * (r - mean)).sum() / count;
      assertThat(average).as(letters).isCloseTo(mean, within(5 * Math.sqrt(variance / count)));
      assertThat(spread)
          .as(letters)
          .isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / count)));
    }
  }

  @Test
  void a_gate_acts_on_every_copy() {
    WeakBatch batches = batches(CIRCUIT, 3, 1_000_000_000);
    Circuit more = Circuit.of(2).rx(0, 0.8);

    batches.apply(more.operations().get(0));
    double[] read = batches.read(PauliString.of("ZI"), 1);

    double mean = Simulator.run(CIRCUIT.then(more)).expectation("ZI");
    for (double one : read) {
      assertThat(one).isCloseTo(mean, within(6 * Math.sqrt(2 / 1e9)));
    }
  }

  /** Seven copies in three batches; gates stand as early as they can. */
  @Test
  void copies_gates_and_layers_are_charged_as_they_are_used() {
    WeakBatch batches = batches(CIRCUIT, 3, 7);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(21, 1, 21 * 3, 3, 14));

    // Qubit 0 has two layers by now, qubit 1 three.
    batches.apply(Circuit.of(2).x(0).operations().get(0));
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(21, 1, 21 * 4, 3, 14));

    // S-dagger and H, the coupling, H and S.
    batches.read(PauliString.of("YI"), 1);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(21, 1, 21 * 9, 8, 14));

    batches.read(PauliString.of("IZ"), 1);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(21, 1, 21 * 10, 8, 14));
    batches.read(PauliString.of("ZZ"), 1);
    assertThat(ledger.cost()).isEqualTo(Cost.quantum(21, 1, 21 * 11, 9, 14));
  }

  @Test
  void every_misuse_says_what_is_wrong() {
    for (double noise : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> batches(CIRCUIT, 1, 1).read(PauliString.of("ZI"), noise))
          .withMessage("a weak reading with noise " + noise + "; it must be positive and finite");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches(CIRCUIT, 0, 5))
        .withMessage("0 batches of 5 copies; at least 1 of 1 is needed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches(CIRCUIT, 5, 0))
        .withMessage("5 batches of 0 copies; at least 1 of 1 is needed");
    long charged = ledger.cost().copies();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches(Circuit.of(11), 1, 1))
        .withMessageContaining("at most 10 qubits are simulated");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches(Circuit.of(1).depolarize(0, 0.1), 1, 1))
        .withMessageContaining("coherent batches are simulated for pure states only");
    assertThat(ledger.cost().copies()).as("refused before it is charged").isEqualTo(charged);
  }
}
